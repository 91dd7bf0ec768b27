import type { ArticleEntry } from './articleEntry.ts';

export const productProblem: readonly ArticleEntry[] = [
  {
    name: 'damaged-on-arrival',
    subtopic: 'DAMAGED',
    en: {
      title: 'My item arrived broken or damaged',
      body: 'We are sorry. Tell us within 7 days of delivery, with the order number and 2 to 5 photos: the damage, the whole item, the packing and the label on the box. We answer within 1 working day, and you choose between a new one and a full refund including the delivery fee. The replacement leaves our warehouse on the next working day; if it is out of stock, we refund. For items under S$30 (Rp300.000) you need not send anything back; dispose of sharp pieces carefully. For dearer items a courier collects the broken one free of charge within 3 working days. Please keep the packing for 14 days, because the courier may want to see it. Damage that you could not see from outside counts just the same.',
    },
    id: {
      title: 'Barang datang dalam keadaan pecah atau rusak',
      body: 'Mohon maaf atas kejadian ini. Laporkan paling lambat 7 hari setelah paket diterima, sertakan nomor pesanan dan 2–5 foto: bagian yang rusak, barang secara utuh, kemasannya, dan label di kotak. Kami jawab dalam 1 hari kerja, lalu Anda pilih sendiri: diganti baru atau uang kembali penuh termasuk ongkir. Barang pengganti dikirim hari kerja berikutnya; kalau stoknya habis, dana kami kembalikan. Untuk barang di bawah Rp300.000 (S$30) pecahannya tidak perlu dikirim balik, cukup dibuang dengan hati-hati. Yang lebih mahal dijemput kurir gratis dalam 3 hari kerja. Simpan kemasannya 14 hari, karena kurir mungkin perlu memeriksanya. Kerusakan yang tidak kelihatan dari luar kotak tetap kami tanggung.',
    },
  },
  {
    name: 'photos-of-damage',
    subtopic: 'DAMAGED',
    en: {
      title: 'Which photos we need of a damaged item',
      body: 'Good photos let us decide the same day. Take the first one before you throw anything away: the closed or opened box with the address label readable. Then one of how the item lay in its packing, one of the whole item, and one close to the crack, dent or stain, in daylight and in focus. Send 2 to 5 pictures as JPEG, PNG or WebP, each no larger than 10 MB, through the paper clip in the message form; a PDF works too. Videos cannot be attached. If you have already thrown the box away, write so: we then decide by the item alone and may take 1 working day longer. Photos are seen only by you and our service team, and are deleted 12 months after the case is closed.',
    },
    id: {
      title: 'Foto apa saja yang diperlukan untuk barang rusak',
      body: 'Foto yang jelas membuat kami bisa memutuskan hari itu juga. Sebelum membuang apa pun, foto dulu kotaknya dengan label alamat yang terbaca. Lalu foto posisi barang di dalam kemasan, barangnya secara utuh, dan bagian yang retak, penyok, atau bernoda dari dekat, di tempat terang dan tidak buram. Kirim 2–5 gambar JPEG, PNG, atau WebP, masing-masing paling besar 10 MB, lewat ikon klip di formulir pesan; PDF juga boleh. Video belum bisa dilampirkan. Kalau kotaknya sudah terbuang, tulis saja apa adanya; kami menilai dari barangnya dan mungkin perlu tambahan 1 hari kerja. Foto hanya dilihat Anda dan tim layanan kami, dan dihapus 12 bulan setelah kasusnya selesai.',
    },
  },
  {
    name: 'one-piece-of-a-set-broken',
    subtopic: 'DAMAGED',
    en: {
      title: 'One piece of a set is broken or a jar has leaked',
      body: 'If one plate, bowl, tier or glass of a set is broken, we replace that piece and you keep the rest; if we have no single piece in stock, you get a whole new set and need not return the old one. Tell us within 7 days of delivery which piece it is and send 2 photos. Food and drinks that leaked, melted or came with a broken seal must not be eaten: photograph them, throw them away, and we refund them, together with anything that they spoiled in the same parcel. The same goes for creams and liquids. A box that is only dented while the goods inside are whole is not damage; if it was meant as a gift, ask for a new gift box, which we send free once.',
    },
    id: {
      title: 'Satu bagian dari set pecah, atau botol bocor',
      body: 'Kalau hanya satu piring, mangkuk, susun rantang, atau gelas yang pecah, kami ganti bagian itu saja dan sisanya tetap milik Anda. Bila stok satuannya tidak ada, Anda mendapat satu set baru dan yang lama tidak perlu dikirim balik. Sebutkan bagian mana yang pecah dan kirim 2 foto paling lambat 7 hari setelah diterima. Makanan atau minuman yang bocor, meleleh, atau segelnya rusak jangan dikonsumsi: foto, buang, dan kami kembalikan uangnya, termasuk barang lain di paket yang ikut rusak kena tumpahan. Krim dan cairan berlaku sama. Kotak yang penyok saja sementara isinya utuh tidak termasuk kerusakan; kalau untuk kado, kami kirim satu kotak kado baru gratis.',
    },
  },
  {
    name: 'does-not-work-when-new',
    subtopic: 'DEFECTIVE',
    en: {
      title: 'A new item does not work or stopped working',
      body: 'In the first 30 days after delivery a faulty item is our problem, not yours. Write to us with the order number, what happens when you use it, and a photo if it shows anything. We suggest one or two quick checks; if they do not help, you choose a replacement or a full refund including the delivery fee. A courier collects the faulty item free within 3 working days, and the replacement leaves when the courier has scanned it. You may return it without the original box, but please include the cable, remote and other parts. After 30 days the warranty applies instead, which means repair first. Damage from water, falls or a wrong voltage is not a fault of the item.',
    },
    id: {
      title: 'Barang baru tidak berfungsi atau mati',
      body: 'Dalam 30 hari pertama sejak diterima, barang cacat adalah tanggung jawab kami. Tulis nomor pesanan dan apa yang terjadi saat dipakai, tambahkan foto kalau cacatnya kelihatan. Kami akan menyarankan satu atau dua pengecekan singkat. Kalau tetap tidak jalan, silakan pilih diganti baru atau uang kembali penuh termasuk ongkir. Kurir menjemput barangnya gratis dalam 3 hari kerja, dan penggantinya dikirim begitu paket dipindai kurir. Boleh dikembalikan tanpa kotak asli, asal kabel, remote, dan perlengkapan lain disertakan. Setelah 30 hari yang berlaku adalah garansi, artinya diperbaiki dulu. Rusak karena kena air, jatuh, atau salah tegangan listrik tidak termasuk cacat barang.',
    },
  },
  {
    name: 'quick-checks-for-faulty-electronics',
    subtopic: 'DEFECTIVE',
    en: {
      title: 'It will not switch on, charge or connect: quick checks',
      body: 'Most devices that seem dead need one of these. Not charging: use the cable from the box with a charger of at least 5 V / 1 A, leave it for 30 minutes even if no light shows, and try a second socket. Not switching on: hold the power button for 10 seconds. Not pairing: delete it from the phone’s Bluetooth list, switch it off and on, and pair within 2 minutes at less than 1 metre. One earbud silent: put both in the case for 1 minute, then reset by holding the case button for 10 seconds. Kitchen machines stay off until lid and bowl click into place. If it still fails, or smells burnt, gets hot or swells, stop using it and write to us: no further test is needed.',
    },
    id: {
      title: 'Tidak mau menyala, mengisi daya, atau tersambung: cek dulu ini',
      body: 'Kebanyakan alat yang tampak mati cukup dibantu dengan salah satu langkah ini. Tidak mengisi: pakai kabel bawaan dan kepala charger minimal 5 V / 1 A, biarkan 30 menit walau lampunya tidak menyala, lalu coba stopkontak lain. Tidak menyala: tahan tombol daya 10 detik. Tidak tersambung: hapus dari daftar Bluetooth ponsel, matikan dan nyalakan, lalu sambungkan lagi dalam 2 menit dari jarak kurang dari 1 meter. Earbud sebelah tidak bunyi: masukkan dua-duanya ke wadah 1 menit, lalu tahan tombol wadah 10 detik. Alat dapur baru jalan kalau tutup dan mangkuknya terkunci. Kalau tetap gagal, atau berbau hangus, panas, atau menggembung, berhenti pakai dan hubungi kami; tidak perlu tes lagi.',
    },
  },
  {
    name: 'wrong-item-received',
    subtopic: 'WRONG_ITEM',
    en: {
      title: 'I received a different product from what I ordered',
      body: 'Please do not use the wrong item; leave it as it came. Tell us within 14 days of delivery, with the order number and one photo that shows the item and the label on the parcel. We check the packing list within 1 working day. A courier then collects the wrong item free of charge within 3 working days, and your right one is sent as soon as the courier has scanned it, so you do not wait for our warehouse. If the right product is sold out, we refund it in full, including delivery. If the label carries somebody else’s name, you hold another customer’s parcel: please do not open it further, and do not pass it on yourself. You get a S$5 (Rp50.000) voucher for the trouble.',
    },
    id: {
      title: 'Barang yang datang berbeda dari yang dipesan',
      body: 'Barang yang salah jangan dipakai dulu, biarkan seperti saat diterima. Laporkan paling lambat 14 hari setelah diterima dengan nomor pesanan dan satu foto yang memperlihatkan barang beserta label paketnya. Dalam 1 hari kerja kami cocokkan dengan daftar kemas. Kurir lalu menjemput barang yang salah secara gratis dalam 3 hari kerja, dan barang yang benar dikirim begitu kurir memindainya, jadi tidak perlu menunggu sampai gudang. Kalau barang yang benar habis, uang kembali penuh termasuk ongkir. Bila di label tertulis nama orang lain, berarti itu paket pelanggan lain: jangan dibuka lebih jauh dan jangan diantar sendiri. Untuk repotnya, Anda mendapat voucher Rp50.000 (S$5).',
    },
  },
  {
    name: 'wrong-size-or-colour-sent',
    subtopic: 'WRONG_ITEM',
    en: {
      title: 'Right product, wrong size, colour or flavour',
      body: 'Compare the size or colour on the order page with the tag on the item first, not with how it fits: if the tag says what you ordered, it is an exchange, for which other rules apply. If the tag differs from the order, it is our mistake. Write to us within 14 days of delivery with a photo of the tag. You choose: we swap it free of charge, or you keep it and we give back 20% of its price, or you return it for a full refund. Colours may look different on a screen; we go by the colour’s name. For food, a wrong flavour is refunded and you keep it, because food cannot travel back. The swap takes the normal delivery time from the day of collection.',
    },
    id: {
      title: 'Produknya benar, tapi ukuran, warna, atau rasanya salah',
      body: 'Cocokkan dulu ukuran atau warna di halaman pesanan dengan label barang, bukan dengan rasanya saat dipakai. Kalau labelnya sesuai pesanan, itu masuk penukaran dan aturannya lain. Kalau labelnya beda dari pesanan, itu kesalahan kami. Kirim foto label paling lambat 14 hari setelah diterima, lalu pilih: kami tukar gratis, barang tetap Anda simpan dan 20% harganya kami kembalikan, atau diretur dengan uang kembali penuh. Warna di layar bisa sedikit berbeda, jadi patokannya nama warna. Untuk makanan yang salah rasa, uangnya kami kembalikan dan barangnya silakan disimpan karena makanan tidak bisa dikirim balik. Penukaran memakan waktu pengiriman biasa sejak hari penjemputan.',
    },
  },
  {
    name: 'missing-parts',
    subtopic: 'MISSING_PARTS',
    en: {
      title: 'A screw, cable, lid or other part is missing',
      body: 'Look under the cardboard inlay and inside the product itself: small bags of screws, filters and manuals are often put there. The list of what belongs in the box is on the product page under “In the box”. If something is missing, write to us within 14 days of delivery with the order number and the name of the part, or a photo of everything that you did get. We send the part free of charge; it arrives within 5 working days. If we do not have the single part, we replace the whole product or refund it. Please do not assemble furniture with parts missing. Batteries and chargers are missing on purpose where the product page says “not included”.',
    },
    id: {
      title: 'Sekrup, kabel, tutup, atau bagian lain tidak ada',
      body: 'Coba lihat di bawah lapisan kardus dan di dalam produknya: plastik kecil berisi sekrup, filter, dan buku petunjuk sering diselipkan di sana. Isi lengkap kotak tertulis di halaman produk, bagian “Isi kotak”. Kalau memang ada yang kurang, hubungi kami paling lambat 14 hari setelah diterima dengan nomor pesanan dan nama bagiannya, atau foto semua isi yang Anda terima. Bagian yang kurang kami kirim gratis dan sampai dalam 5 hari kerja. Kalau satuannya tidak tersedia, produknya kami ganti utuh atau uangnya kami kembalikan. Jangan merakit perabot kalau bagiannya belum lengkap. Baterai dan charger memang tidak ada bila di halaman produk tertulis “tidak termasuk”.',
    },
  },
  {
    name: 'fewer-items-in-the-parcel',
    subtopic: 'MISSING_PARTS',
    en: {
      title: 'There are fewer pieces in the parcel than I paid for',
      body: 'Check under My orders whether the rest travels in a second parcel; the box says “1 of 2” if so. If the parcel is the only one and pieces are missing, for example 2 packs came instead of 3, tell us within 14 days of delivery. Send a photo of the contents and one of the label with the weight printed on it: we compare that weight with what our scale recorded at packing, which takes 1 working day. Then we send the missing pieces free of charge, or refund their price; the choice is yours. A free gift from a promotion is sent only while stock lasts, and it is listed in the order if you were entitled to one. An empty or opened box should be photographed before you unpack further.',
    },
    id: {
      title: 'Jumlah barang di paket kurang dari yang dibayar',
      body: 'Lihat dulu di Pesanan Saya apakah sisanya dikirim dalam paket kedua; kalau ya, di kotak tertulis “1 dari 2”. Kalau paketnya memang cuma satu dan isinya kurang, misalnya pesan 3 bungkus datang 2, laporkan paling lambat 14 hari setelah diterima. Kirim foto isi paket dan foto label yang ada angka beratnya. Kami bandingkan dengan berat saat dikemas, butuh 1 hari kerja. Setelah itu kekurangannya kami kirim gratis atau harganya kami kembalikan, silakan pilih. Hadiah gratis dari promo hanya dikirim selama persediaan ada, dan tercantum di pesanan kalau Anda berhak. Kalau kotak datang kosong atau sudah terbuka, foto dulu sebelum dibongkar lebih lanjut.',
    },
  },
];
