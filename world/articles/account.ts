import type { ArticleEntry } from './articleEntry.ts';

export const account: readonly ArticleEntry[] = [
  {
    name: 'forgot-password',
    subtopic: 'LOGIN',
    en: {
      title: 'I forgot my password',
      body: 'On the sign-in page choose “Forgot password” and enter the email address or phone number of your account. You get a link that is valid for 30 minutes and can be used once; with several emails only the newest link works. The new password needs at least 10 characters and must not be one of the last three. Changing it signs out all your devices. If no email comes within 5 minutes, look in spam and try your other addresses: for privacy the page says the same whether an account exists or not. If you always signed in with Google, Apple or Facebook, you have no password here; use that button again. Our staff cannot see or set passwords, and will never ask you for yours.',
    },
    id: {
      title: 'Lupa kata sandi',
      body: 'Di halaman masuk, pilih “Lupa kata sandi” lalu isi email atau nomor ponsel akun Anda. Kami kirim tautan yang berlaku 30 menit dan hanya bisa dipakai sekali; kalau memintanya beberapa kali, yang berlaku hanya yang terakhir. Kata sandi baru minimal 10 karakter dan tidak boleh sama dengan tiga kata sandi terakhir. Setelah diganti, semua perangkat otomatis keluar. Kalau dalam 5 menit tidak ada email, cek spam dan coba alamat Anda yang lain; demi privasi, halaman itu selalu menampilkan pesan yang sama, ada akunnya atau tidak. Kalau biasanya masuk lewat Google, Apple, atau Facebook, Anda memang tidak punya kata sandi di sini; pakai lagi tombol itu. Staf kami tidak bisa melihat kata sandi dan tidak akan memintanya.',
    },
  },
  {
    name: 'code-does-not-arrive',
    subtopic: 'LOGIN',
    en: {
      title: 'The one-time code does not arrive',
      body: 'A code has six digits and is valid for 10 minutes. Wait 2 minutes before you ask for another; the newest code replaces the older ones. Check that the phone has signal, is not in flight mode, and that messages from unknown senders are not filtered. On a foreign SIM or while roaming, text messages are often lost: choose “Send by email” or “Use WhatsApp” below the code field. You can ask for 5 codes in an hour. If your number has changed and you cannot sign in at all, choose “I no longer have this number”; we verify you by the email address and the last order, and switch the number within 1 working day. Never read a code to anybody, also not to somebody who says he is from the shop.',
    },
    id: {
      title: 'Kode OTP tidak masuk',
      body: 'Kode OTP terdiri dari enam angka dan berlaku 10 menit. Tunggu 2 menit sebelum meminta lagi; kode terbaru menggantikan yang lama. Pastikan ada sinyal, mode pesawat mati, dan SMS dari nomor tak dikenal tidak tersaring. Kalau memakai kartu luar negeri atau sedang roaming, SMS sering hilang: pilih “Kirim lewat email” atau “Pakai WhatsApp” di bawah kolom kode. Dalam satu jam maksimal 5 kode. Kalau nomor Anda sudah ganti dan sama sekali tidak bisa masuk, pilih “Nomor ini sudah tidak aktif”; kami verifikasi lewat email dan pesanan terakhir, dan nomornya kami ganti dalam 1 hari kerja. Jangan bacakan kode kepada siapa pun, termasuk yang mengaku dari toko.',
    },
  },
  {
    name: 'account-locked',
    subtopic: 'LOGIN',
    en: {
      title: 'My account is locked',
      body: 'After 5 wrong passwords or codes in a row we lock the account for 30 minutes. It opens again by itself; trying on makes it longer, so please wait and then reset the password rather than guess. If the page says “locked for your safety”, we saw a sign-in from a new country or many devices: confirm by the link we emailed, valid for 24 hours, and the account opens at once. An account that was closed because of misuse, such as many accounts for one promotion, is not reopened by a reset; reply to the email that told you so, and a person looks at it within 3 working days. Orders that are already paid are delivered even while you are locked out, and guests can track them by order number and email.',
    },
    id: {
      title: 'Akun terkunci',
      body: 'Setelah 5 kali salah kata sandi atau kode berturut-turut, akun terkunci 30 menit. Nanti terbuka sendiri; mencoba terus malah memperpanjang waktunya, jadi tunggu lalu atur ulang kata sandi daripada menebak. Kalau tertulis “dikunci demi keamanan”, berarti ada percobaan masuk dari negara baru atau banyak perangkat: konfirmasi lewat tautan di email yang berlaku 24 jam, dan akun langsung terbuka. Akun yang ditutup karena penyalahgunaan, misalnya banyak akun untuk satu promo, tidak terbuka dengan atur ulang; balas email pemberitahuannya dan petugas kami menilainya dalam 3 hari kerja. Pesanan yang sudah dibayar tetap dikirim selama akun terkunci dan bisa dilacak dengan nomor pesanan dan email.',
    },
  },
  {
    name: 'change-email-or-phone',
    subtopic: 'PERSONAL_DATA',
    en: {
      title: 'Changing my email address, phone number or name',
      body: 'Sign in and open Account › Personal details. A new email address or phone number is confirmed with a code sent to the new one; for 7 days the old one gets a notice with a link to undo the change, in case it was not you. During those days saved cards cannot be used, to protect your money. The name can be corrected at any time, but the name on an order that is already placed and on its invoice stays. Delivery addresses are edited under Account › Addresses; up to 10 can be saved. One phone number can belong to one account only: if yours is “already in use”, it hangs on an older account, which you can open by signing in with the number, and close there.',
    },
    id: {
      title: 'Mengganti email, nomor HP, atau nama',
      body: 'Masuk lalu buka Akun › Data pribadi. Email atau nomor baru dikonfirmasi dengan kode yang dikirim ke sana; selama 7 hari alamat yang lama menerima pemberitahuan dengan tautan pembatalan, untuk berjaga-jaga kalau bukan Anda yang mengganti. Selama itu kartu tersimpan tidak bisa dipakai demi keamanan uang Anda. Nama boleh diperbaiki kapan saja, tetapi nama di pesanan yang sudah dibuat beserta fakturnya tidak ikut berubah. Alamat kirim diatur di Akun › Alamat, maksimal 10 alamat. Satu nomor HP hanya untuk satu akun: kalau muncul “nomor sudah dipakai”, berarti menempel di akun lama; masuklah dengan nomor itu dan tutup akunnya di sana.',
    },
  },
  {
    name: 'delete-account',
    subtopic: 'PERSONAL_DATA',
    en: {
      title: 'Deleting my account and my data',
      body: 'Open Account › Privacy › Delete account and confirm with a code. The account is switched off at once and deleted after 14 days; sign in during that time to change your mind. Orders must be delivered and refunds paid first, and points and vouchers are lost. We erase your profile, addresses, saved cards, wish lists and reviews’ names. Invoices and payment records must be kept for 7 years by tax law; they are locked away and used for nothing else. You can have a copy of your data before: Privacy › Download my data, ready within 30 days, usually within 3. If you cannot sign in, write from the email address of the account. We do not sell personal data, and give couriers only the name, address and phone number.',
    },
    id: {
      title: 'Menghapus akun dan data saya',
      body: 'Buka Akun › Privasi › Hapus akun dan konfirmasi dengan kode. Akun langsung nonaktif dan benar-benar dihapus setelah 14 hari; kalau berubah pikiran, cukup masuk lagi dalam masa itu. Pesanan harus sudah sampai dan pengembalian dana sudah selesai, sedangkan poin dan voucher hangus. Yang dihapus: profil, alamat, kartu tersimpan, wishlist, dan nama di ulasan. Faktur dan catatan pembayaran wajib disimpan 7 tahun menurut aturan pajak, terkunci dan tidak dipakai untuk hal lain. Sebelumnya Anda boleh meminta salinan data: Privasi › Unduh data saya, siap paling lama 30 hari, biasanya 3 hari. Kalau tidak bisa masuk, tulis dari email akun itu. Kami tidak menjual data; kurir hanya menerima nama, alamat, dan nomor telepon.',
    },
  },
  {
    name: 'newsletters-and-messages',
    subtopic: 'PERSONAL_DATA',
    en: {
      title: 'Stopping newsletters and promotional messages',
      body: 'Every newsletter has an “Unsubscribe” link at the bottom, which works without signing in. Or open Account › Notifications and switch off email, text messages, WhatsApp and app notices one by one. It takes up to 48 hours until the last message that is already on its way has arrived. Messages about your orders, refunds and the safety of the account are always sent, because they belong to the purchase. We show suggestions from what you looked at and bought; switch this off under Account › Privacy › Personal suggestions, and the list then is the same for everybody. If you get our newsletter without ever having had an account, forward it to us through the contact form, and we remove the address within 3 working days.',
    },
    id: {
      title: 'Berhenti menerima newsletter dan pesan promosi',
      body: 'Di bagian bawah setiap newsletter ada tautan “Berhenti berlangganan” yang bisa dipakai tanpa masuk akun. Bisa juga lewat Akun › Notifikasi, lalu matikan email, SMS, WhatsApp, dan notifikasi aplikasi satu per satu. Pesan yang sudah terlanjur diproses mungkin masih masuk sampai 48 jam. Pesan soal pesanan, pengembalian dana, dan keamanan akun tetap dikirim karena bagian dari pembelian. Rekomendasi produk kami susun dari yang Anda lihat dan beli; matikan di Akun › Privasi › Rekomendasi pribadi, dan setelah itu daftarnya sama untuk semua orang. Kalau menerima newsletter padahal tidak pernah punya akun, teruskan lewat formulir kontak; alamatnya kami hapus dalam 3 hari kerja.',
    },
  },
  {
    name: 'account-used-by-a-stranger',
    subtopic: 'SECURITY',
    en: {
      title: 'Somebody else used my account or ordered with my card',
      body: 'Act in this order. First, Account › Security › Sign out everywhere, then set a new password that you use nowhere else, and switch on the sign-in code. Second, look under My orders: cancel what you did not order while it is Preparing. Third, write to us with “Security” as the subject and the order numbers; such messages are read first, within 2 hours between 08:00 and 22:00. We freeze the account and hold its orders for 24 hours. Fourth, if a card was charged, tell your bank to block it; they can also dispute the payment. Goods that were not dispatched are refunded in full; for dispatched ones we try to stop the parcel. We keep full card numbers nowhere, so a thief cannot read them in your account.',
    },
    id: {
      title: 'Akun dipakai orang lain atau kartu saya dipakai belanja',
      body: 'Lakukan berurutan. Pertama, Akun › Keamanan › Keluar dari semua perangkat, lalu buat kata sandi baru yang tidak dipakai di tempat lain dan aktifkan kode masuk. Kedua, lihat Pesanan Saya dan batalkan yang bukan pesanan Anda selagi Disiapkan. Ketiga, tulis ke kami dengan judul “Keamanan” beserta nomor pesanannya; pesan seperti ini didahulukan dan dibaca dalam 2 jam, antara pukul 08.00 dan 22.00. Akun kami bekukan dan pesanannya ditahan 24 jam. Keempat, kalau kartu terpotong, minta bank memblokirnya; bank juga bisa mengajukan sanggahan. Barang yang belum dikirim dananya kembali penuh; yang sudah jalan kami upayakan dihentikan. Nomor kartu lengkap tidak kami simpan, jadi pencuri tidak bisa membacanya.',
    },
  },
  {
    name: 'phishing-messages',
    subtopic: 'SECURITY',
    en: {
      title: 'Is this message really from the shop?',
      body: 'We write about orders you find under My orders; if it is not there, the message is false. We never ask for a password, a one-time code, a card’s security number or an account number by message or telephone. We never ask you to pay a customs fee, a “release fee” or a deposit by transfer, we give out no prizes by chat, and we do not hire people to “like” products. Our links begin with the shop’s own address; type it yourself when in doubt. Forward a suspicious message as a screenshot under Help › Report a message, then delete it. If you have typed a password, change it here and wherever else you use it. If you gave a code or card details, call your bank at once, then tell us.',
    },
    id: {
      title: 'Benarkah pesan ini dari toko?',
      body: 'Kami hanya mengabari soal pesanan yang memang ada di Pesanan Saya; kalau tidak ada di sana, pesannya palsu. Kami tidak pernah meminta kata sandi, OTP, tiga angka di belakang kartu, atau nomor rekening lewat pesan maupun telepon. Kami tidak meminta biaya bea cukai, “biaya pelepasan paket”, atau deposit lewat transfer, tidak membagikan hadiah lewat chat, dan tidak merekrut orang untuk memberi “like”. Tautan kami selalu diawali alamat resmi toko; kalau ragu, ketik sendiri. Kirim tangkapan layarnya lewat Bantuan › Laporkan pesan, lalu hapus. Kalau terlanjur mengisi kata sandi, ganti di sini dan di tempat lain yang sama. Kalau terlanjur memberi OTP atau data kartu, segera telepon bank, baru kabari kami.',
    },
  },
];
