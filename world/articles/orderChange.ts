import type { ArticleEntry } from './articleEntry.ts';

export const orderChange: readonly ArticleEntry[] = [
  {
    name: 'cancel-before-packing',
    subtopic: 'CANCEL_ORDER',
    en: {
      title: 'Cancelling an order that is not packed yet',
      body: 'While the order says Preparing, you can cancel it yourself at no cost: My orders › the order › Cancel, then choose all of it or single items. On working days that is usually possible for about 4 hours after payment; orders from the night or the weekend until 08:00 on the next working day. The button disappears when packing starts, and no one can stop it from then on, our service team neither. The refund starts at once: 5–10 working days on a card, 1–3 to an e-wallet, 3–5 by bank transfer. A voucher comes back if it is still valid, points always do. If what is left is below the limit for free delivery, the delivery fee is deducted from the refund. An order that you never paid needs no cancelling.',
    },
    id: {
      title: 'Membatalkan pesanan yang belum dikemas',
      body: 'Selama statusnya Disiapkan, pesanan bisa dibatalkan sendiri tanpa biaya: Pesanan Saya › pesanan › Batalkan, lalu pilih semua atau sebagian barang. Pada hari kerja biasanya masih bisa sekitar 4 jam setelah bayar; untuk pesanan malam atau akhir pekan sampai pukul 08.00 hari kerja berikutnya. Begitu pengemasan dimulai tombolnya hilang, dan sejak itu tidak ada yang bisa menghentikannya, termasuk tim kami. Dana langsung diproses: kartu 5–10 hari kerja, dompet digital 1–3, transfer bank 3–5. Voucher kembali kalau masih berlaku, poin selalu kembali. Kalau sisa belanja jadi di bawah batas gratis ongkir, ongkirnya dipotong dari pengembalian. Pesanan yang belum dibayar tidak perlu dibatalkan.',
    },
  },
  {
    name: 'cancel-after-dispatch',
    subtopic: 'CANCEL_ORDER',
    en: {
      title: 'I want to cancel, but the parcel is already on its way',
      body: 'A parcel that is Packed or Dispatched cannot be called back. You have two ways out. The first is to refuse it at the door: tell the courier “return to sender” and do not open it. When it is back with us we refund the goods; the delivery fee and the return fee of S$4 (Rp20.000) are deducted, as for a change of mind. The second is to accept it and return it within 30 days, unused, which lets you keep part of the order and costs the same. Food and other goods that cannot be returned should not be refused: they are not refunded. If the parcel is late by more than 10 working days, you need neither; ask for a full refund. Cash-on-delivery parcels that are refused cost nothing the first time.',
    },
    id: {
      title: 'Mau batal, tapi paket sudah dikirim',
      body: 'Paket yang sudah Dikemas atau Dikirim tidak bisa dipanggil kembali. Ada dua jalan. Pertama, tolak paketnya di depan pintu: bilang “kembalikan ke pengirim” dan jangan dibuka. Setelah tiba di gudang, harga barang kami kembalikan dikurangi ongkir dan biaya retur Rp20.000 (S$4), sama seperti berubah pikiran. Kedua, terima dulu lalu retur dalam 30 hari tanpa dipakai; biayanya sama, dan Anda boleh menyimpan sebagian barangnya. Makanan dan barang lain yang tidak bisa diretur sebaiknya jangan ditolak, karena uangnya tidak kembali. Kalau paket terlambat lebih dari 10 hari kerja, tidak perlu menolak atau retur, minta saja uang kembali penuh. Menolak paket COD untuk pertama kali tidak dikenai biaya.',
    },
  },
  {
    name: 'order-cancelled-by-us',
    subtopic: 'CANCEL_ORDER',
    en: {
      title: 'Why the shop cancelled my order',
      body: 'We cancel an order in four cases, and always write which one it was. It was not paid in time: 60 minutes for cards and e-wallets, 24 hours for a virtual account. An item turned out to be sold out or damaged in the warehouse; then only that item is cancelled and the rest is sent. Our check of the payment could not confirm that it was you; we hold such orders for review for up to 24 hours and may ask you to confirm by the code in your app. Or the price was an obvious error, such as a rice cooker for S$1. Whatever you paid is refunded in full without your asking, delivery included, and a voucher used for it is renewed for 14 days. We cannot reopen a cancelled order.',
    },
    id: {
      title: 'Mengapa pesanan saya dibatalkan toko',
      body: 'Kami membatalkan pesanan dalam empat keadaan, dan alasannya selalu kami tulis. Belum dibayar sampai batas waktu: 60 menit untuk kartu dan dompet digital, 24 jam untuk virtual account. Barang ternyata habis atau rusak di gudang; yang batal hanya barang itu, sisanya tetap dikirim. Pemeriksaan pembayaran tidak bisa memastikan bahwa itu benar Anda; pesanan seperti ini ditahan paling lama 24 jam dan Anda mungkin diminta konfirmasi dengan kode di aplikasi. Atau harganya jelas keliru, misalnya penanak nasi Rp10.000. Semua yang sudah dibayar kembali penuh termasuk ongkir tanpa perlu diminta, dan voucher yang terpakai diperpanjang 14 hari. Pesanan yang sudah batal tidak bisa dibuka lagi.',
    },
  },
  {
    name: 'change-quantity-or-variant',
    subtopic: 'CHANGE_ORDER',
    en: {
      title: 'Changing quantity, size or colour before dispatch',
      body: 'While the order is Preparing, which is about 4 hours on working days, open My orders › the order › Edit. You can lower a quantity or remove an item; the difference is refunded the way you paid. You can change the size, colour or flavour if the new variant has the same price and is in stock. A higher quantity or a dearer variant is not possible, because your bank approved the first amount: order the extra pieces separately. An order paid with a voucher must keep the voucher’s minimum value; if it does not, the voucher is taken off. The promised date stays. Once it is Packed, the exchange after delivery is the way to another size or colour, and the first exchange is free.',
    },
    id: {
      title: 'Mengubah jumlah, ukuran, atau warna sebelum dikirim',
      body: 'Selama pesanan Disiapkan, kira-kira 4 jam pada hari kerja, buka Pesanan Saya › pesanan › Ubah. Jumlah boleh dikurangi dan barang boleh dihapus; selisihnya dikembalikan lewat cara Anda membayar. Ukuran, warna, atau rasa boleh diganti asalkan harga varian barunya sama dan stoknya ada. Menambah jumlah atau pindah ke varian yang lebih mahal tidak bisa, karena bank hanya menyetujui jumlah pertama; tambahannya dipesan terpisah. Pesanan yang memakai voucher harus tetap memenuhi minimal belanjanya, kalau tidak vouchernya dilepas. Tanggal tiba tidak berubah. Kalau sudah Dikemas, pilihan yang ada adalah menukar setelah barang sampai, dan penukaran pertama gratis.',
    },
  },
  {
    name: 'add-items-or-merge-orders',
    subtopic: 'CHANGE_ORDER',
    en: {
      title: 'Adding something to an order or merging two orders',
      body: 'Nothing can be added to an order that is paid, and two orders cannot be merged into one parcel. Please order what you forgot separately. So that this does not cost you twice, we refund the delivery fee of the second order when both are paid within 2 hours, go to the same address and together reach the limit for free delivery (S$40, RM 100, Rp300.000 and so on); write to us with both numbers within 3 days. If nothing of the first order is packed yet, you can also cancel it and order everything anew, but prices, stock and vouchers then count as of that moment. A gift note of up to 200 characters and the delivery day can still be changed under Edit until packing starts.',
    },
    id: {
      title: 'Menambah barang atau menggabungkan dua pesanan',
      body: 'Pesanan yang sudah dibayar tidak bisa ditambah, dan dua pesanan tidak bisa digabung jadi satu paket. Barang yang terlupa silakan dipesan terpisah. Supaya tidak rugi ongkir, ongkir pesanan kedua kami kembalikan kalau keduanya dibayar dalam selang 2 jam, alamatnya sama, dan jumlahnya mencapai batas gratis ongkir (Rp300.000, atau S$40 di Singapura); kirim kedua nomor pesanan paling lambat 3 hari. Kalau pesanan pertama belum dikemas, boleh juga dibatalkan lalu dipesan ulang sekaligus, tetapi harga, stok, dan voucher mengikuti keadaan saat itu. Kartu ucapan sampai 200 karakter dan hari pengantaran masih bisa diganti lewat menu Ubah sebelum pengemasan dimulai.',
    },
  },
];
