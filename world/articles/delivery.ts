import type { ArticleEntry } from './articleEntry.ts';

export const delivery: readonly ArticleEntry[] = [
  {
    name: 'delivery-times-and-fees',
    subtopic: 'LATE_DELIVERY',
    en: {
      title: 'How long delivery takes and what it costs',
      body: 'Counted from the day you pay, standard delivery takes 2–4 working days in Singapore, 3–6 in Peninsular Malaysia and on Java, 7–12 elsewhere in Malaysia and Indonesia, 5–10 in the Philippines, 3–6 in Thailand and 4–8 in Vietnam. Saturdays, Sundays and public holidays do not count. Standard delivery is free from S$40, RM 100, Rp300.000, ₱1,500, ฿900 or 600.000 ₫; below that it costs S$2.90, RM 8, Rp18.000, ₱95, ฿49 or 30.000 ₫. In Singapore you can choose express for S$6.90: order before 12:00 on a working day and it comes the next working day. The dates promised for your order are shown in the confirmation and under My orders.',
    },
    id: {
      title: 'Lama pengiriman dan ongkos kirim',
      body: 'Pengiriman reguler dihitung sejak hari pembayaran: 3–6 hari kerja untuk Pulau Jawa, 7–12 hari kerja untuk luar Jawa, dan 2–4 hari kerja untuk alamat di Singapura. Sabtu, Minggu, dan tanggal merah tidak dihitung. Ongkir gratis untuk belanja mulai Rp300.000 (S$40 di Singapura). Kalau belanjaan Anda di bawah itu, ongkirnya Rp18.000 atau S$2.90, berapa pun jumlah barangnya. Layanan ekspres baru ada di Singapura: tambah S$6.90, pesan sebelum pukul 12.00 pada hari kerja, dan paket datang hari kerja berikutnya. Perkiraan tanggal tiba untuk pesanan Anda tertulis di email konfirmasi dan di halaman Pesanan Saya.',
    },
  },
  {
    name: 'late-delivery',
    subtopic: 'LATE_DELIVERY',
    en: {
      title: 'My parcel is later than promised',
      body: 'We call a parcel late when 2 working days have passed since the last date we promised you. Until then, please give the courier time: most parcels turn up. Once it is late, write to us with the order number. We ask the courier on the same working day, tell you what we learn, and add a S$5 (Rp50.000) voucher to your account as an apology, one per order. If the parcel has still not arrived 10 working days after the promised date, we treat it as lost and you choose: we send everything again at no cost, or refund the full amount including delivery. You need not wait for the courier’s investigation to end. Around 11.11, 12.12, Lebaran and Lunar New Year the promised dates are already longer, so the same rule applies.',
    },
    id: {
      title: 'Paket belum datang padahal sudah lewat tanggalnya',
      body: 'Paket kami anggap terlambat kalau sudah lewat 2 hari kerja dari tanggal tiba paling akhir yang dijanjikan. Setelah itu, silakan hubungi kami dengan nomor pesanan. Pada hari kerja yang sama kami tanyakan ke kurir, lalu kabari Anda hasilnya, dan sebagai permintaan maaf kami masukkan voucher Rp50.000 (S$5) ke akun Anda, satu kali per pesanan. Kalau 10 hari kerja setelah tanggal janji paket belum juga sampai, kami anggap hilang. Anda tinggal pilih: barang dikirim ulang tanpa biaya, atau uang kembali penuh termasuk ongkir. Tidak perlu menunggu kurir selesai menelusuri. Menjelang Lebaran, 11.11, dan 12.12 tanggal yang dijanjikan memang sudah dibuat lebih panjang, jadi aturannya tetap sama.',
    },
  },
  {
    name: 'marked-delivered-not-received',
    subtopic: 'NOT_RECEIVED',
    en: {
      title: 'Tracking says delivered, but I have nothing',
      body: 'Please look first where couriers leave parcels: with a neighbour or family member, at the guardhouse or reception, behind the gate, in the letterbox or a parcel locker. Open the tracking page too; many couriers attach a photo or the name of the person who took it. If it is not there, tell us within 7 days of the delivery mark. We open an investigation with the courier, which takes up to 3 working days. Nobody asks you to prove that you did not get it, but we may ask you to confirm your address and that nobody in the household signed. If the courier cannot show a delivery to your address, we send the order again or refund it in full, as you prefer.',
    },
    id: {
      title: 'Status sudah diterima, tapi barang tidak ada',
      body: 'Coba cek dulu tempat kurir biasa menitipkan paket: tetangga, orang rumah, pos satpam, resepsionis, balik pagar, atau loker paket. Buka juga halaman pelacakan, karena sering ada foto atau nama penerimanya. Kalau tetap tidak ada, laporkan paling lambat 7 hari sejak status berubah menjadi diterima. Kami ajukan penelusuran ke kurir, prosesnya paling lama 3 hari kerja. Anda tidak perlu membuktikan bahwa barang tidak sampai; kami hanya memastikan alamat benar dan tidak ada anggota keluarga yang menandatangani. Kalau kurir tidak bisa menunjukkan bukti serah terima di alamat Anda, pesanan kami kirim ulang atau dananya kami kembalikan penuh, terserah pilihan Anda.',
    },
  },
  {
    name: 'missed-delivery',
    subtopic: 'NOT_RECEIVED',
    en: {
      title: 'The courier came and nobody was home',
      body: 'A courier tries twice, on two different working days. After the first miss you get a text message with a link: choose another day within the next 5 days, or a pickup point near you. If the second attempt fails as well, the parcel waits 5 days at the nearest pickup point; bring the code from the message and any photo ID. After that it travels back to us. When it arrives, we refund the goods but not the delivery fee, because the delivery was made; if the delivery was free, nothing is deducted. We cannot send a returned parcel out again, so please place a new order. If no attempt was made although the tracking says so, tell us the date and time and we will take it up with the courier.',
    },
    id: {
      title: 'Kurir datang saat rumah kosong',
      body: 'Kurir mencoba mengantar dua kali pada hari kerja yang berbeda. Setelah percobaan pertama gagal, Anda mendapat SMS berisi tautan untuk memilih hari lain dalam 5 hari ke depan atau titik ambil terdekat. Kalau percobaan kedua juga gagal, paket menunggu 5 hari di titik ambil; bawa kode dari SMS dan kartu identitas berfoto. Lewat dari itu paket kembali ke gudang. Begitu tiba, harga barang kami kembalikan tanpa ongkir, sebab pengantaran sudah dilakukan; kalau ongkirnya gratis, tidak ada potongan. Paket yang sudah kembali tidak bisa dikirim lagi, jadi silakan pesan ulang. Kalau tertulis “penerima tidak di tempat” padahal Anda di rumah, beri tahu kami tanggal dan jamnya supaya kami tegur kurirnya.',
    },
  },
  {
    name: 'track-your-parcel',
    subtopic: 'TRACKING',
    en: {
      title: 'Where to find the tracking number',
      body: 'When the parcel leaves our warehouse we send you an email with the courier’s name and the tracking number; the same number is under My orders, behind “Track”. It takes up to 24 hours after dispatch until the courier’s own site knows it, so an “unknown number” on the first day is normal. The states you see are: Preparing (we are picking your goods), Packed, Dispatched, Out for delivery and Delivered. On the day of delivery the link shows a window of 3 hours. Couriers update once or twice a day, not live. An order that is still Preparing has no number yet; most orders are dispatched within one working day after payment.',
    },
    id: {
      title: 'Di mana melihat nomor resi',
      body: 'Begitu paket keluar dari gudang, kami kirim email berisi nama kurir dan nomor resi. Nomor yang sama ada di Pesanan Saya, tombol “Lacak”. Situs kurir biasanya baru mengenali resi itu sampai 24 jam setelah paket dikirim, jadi wajar kalau hari pertama muncul “resi tidak ditemukan”. Urutan statusnya: Disiapkan, Dikemas, Dikirim, Sedang diantar, lalu Diterima. Pada hari pengantaran, tautan pelacakan menampilkan perkiraan jam dengan rentang 3 jam. Kurir memperbarui status satu atau dua kali sehari, bukan setiap saat. Pesanan yang masih Disiapkan belum punya resi; kebanyakan pesanan dikirim dalam satu hari kerja setelah pembayaran masuk.',
    },
  },
  {
    name: 'tracking-does-not-move',
    subtopic: 'TRACKING',
    en: {
      title: 'Tracking has not changed for days',
      body: 'A parcel that crosses a border or the sea can show the same line for 2 or 3 days while it is in a container or at customs; it is moving, only nobody scans it. If nothing has changed for 48 hours on a delivery inside one island or country, or for 5 days on one that crosses the sea, send us the order number and we ask the courier to look for it. We answer within 1 working day. You do not pay duties at the door: our prices include them, so if a courier or a message asks you for a customs fee, do not pay and tell us. “Returned to sender” means that the address could not be found; contact us the same day and we may still be able to stop it.',
    },
    id: {
      title: 'Status resi tidak berubah berhari-hari',
      body: 'Paket yang menyeberang pulau atau lewat bea cukai bisa menampilkan status yang sama selama 2–3 hari. Paketnya tetap jalan, hanya belum dipindai. Kalau pengirimannya dalam satu pulau dan 48 jam tidak ada perubahan, atau antarpulau dan 5 hari tidak ada perubahan, kirimkan nomor pesanan Anda. Kami minta kurir mencarinya dan Anda kami kabari dalam 1 hari kerja. Tidak ada bea masuk yang harus dibayar di depan pintu, karena harga kami sudah termasuk semuanya. Jadi kalau ada kurir atau pesan yang meminta biaya bea cukai, jangan dibayar dan laporkan ke kami. Status “dikembalikan ke pengirim” artinya alamat tidak ketemu; hubungi kami hari itu juga supaya paket masih sempat ditahan.',
    },
  },
  {
    name: 'several-parcels',
    subtopic: 'TRACKING',
    en: {
      title: 'Only part of my order came',
      body: 'Goods from different warehouses travel in separate parcels, each with its own tracking number. Under My orders you see which product is in which parcel, and the label on the box says “1 of 2” and so on. The parcels of one order usually arrive within 3 working days of each other; you pay the delivery fee once, however many there are. Please wait until every parcel is marked Delivered before you report something as missing. If one of them stays behind for more than 3 working days after the first, write to us with the order number, and we will find out where it is. A parcel that is already here can be returned without the others.',
    },
    id: {
      title: 'Baru sebagian pesanan yang sampai',
      body: 'Barang dari gudang berbeda dikirim dalam paket terpisah, masing-masing dengan nomor resi sendiri. Di Pesanan Saya terlihat produk mana ada di paket mana, dan di label kotak tertulis “1 dari 2” dan seterusnya. Paket dari satu pesanan biasanya tiba dengan selisih paling lama 3 hari kerja, dan ongkir tetap dihitung satu kali berapa pun jumlah paketnya. Sebelum melapor ada yang kurang, mohon tunggu sampai semua paket berstatus Diterima. Kalau ada paket yang tertinggal lebih dari 3 hari kerja sejak paket pertama, kirim nomor pesanan ke kami supaya kami cari. Paket yang sudah Anda terima boleh diretur tanpa menunggu yang lain.',
    },
  },
  {
    name: 'change-delivery-address',
    subtopic: 'ADDRESS_CHANGE',
    en: {
      title: 'Changing the address before dispatch',
      body: 'You can change the address, the recipient’s name or the phone number yourself while the order is Preparing: My orders › the order › Edit address. That is usually about 4 hours after payment on a working day, and until 08:00 on the next working day for orders placed at night or at weekends. The new address must be in the same country, because prices and taxes differ; for another country please cancel and order again. If the delivery time for the new address is longer, the new date is shown before you confirm. The fee does not change. Saving an address in your account alone changes only future orders, not those that are already placed.',
    },
    id: {
      title: 'Mengganti alamat sebelum paket dikirim',
      body: 'Selama pesanan masih berstatus Disiapkan, Anda bisa mengganti sendiri alamat, nama penerima, atau nomor telepon: Pesanan Saya › pilih pesanan › Ubah alamat. Waktunya sekitar 4 jam setelah bayar pada hari kerja; untuk pesanan malam hari atau akhir pekan, sampai pukul 08.00 hari kerja berikutnya. Alamat baru harus di negara yang sama karena harga dan pajaknya berbeda. Kalau mau dikirim ke negara lain, batalkan lalu pesan lagi. Bila alamat baru butuh waktu lebih lama, tanggal barunya ditampilkan sebelum Anda setuju; ongkir tidak berubah. Mengganti alamat di profil saja hanya berlaku untuk pesanan berikutnya, bukan pesanan yang sudah dibuat.',
    },
  },
  {
    name: 'wrong-address-after-dispatch',
    subtopic: 'ADDRESS_CHANGE',
    en: {
      title: 'The parcel is on its way to the wrong address',
      body: 'Once an order is Packed we can no longer change the address, but the courier can often help. Open the tracking link and choose “Redirect”: once per parcel, free of charge, to a pickup point in the same town or to another day. Redirecting to a different home address is not possible, for safety. A missing unit number or a wrong phone number can be added by the courier; send it to us with the order number before 18:00 and we pass it on for the next morning. If the address was wrong and the parcel comes back to us, we refund the goods without the delivery fee within the usual refund time. If the mistake on the label was ours, we send it again at once and free.',
    },
    id: {
      title: 'Paket terlanjur dikirim ke alamat yang salah',
      body: 'Kalau pesanan sudah Dikemas, alamat tidak bisa kami ubah lagi, tetapi kurir sering masih bisa membantu. Buka tautan pelacakan lalu pilih “Alihkan”: satu kali per paket, gratis, ke titik ambil di kota yang sama atau ke hari lain. Demi keamanan, paket tidak bisa dialihkan ke alamat rumah lain. Nomor rumah, blok, atau nomor telepon yang kurang bisa ditambahkan; kirim ke kami bersama nomor pesanan sebelum pukul 18.00, dan kami teruskan untuk besok paginya. Kalau alamatnya memang keliru dan paket kembali ke gudang, harga barang kami kembalikan tanpa ongkir. Kalau kesalahan label ada di pihak kami, paket langsung kami kirim ulang tanpa biaya.',
    },
  },
];
