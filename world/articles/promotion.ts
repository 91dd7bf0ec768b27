import type { ArticleEntry } from './articleEntry.ts';

export const promotion: readonly ArticleEntry[] = [
  {
    name: 'voucher-not-accepted',
    subtopic: 'VOUCHER',
    en: {
      title: 'My voucher code is not accepted',
      body: 'Type the code without spaces; capital letters do not matter. The message below the field tells the reason. “Minimum not reached”: the value of the goods counts, without delivery. “Not for these items”: gift cards, preorders and products marked “final sale” are always excluded, and some codes are for one category. “New customers only”: for the first order of a household, that is one account, address, phone number and device. “Already used”: a code works once per account unless it says otherwise. “Fully redeemed”: the number of uses is limited, and it is gone. “Wrong country”: a voucher in rupiah works only for parcels to Indonesia. One voucher per order; points can be added. A code cannot be entered after you have paid, but you may cancel while Preparing and order again.',
    },
    id: {
      title: 'Kode voucher tidak bisa dipakai',
      body: 'Ketik kodenya tanpa spasi; huruf besar atau kecil tidak masalah. Alasannya muncul di bawah kolom. “Minimum belum tercapai”: yang dihitung harga barang tanpa ongkir. “Tidak berlaku untuk barang ini”: kartu hadiah, preorder, dan barang “final sale” selalu dikecualikan, dan ada kode khusus satu kategori. “Khusus pelanggan baru”: hanya untuk pesanan pertama satu rumah tangga, artinya satu akun, alamat, nomor HP, dan perangkat. “Sudah dipakai”: satu kode sekali per akun kecuali tertulis lain. “Kuota habis”: jumlah pemakaiannya terbatas. “Negara tidak sesuai”: voucher rupiah hanya untuk paket ke Indonesia. Satu pesanan satu voucher, boleh ditambah poin. Kode tidak bisa dimasukkan setelah bayar, tetapi selagi Disiapkan boleh batal lalu pesan lagi.',
    },
  },
  {
    name: 'voucher-expired-or-returned',
    subtopic: 'VOUCHER',
    en: {
      title: 'Expired vouchers, and vouchers after a return',
      body: 'A voucher is valid until 23:59 on the date it shows, in the time zone of your country; it cannot be extended, also not by an hour. Apology vouchers from us are valid for 60 days, gift cards for 24 months. When an order is cancelled or comes back whole, its voucher returns to your account at once with its old end date; if that has passed, it is renewed for 14 days only when we were the ones who cancelled. When only part of an order comes back, that part’s share returns as a new voucher of at least S$1 (Rp10.000). Vouchers are not paid out in cash and cannot be split or sold; gift cards can be given to anybody and may be used in several purchases until they are empty.',
    },
    id: {
      title: 'Voucher kedaluwarsa dan voucher setelah retur',
      body: 'Voucher berlaku sampai pukul 23.59 pada tanggal yang tertera menurut waktu negara Anda, dan tidak bisa diperpanjang, satu jam pun tidak. Voucher permintaan maaf berlaku 60 hari, kartu hadiah 24 bulan. Kalau pesanan dibatalkan atau diretur seluruhnya, voucher langsung kembali ke akun dengan tanggal lama; kalau tanggalnya sudah lewat, diperpanjang 14 hari hanya bila kami yang membatalkan. Kalau hanya sebagian yang diretur, bagiannya kembali sebagai voucher baru, paling kecil Rp10.000 (S$1). Voucher tidak bisa diuangkan, dipecah, atau dijual; kartu hadiah boleh diberikan ke siapa saja dan dipakai untuk beberapa kali belanja sampai habis.',
    },
  },
  {
    name: 'earning-and-using-points',
    subtopic: 'LOYALTY',
    en: {
      title: 'How points work',
      body: 'You earn 1 point for every S$1, RM 3, Rp10.000, ₱40, ฿25 or 17.000 ₫ paid for goods, after vouchers and without delivery. 100 points are worth S$1, or the same in your currency, and can pay up to half of an order, in steps of 100. In your birthday month you earn double, if your birthday is saved at least 7 days before. Points are valid for 12 months after they were credited; the oldest are used first, and we send a reminder 30 days before any expire. Points that you used come back when you return the goods; points that you earned with them are taken off again. They cannot be exchanged for cash or moved to another account, also within a family. There are no membership levels and no fees.',
    },
    id: {
      title: 'Cara kerja poin',
      body: 'Anda mendapat 1 poin untuk setiap Rp10.000 (S$1 di Singapura) yang dibayar untuk barang, setelah dipotong voucher dan tanpa ongkir. Setiap 100 poin bernilai S$1, atau Rp10.000, dan bisa membayar sampai setengah dari pesanan, dalam kelipatan 100. Di bulan ulang tahun poinnya dobel, asalkan tanggal lahir sudah disimpan minimal 7 hari sebelumnya. Poin berlaku 12 bulan sejak masuk; yang paling lama terpakai lebih dulu, dan kami ingatkan 30 hari sebelum ada yang hangus. Poin yang Anda pakai kembali kalau barang diretur, sedangkan poin yang didapat dari barang itu ditarik lagi. Poin tidak bisa diuangkan atau dipindah ke akun lain, sekalipun keluarga. Tidak ada tingkatan anggota dan tidak ada biaya.',
    },
  },
  {
    name: 'points-missing',
    subtopic: 'LOYALTY',
    en: {
      title: 'My points or cashback have not arrived',
      body: 'Points are credited 7 days after delivery, not at once after paying; until then they are shown as “pending” under Account › Points. For an order in several parcels the last one counts. Cashback of a promotion comes as points too, 14 days after delivery, because returns are waited for. Nothing is credited for orders placed as a guest or while signed in with another account, for gift cards, and for the part that was paid with points or a voucher. If 10 days after delivery your points, or 17 days after delivery your cashback, are still pending or missing, send us the order number within 60 days of the delivery; we add them within 2 working days. Cashback of your bank or e-wallet is paid by them, and we cannot see it.',
    },
    id: {
      title: 'Poin atau cashback belum masuk',
      body: 'Poin masuk 7 hari setelah barang diterima, bukan langsung setelah bayar; sebelum itu tertulis “menunggu” di Akun › Poin. Kalau pesanan terdiri dari beberapa paket, dihitung dari paket terakhir. Cashback promo juga berbentuk poin dan masuk 14 hari setelah diterima, karena menunggu kemungkinan retur. Tidak ada poin untuk pesanan sebagai tamu atau dari akun lain, untuk kartu hadiah, dan untuk bagian yang dibayar dengan poin atau voucher. Kalau 10 hari setelah diterima poinnya, atau 17 hari setelah diterima cashback-nya, masih menunggu atau tidak ada, kirim nomor pesanan paling lambat 60 hari sejak diterima; kami tambahkan dalam 2 hari kerja. Cashback dari bank atau dompet digital dibayar oleh mereka dan tidak terlihat oleh kami.',
    },
  },
  {
    name: 'price-dropped-after-purchase',
    subtopic: 'PRICE',
    en: {
      title: 'The price dropped right after I bought it',
      body: 'If the same product in the same variant becomes cheaper in our own shop within 7 days after you paid, we give you the difference as a voucher, once per order. Write to us within those 7 days with the order number; a screenshot is not needed, because we keep the price history. The voucher is valid for 60 days. The rule covers the regular price and normal sales. It does not cover flash sales of less than 24 hours, the sale days 11.11 and 12.12, prices with a voucher code, and products marked “final sale”. Money is not paid out. If your order is still Preparing, it can be simpler to cancel it and order anew at the lower price. A price that went up after you ordered is never charged later.',
    },
    id: {
      title: 'Harga turun sesaat setelah saya beli',
      body: 'Kalau dalam 7 hari setelah Anda bayar, produk dan varian yang sama jadi lebih murah di toko kami, selisihnya kami ganti dengan voucher, satu kali per pesanan. Hubungi kami dalam 7 hari itu dengan nomor pesanan; tidak perlu tangkapan layar karena riwayat harga tersimpan. Vouchernya berlaku 60 hari. Aturan ini untuk harga reguler dan diskon biasa. Tidak berlaku untuk flash sale di bawah 24 jam, hari 11.11 dan 12.12, harga dengan kode voucher, dan barang “final sale”. Selisih tidak dibayar tunai. Kalau pesanan masih Disiapkan, kadang lebih praktis dibatalkan lalu pesan lagi dengan harga baru. Kalau harganya justru naik setelah Anda pesan, tidak ada tagihan susulan.',
    },
  },
  {
    name: 'no-price-match',
    subtopic: 'PRICE',
    en: {
      title: 'Do you match the prices of other shops?',
      body: 'No. We do not match prices of other shops, marketplaces or our own shop in another country, because taxes, delivery and warranty differ. What we can offer: if you find the same product cheaper elsewhere after buying here, return it unused within 30 days; the return fee of S$4 (Rp20.000) applies. Tell us about the cheaper offer under “Report a price” on the product page; we look at every report and often follow within a week or two, but do not answer each one. Wholesale prices start at 20 pieces of one product; ask through the contact form. We do not haggle in chat, and our service team cannot give a personal discount. Students, teachers and nurses have no special prices at present.',
    },
    id: {
      title: 'Apakah harga bisa disamakan dengan toko lain?',
      body: 'Tidak bisa. Kami tidak menyamakan harga dengan toko lain, marketplace, atau toko kami di negara lain, karena pajak, ongkir, dan garansinya berbeda. Yang bisa kami tawarkan: kalau setelah membeli Anda menemukan yang lebih murah, barang boleh diretur tanpa dipakai dalam 30 hari dengan biaya retur Rp20.000 (S$4). Laporkan harga itu lewat “Laporkan harga” di halaman produk; semua laporan kami baca dan sering kami ikuti dalam satu dua minggu, meski tidak kami balas satu per satu. Harga grosir mulai dari 20 buah untuk satu produk, tanyakan lewat formulir kontak. Kami tidak melayani tawar-menawar di chat, dan petugas kami tidak bisa memberi diskon pribadi. Harga khusus pelajar atau guru belum ada.',
    },
  },
  {
    name: 'price-changed-in-basket',
    subtopic: 'PRICE',
    en: {
      title: 'The price changed while it was in my basket',
      body: 'A basket reserves neither the price nor the stock. What counts is the price on the last page, “Review and pay”; from then on it is fixed for 15 minutes, also when a sale ends meanwhile. Sale prices start and end at 00:00 in your country’s time unless a clock on the page says otherwise. If a price changed since you put the product in, the basket says so in orange with the old and the new price. Struck-through prices are the lowest of the last 30 days before the sale. Prices differ between countries and between colours or sizes, so check the variant. If you saw a lower price in an advertisement, send us a picture of it: if it was ours and still running, we honour it with a voucher.',
    },
    id: {
      title: 'Harga berubah saat barang masih di keranjang',
      body: 'Keranjang tidak mengunci harga maupun stok. Yang berlaku adalah harga di halaman terakhir, “Periksa dan bayar”; sejak halaman itu dibuka, harganya tetap selama 15 menit walaupun promonya keburu selesai. Harga promo mulai dan berakhir pukul 00.00 waktu negara Anda, kecuali ada hitung mundur di halamannya. Kalau harga berubah sejak barang dimasukkan, keranjang menampilkannya dengan warna oranye, harga lama dan baru. Harga yang dicoret adalah harga terendah dalam 30 hari sebelum promo. Tiap negara, warna, dan ukuran bisa beda harga, jadi cek lagi variannya. Kalau Anda melihat harga lebih murah di iklan, kirim gambarnya: kalau memang iklan kami dan masih berlaku, selisihnya kami ganti dengan voucher.',
    },
  },
];
