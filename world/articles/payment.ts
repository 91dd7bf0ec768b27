import type { ArticleEntry } from './articleEntry.ts';

export const payment: readonly ArticleEntry[] = [
  {
    name: 'payment-failed',
    subtopic: 'PAYMENT_FAILED',
    en: {
      title: 'My payment was declined',
      body: 'The order is kept for 60 minutes, so you can try again: My orders › Pay now. Usual reasons are a daily limit for online payments, a card that is not enabled for use on the internet or abroad, a wrong expiry date, or the bank’s confirmation (3-D Secure) that was not approved in its app within 5 minutes. After three failed attempts the card is blocked here for 1 hour; use another method or wait. We do not learn the bank’s reason; “do not honour” means that only your bank can tell you. If a declined payment still shows on your statement, it is a reservation, which the bank releases within 3–7 working days. When the 60 minutes are over, the order is cancelled by itself and the goods go back on sale.',
    },
    id: {
      title: 'Pembayaran ditolak',
      body: 'Pesanan disimpan selama 60 menit, jadi masih bisa dicoba lagi: Pesanan Saya › Bayar sekarang. Penyebab yang sering: limit harian transaksi online habis, kartu belum diaktifkan untuk internet atau luar negeri, tanggal kedaluwarsa salah, atau konfirmasi bank (3-D Secure) tidak disetujui dalam 5 menit. Setelah tiga kali gagal, kartu itu ditahan 1 jam di toko kami; pakai cara lain atau tunggu. Alasan penolakan tidak diberitahukan ke kami; kalau muncul “do not honour”, hanya bank Anda yang tahu. Kalau saldo terlihat berkurang padahal ditolak, itu dana yang ditahan bank dan dilepas dalam 3–7 hari kerja. Lewat 60 menit pesanan batal sendiri dan barang dijual lagi.',
    },
  },
  {
    name: 'transfer-code-expired',
    subtopic: 'PAYMENT_FAILED',
    en: {
      title: 'My transfer code or QR code has expired',
      body: 'A virtual account number is valid for 24 hours, a QR code (PayNow, PromptPay, QRIS) for 30 minutes. After that the bank refuses the transfer, or sends it back. If you have not paid yet, open My orders and choose Pay now for a fresh code, as long as the order is not cancelled; otherwise order again. If you paid just before the end and the order still says unpaid, wait 2 hours: banks report late in the evening and at weekends. If you transferred a different amount than shown, the payment cannot be matched by itself; send us the transfer receipt as a photo or PDF, and we assign it, or return it within 3–5 working days. Never use an old code again: it belongs to an order that is closed.',
    },
    id: {
      title: 'Kode transfer atau QR sudah kedaluwarsa',
      body: 'Nomor virtual account berlaku 24 jam, sedangkan kode QR (QRIS, PayNow, PromptPay) 30 menit. Setelah itu transfer ditolak bank atau dikembalikan. Kalau belum bayar, buka Pesanan Saya lalu pilih Bayar sekarang untuk mendapat kode baru selama pesanan belum dibatalkan; kalau sudah batal, pesan ulang. Kalau Anda bayar di menit terakhir dan statusnya masih belum dibayar, tunggu 2 jam, karena laporan bank sering terlambat di malam hari dan akhir pekan. Kalau jumlah transfernya beda dari tagihan, sistem tidak bisa mencocokkan sendiri; kirim foto atau PDF bukti transfer, nanti kami cocokkan atau kembalikan dalam 3–5 hari kerja. Jangan pakai kode lama, karena pesanannya sudah ditutup.',
    },
  },
  {
    name: 'charged-twice',
    subtopic: 'DOUBLE_CHARGE',
    en: {
      title: 'I was charged twice for one order',
      body: 'Look at the two lines in your banking app. If one is marked pending, reserved or authorised, it belongs to an attempt that failed; we never received it and the bank drops it within 3–7 working days. If both are booked and My orders shows one order, we did take the money twice: send us the order number and a screenshot or PDF of both lines, with other entries blacked out. We check within 1 working day and pay one of them back: 5–10 working days for cards, 1–3 for e-wallets, 3–5 for bank transfers. If My orders shows two orders, you ordered twice; cancel one while it is Preparing, or return it within 30 days. An order in two parcels may be charged in two parts, whose sum is the total.',
    },
    id: {
      title: 'Tagihan terpotong dua kali untuk satu pesanan',
      body: 'Perhatikan dua baris di aplikasi bank Anda. Kalau salah satunya berstatus pending atau ditahan, itu dari percobaan yang gagal; uangnya tidak pernah sampai ke kami dan dilepas bank dalam 3–7 hari kerja. Kalau keduanya sudah terdebit dan di Pesanan Saya hanya ada satu pesanan, berarti memang terpotong dua kali: kirim nomor pesanan dan tangkapan layar atau PDF kedua baris itu, mutasi lain boleh ditutup. Kami cek dalam 1 hari kerja dan kembalikan satu di antaranya: kartu 5–10 hari kerja, dompet digital 1–3, transfer bank 3–5. Kalau ternyata ada dua pesanan, batalkan satu selagi Disiapkan atau retur dalam 30 hari. Pesanan dua paket bisa ditagih dalam dua bagian yang jumlahnya sama dengan total.',
    },
  },
  {
    name: 'amount-on-statement-differs',
    subtopic: 'DOUBLE_CHARGE',
    en: {
      title: 'The amount charged differs from the price I saw',
      body: 'First compare with the confirmation email, which lists goods, delivery, voucher and tax. Prices on the site include GST or VAT, so nothing is added for tax at the end; the delivery fee is added in the last step. If you paid in a currency other than your card’s, your bank converts with its own rate and often adds a fee of 1–3%; that part never reaches us. If a voucher ran out between the basket and the payment, the full price is shown on the last page before you confirm. A price that is really higher on the statement than in the confirmation is our mistake: send us both, and we refund the difference within 5–10 working days to a card, plus a S$5 (Rp50.000) voucher.',
    },
    id: {
      title: 'Jumlah yang terpotong beda dari harga yang tertera',
      body: 'Bandingkan dulu dengan email konfirmasi yang merinci harga barang, ongkir, voucher, dan pajak. Harga di situs sudah termasuk PPN, jadi tidak ada tambahan pajak di akhir; yang ditambahkan di langkah terakhir hanya ongkir. Kalau Anda membayar dengan mata uang yang berbeda dari kartu, bank memakai kursnya sendiri dan sering menambah biaya 1–3%; bagian itu tidak masuk ke kami. Kalau voucher keburu habis antara keranjang dan pembayaran, harga penuhnya ditampilkan sebelum Anda setuju. Kalau potongan di rekening memang lebih besar daripada di email konfirmasi, itu kesalahan kami: kirim keduanya, selisihnya kami kembalikan ke kartu dalam 5–10 hari kerja, ditambah voucher Rp50.000 (S$5).',
    },
  },
  {
    name: 'payment-methods',
    subtopic: 'PAYMENT_METHOD',
    en: {
      title: 'Ways to pay in each country',
      body: 'Everywhere you can pay with Visa, Mastercard and JCB cards, credit or debit. In addition: Singapore has PayNow and GrabPay; Malaysia FPX online banking and Touch ’n Go; Indonesia QRIS, GoPay, OVO and virtual accounts of BCA, Mandiri and BNI; the Philippines GCash and Maya; Thailand PromptPay; Vietnam MoMo and ZaloPay. Cash on delivery exists in all of them but Singapore. You pay in the currency of the country the parcel goes to. One order takes one method; a voucher and points can be combined with it, but two cards cannot. Cheques, cryptocurrency and transfers to a private account are never accepted. Saved cards are kept by our payment provider; we see only the brand and the last four digits.',
    },
    id: {
      title: 'Cara pembayaran yang tersedia',
      body: 'Di Indonesia Anda bisa membayar dengan QRIS, GoPay, OVO, virtual account BCA, Mandiri, dan BNI, kartu Visa, Mastercard, dan JCB (kredit maupun debit), atau COD. Untuk alamat di Singapura tersedia kartu, PayNow, dan GrabPay, tetapi tidak ada COD. Mata uangnya mengikuti negara tujuan paket. Satu pesanan dibayar dengan satu cara; boleh digabung dengan voucher dan poin, tetapi tidak dengan dua kartu sekaligus. Kami tidak menerima cek, kripto, atau transfer ke rekening pribadi. Kartu yang disimpan berada di penyedia pembayaran kami; yang kami lihat hanya jenis kartu dan empat angka terakhir. Mengganti cara bayar masih bisa selama pesanan belum dibayar.',
    },
  },
  {
    name: 'cash-on-delivery',
    subtopic: 'PAYMENT_METHOD',
    en: {
      title: 'Paying cash on delivery',
      body: 'Cash on delivery is offered in Malaysia, Indonesia, the Philippines, Thailand and Vietnam, for orders up to RM 500, Rp2.000.000, ₱5,000, ฿5,000 or 3.000.000 ₫, and costs nothing extra. It is not available in Singapore, to pickup points, or for preorders. Have the exact amount ready: couriers carry little change, though many accept a QR payment at the door. You pay before opening the parcel; if the content is wrong or broken, you are protected as with every other method. Who refuses two cash orders without a reason pays in advance for the next 6 months. Refunds go to a bank account in your name, within 3–5 working days. Please never pay a courier by transfer to a private number.',
    },
    id: {
      title: 'Bayar di tempat (COD)',
      body: 'COD berlaku di Indonesia untuk pesanan sampai Rp2.000.000, tanpa biaya tambahan; tersedia juga di Malaysia, Filipina, Thailand, dan Vietnam, tetapi tidak di Singapura. COD tidak bisa dipakai untuk titik ambil dan preorder. Siapkan uang pas karena kurir jarang membawa kembalian, walau banyak yang menerima QRIS di depan pintu. Pembayaran dilakukan sebelum paket dibuka; kalau isinya salah atau rusak, perlindungannya sama seperti cara bayar lain. Pelanggan yang dua kali menolak paket COD tanpa alasan harus bayar di muka selama 6 bulan. Pengembalian dana ditransfer ke rekening atas nama Anda dalam 3–5 hari kerja. Jangan pernah mentransfer ke nomor pribadi kurir.',
    },
  },
  {
    name: 'instalments',
    subtopic: 'PAYMENT_METHOD',
    en: {
      title: 'Paying in instalments',
      body: 'Credit cards of most large banks can split a payment from S$200, RM 600, Rp1.000.000, ₱8,000, ฿5,000 or 3.500.000 ₫ into 3 or 6 months. Three months are free of interest; six months cost a single fee of 1.5% of the price, shown before you confirm. Choose “Instalments” when you enter the card; if the choice does not appear, your bank does not take part. Debit cards and e-wallets cannot be split, and an order that is already paid cannot be turned into instalments by us; ask your bank. The bank blocks the whole amount on your limit and releases it month by month. When you return something, the bank cancels the plan for that amount, which may take one statement; the 1.5% fee is refunded if everything goes back.',
    },
    id: {
      title: 'Bayar dengan cicilan',
      body: 'Kartu kredit dari sebagian besar bank bisa dicicil 3 atau 6 bulan untuk belanja mulai Rp1.000.000 (S$200 di Singapura). Cicilan 3 bulan bunganya 0%; cicilan 6 bulan dikenai biaya satu kali 1,5% dari harga, dan terlihat sebelum Anda setuju. Pilih “Cicilan” saat memasukkan nomor kartu; kalau pilihannya tidak muncul, bank Anda belum ikut serta. Kartu debit dan dompet digital tidak bisa dicicil. Pesanan yang sudah dibayar penuh juga tidak bisa kami ubah jadi cicilan, silakan tanya bank. Bank menahan limit sebesar total lalu melepasnya tiap bulan. Kalau barang diretur, bank membatalkan cicilan sebesar nilai itu, bisa makan satu periode tagihan; biaya 1,5% kembali kalau semua barang diretur.',
    },
  },
  {
    name: 'download-a-receipt',
    subtopic: 'INVOICE',
    en: {
      title: 'Getting a receipt for my order',
      body: 'We email a receipt as a PDF when the order is dispatched, one for each parcel. You can download it again at any time under My orders › the order › Receipt; receipts stay there for 5 years. It shows the goods, the tax included, the delivery fee, vouchers, and the brand and last four digits of the card, which is enough for a warranty claim, an insurer or your employer. No paper receipt lies in the parcel, so gifts carry no prices. If the email is missing, look in the spam folder and check the address under Account. An order that was cancelled before payment has no receipt; after a refund you find a credit note beside the receipt. Names and items on a receipt cannot be changed afterwards.',
    },
    id: {
      title: 'Mendapatkan bukti pembelian',
      body: 'Bukti pembelian kami kirim lewat email dalam bentuk PDF saat paket berangkat, satu untuk tiap paket. Kapan saja bisa diunduh lagi di Pesanan Saya › pesanan › Bukti pembelian, dan tersimpan 5 tahun. Isinya daftar barang, pajak yang sudah termasuk, ongkir, voucher, serta jenis kartu dan empat angka terakhir; cukup untuk klaim garansi, asuransi, atau penggantian dari kantor. Di dalam paket tidak ada nota kertas, jadi aman untuk kado. Kalau emailnya tidak ada, cek folder spam dan alamat email di menu Akun. Pesanan yang batal sebelum dibayar tidak punya bukti; setelah pengembalian dana, ada nota kredit di sampingnya. Nama dan barang di bukti tidak bisa diubah belakangan.',
    },
  },
  {
    name: 'tax-invoice-for-a-company',
    subtopic: 'INVOICE',
    en: {
      title: 'Tax invoice in a company’s name',
      body: 'Choose “I need a tax invoice” before paying, and enter the company’s registered name, address and tax number (UEN or GST number in Singapore, SST in Malaysia, NPWP in Indonesia, TIN in the Philippines, tax ID in Thailand, MST in Vietnam). The invoice is issued within 3 working days after dispatch and sent as a PDF. You forgot it? Ask within 30 days of the order, with these details; later the month is closed for tax, and we can no longer issue one. A wrong digit can be corrected in the same 30 days: we cancel the first invoice and send a new one. The company’s country must be the one the parcel goes to. Quotations and payment on account are not available.',
    },
    id: {
      title: 'Faktur pajak atas nama perusahaan',
      body: 'Sebelum membayar, centang “Saya perlu faktur pajak”, lalu isi nama resmi perusahaan, alamat, dan NPWP (untuk Singapura nomor UEN atau GST). Faktur terbit paling lama 3 hari kerja setelah paket dikirim dan kami kirim sebagai PDF lewat email. Lupa mencentang? Mintalah paling lambat 30 hari sejak tanggal pesanan dengan data yang sama; setelah itu masa pajaknya sudah ditutup dan faktur tidak bisa dibuat lagi. Salah ketik satu angka pun masih bisa diperbaiki dalam 30 hari itu: faktur lama dibatalkan, diganti yang baru. Negara perusahaan harus sama dengan negara tujuan paket. Surat penawaran harga dan pembayaran tempo belum tersedia.',
    },
  },
];
