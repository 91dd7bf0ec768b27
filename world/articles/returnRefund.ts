import type { ArticleEntry } from './articleEntry.ts';

export const returnRefund: readonly ArticleEntry[] = [
  {
    name: 'return-within-30-days',
    subtopic: 'RETURN_REQUEST',
    en: {
      title: 'Returning something you do not want',
      body: 'You have 30 days from delivery to send back what you do not like, without giving a reason. The item must be unused, complete and with its tags; trying on clothes or opening a box to look is fine. Start under My orders › the order › Return, choose the pieces, and you get a label by email. Hand the parcel in within 7 days of that. When we have checked it, which takes up to 3 working days, we pay the price back the way you paid. For a change of mind we deduct a return fee of S$4, RM 10, Rp20.000, ₱120, ฿60 or 40.000 ₫ per parcel, and the original delivery fee stays with us. Anything that was our mistake costs you nothing.',
    },
    id: {
      title: 'Mengembalikan barang yang tidak jadi diinginkan',
      body: 'Anda punya waktu 30 hari sejak barang diterima untuk retur tanpa harus memberi alasan. Syaratnya belum dipakai, lengkap, dan label masih terpasang; mencoba baju atau membuka kotak untuk melihat isinya tidak apa-apa. Mulai dari Pesanan Saya › pilih pesanan › Retur, tandai barangnya, lalu label retur dikirim lewat email. Serahkan paketnya dalam 7 hari setelah itu. Kami periksa paling lama 3 hari kerja, lalu uang kembali lewat cara Anda membayar. Untuk retur karena berubah pikiran ada potongan Rp20.000 (S$4) per paket, dan ongkir awal tidak dikembalikan. Kalau returnya karena kesalahan kami, Anda tidak dikenai biaya apa pun.',
    },
  },
  {
    name: 'what-cannot-be-returned',
    subtopic: 'RETURN_REQUEST',
    en: {
      title: 'What we cannot take back',
      body: 'Some goods cannot be sold again once they have been with a customer: food and drinks, pet food, cosmetics and care products whose seal is broken, underwear, swimwear without its hygiene sticker, earrings, in-ear headphones that were taken out of their wrap, baby bottles and pacifiers that were used, and anything engraved or made to order. Gift vouchers and opened digital codes are final too. Sale items can be returned like all others unless the product page says “final sale”. None of this touches your rights when something is wrong: damaged, faulty, spoiled or mistaken goods are replaced or refunded whatever they are. An item that comes back used or incomplete is sent to you again, and you pay its delivery, S$2.90 or Rp18.000.',
    },
    id: {
      title: 'Barang yang tidak bisa diretur',
      body: 'Ada barang yang tidak bisa dijual lagi setelah berada di tangan pelanggan: makanan dan minuman, pakan hewan, kosmetik dan perawatan yang segelnya sudah dibuka, pakaian dalam, baju renang tanpa stiker higienis, anting, earphone in-ear yang sudah keluar dari plastiknya, botol susu dan empeng bekas pakai, serta barang ukir nama atau pesanan khusus. Voucher hadiah dan kode digital yang sudah dibuka juga tidak bisa. Barang diskon boleh diretur seperti biasa kecuali ada tulisan “final sale”. Aturan ini tidak mengurangi hak Anda kalau barang rusak, cacat, basi, atau salah kirim: tetap kami ganti atau kembalikan uangnya. Barang retur yang ternyata bekas pakai atau tidak lengkap kami kirim balik dengan ongkir Rp18.000 (S$2.90).',
    },
  },
  {
    name: 'pack-and-hand-in-a-return',
    subtopic: 'RETURN_REQUEST',
    en: {
      title: 'How to pack a return and where to hand it in',
      body: 'Use the box it came in, or any firm one, and cover the old label. Wrap breakables so that nothing moves when you shake the box. Put the return slip inside; without a printer, write the return number (it starts with R) on a sheet of paper, and show the QR code from the email at the counter, where they print the label. Hand it in at any pickup point of the courier, or book a collection at home for S$2 (Rp15.000), free if the return is our fault. Keep the receipt until the money is there: it shows the weight and the date. One parcel may hold pieces of several orders if each has its own slip. Returns travel 2–7 working days to our warehouse.',
    },
    id: {
      title: 'Cara mengemas retur dan tempat menyerahkannya',
      body: 'Pakai kotak aslinya atau kotak lain yang kokoh, dan tutup label lamanya. Barang pecah belah dibungkus sampai tidak bergerak saat dikocok. Masukkan slip retur; kalau tidak punya printer, tulis nomor retur (diawali huruf R) di kertas lalu tunjukkan kode QR dari email di loket, nanti labelnya dicetakkan. Serahkan di titik ambil kurir mana saja, atau minta dijemput di rumah dengan biaya Rp15.000 (S$2), gratis kalau retur karena kesalahan kami. Simpan tanda terimanya sampai uang masuk, karena di situ tertera berat dan tanggal. Satu paket boleh berisi barang dari beberapa pesanan asalkan slipnya masing-masing. Perjalanan retur ke gudang 2–7 hari kerja.',
    },
  },
  {
    name: 'exchange-size-or-colour',
    subtopic: 'EXCHANGE',
    en: {
      title: 'Exchanging for another size or colour',
      body: 'Within 30 days of delivery you can exchange an unworn item with its tags for another size or colour of the same product. Choose My orders › the order › Exchange and pick the new variant. We reserve it for 5 days: hand the first one in within that time, and the new one leaves our warehouse when the courier has scanned your parcel. The first exchange of an item is free, both ways; for a second one the return fee of S$4 (Rp20.000) applies. If prices have changed since, you pay nothing more and get nothing back. If your size is sold out, the Exchange button is grey; return the item instead, or ask to be told when the size is back.',
    },
    id: {
      title: 'Menukar dengan ukuran atau warna lain',
      body: 'Dalam 30 hari sejak diterima, barang yang belum dipakai dan masih berlabel bisa ditukar dengan ukuran atau warna lain dari produk yang sama. Pilih Pesanan Saya › pesanan › Tukar, lalu tentukan varian barunya. Varian itu kami simpankan 5 hari: serahkan barang lama dalam waktu itu, dan penggantinya berangkat begitu kurir memindai paket Anda. Penukaran pertama untuk satu barang gratis bolak-balik; penukaran kedua dikenai biaya retur Rp20.000 (S$4). Kalau harganya sudah berubah, Anda tidak perlu menambah dan tidak ada kembalian. Kalau ukuran Anda habis, tombol Tukar berwarna abu-abu; silakan retur saja atau minta diberi tahu saat ukurannya tersedia lagi.',
    },
  },
  {
    name: 'exchange-for-another-model',
    subtopic: 'EXCHANGE',
    en: {
      title: 'I would rather have a different model',
      body: 'An exchange always stays with the same product. For a different model, brand or a dearer version, return the first item and place a new order; the two do not wait for each other. So that you do not pay delivery twice, choose “I am buying something else” as the reason for the return: if the new order is placed within 7 days, we refund its delivery fee together with the returned item, and waive the return fee. The price difference follows from the two payments. The 30 days for returning count for each order separately. An item that was already used cannot be swapped for another model, even when you pay the difference. If the model was recommended to you by our service team and does not fit, tell us, and collection is free.',
    },
    id: {
      title: 'Ingin ganti ke model lain',
      body: 'Penukaran hanya berlaku untuk produk yang sama. Kalau ingin model atau merek lain, atau versi yang lebih mahal, retur barang pertama lalu buat pesanan baru; keduanya tidak saling menunggu. Supaya tidak bayar ongkir dua kali, pilih alasan retur “Saya membeli barang lain”: kalau pesanan barunya dibuat dalam 7 hari, ongkirnya kami kembalikan bersama uang retur, dan biaya retur dihapus. Selisih harga dengan sendirinya terhitung dari dua pembayaran itu. Batas 30 hari dihitung terpisah untuk tiap pesanan. Barang yang sudah dipakai tidak bisa ditukar model lain walaupun Anda mau menambah. Kalau modelnya disarankan tim kami dan ternyata tidak cocok, beri tahu kami, penjemputannya gratis.',
    },
  },
  {
    name: 'when-the-refund-arrives',
    subtopic: 'REFUND_STATUS',
    en: {
      title: 'When will I have my money back?',
      body: 'A refund has three steps, shown under My orders › Refunds: Received (the parcel is at our warehouse), Checked (within 3 working days after that) and Paid out. From “Paid out” it takes 5–10 working days on a credit or debit card, 1–3 working days to an e-wallet, and 3–5 working days by bank transfer. Vouchers and points are back at once. If we refund without a return, for example after a loss or damage, “Paid out” comes within 1 working day of our decision. Banks show the refund with the date of the purchase, so look further up in the statement. If nothing is there after 10 working days, ask us for the reference number (ARN); with it your bank can find the payment.',
    },
    id: {
      title: 'Kapan uang saya kembali?',
      body: 'Pengembalian dana ada tiga tahap, terlihat di Pesanan Saya › Pengembalian dana: Diterima (paket sudah di gudang), Diperiksa (paling lama 3 hari kerja sesudahnya), lalu Dibayarkan. Sejak “Dibayarkan”, dana masuk dalam 5–10 hari kerja untuk kartu kredit atau debit, 1–3 hari kerja untuk dompet digital, dan 3–5 hari kerja untuk transfer bank. Voucher dan poin kembali saat itu juga. Kalau tanpa retur, misalnya paket hilang atau barang rusak, status “Dibayarkan” muncul dalam 1 hari kerja setelah keputusan kami. Bank sering mencatatnya di tanggal pembelian, jadi cek mutasi bagian atas. Kalau lewat 10 hari kerja belum masuk, minta nomor referensi (ARN) ke kami supaya bank bisa melacaknya.',
    },
  },
  {
    name: 'refund-less-than-paid',
    subtopic: 'REFUND_STATUS',
    en: {
      title: 'The refund is less than I paid',
      body: 'Compare with the calculation in the refund email. Four things make it smaller. The return fee of S$4 (Rp20.000) is deducted once per parcel when you changed your mind. The delivery fee is refunded only when the whole order failed through our fault. A voucher is spread over all items in the order by their price: if you return one of them, its share is not paid out in money but comes back as a voucher, if it is still valid. Points come back as points. Finally, if you paid in another currency, your bank converts on two different days, and the difference of 1–3% is the bank’s. If after this the sum still does not fit, reply to the refund email with your own calculation, and we check it within 2 working days.',
    },
    id: {
      title: 'Uang yang kembali lebih kecil dari yang dibayar',
      body: 'Cocokkan dulu dengan rincian di email pengembalian dana. Ada empat hal yang membuatnya lebih kecil. Biaya retur Rp20.000 (S$4) dipotong sekali per paket kalau Anda berubah pikiran. Ongkir hanya kembali bila seluruh pesanan gagal karena kesalahan kami. Voucher dibagi rata ke semua barang menurut harganya; kalau satu diretur, bagiannya tidak diuangkan tetapi kembali sebagai voucher selama masih berlaku, dan poin kembali sebagai poin. Terakhir, kalau membayar dengan mata uang lain, bank menghitung kurs di dua hari yang berbeda; selisih 1–3% itu urusan bank. Kalau setelah itu jumlahnya tetap tidak cocok, balas email tersebut dengan hitungan Anda, kami periksa dalam 2 hari kerja.',
    },
  },
  {
    name: 'refund-to-a-closed-card-or-cash-order',
    subtopic: 'REFUND_STATUS',
    en: {
      title: 'Where the refund goes if my card is closed or I paid cash',
      body: 'We always refund to the means you paid with, and cannot send it to another person. If your card was replaced, the bank forwards the money to the new card by itself. If the card or e-wallet account is closed for good, the payment bounces back to us after about 7 working days; we then email you a secure form for a bank account in your own name. For orders paid in cash at the door or by a virtual account, you enter the bank account in the same form right at the start: My orders › Refunds › Add bank account. The name must match the name on the order. Transfers take 3–5 working days. We never ask for account numbers by chat or telephone.',
    },
    id: {
      title: 'Ke mana dana dikembalikan kalau kartu sudah ditutup atau bayar COD',
      body: 'Dana selalu kembali ke cara bayar semula dan tidak bisa dialihkan ke orang lain. Kalau kartu Anda diganti baru, bank akan meneruskannya sendiri ke kartu baru. Kalau kartu atau akun dompet digitalnya sudah ditutup, uangnya terpental kembali ke kami sekitar 7 hari kerja, lalu kami kirim formulir aman lewat email untuk mengisi rekening atas nama Anda sendiri. Untuk pesanan COD atau virtual account, rekening diisi dari awal lewat formulir yang sama: Pesanan Saya › Pengembalian dana › Tambah rekening. Nama rekening harus sama dengan nama di pesanan. Transfernya 3–5 hari kerja. Kami tidak pernah meminta nomor rekening lewat chat atau telepon.',
    },
  },
];
