import type { ArticleEntry } from './articleEntry.ts';

export const productQuestion: readonly ArticleEntry[] = [
  {
    name: 'out-of-stock',
    subtopic: 'AVAILABILITY',
    en: {
      title: 'When is a sold-out product back?',
      body: 'Choose “Tell me” on the product page, with the size or colour you want. When it is back we send one email; everybody on the list gets it at the same time, and nothing is reserved, so be quick. Most regular products return within 2–3 weeks; the page shows a date when the supplier has promised one. “Discontinued” means it will not come back. Stock is counted per country: what is sold out in Singapore may still be there in Malaysia, but we cannot send it across. If a product has not returned after 60 days, the notice ends and we suggest something similar. We cannot sell display pieces, and have no shops where you could look: everything is sold online from our warehouses.',
    },
    id: {
      title: 'Kapan barang yang habis tersedia lagi?',
      body: 'Tekan “Beri tahu saya” di halaman produk dan pilih ukuran atau warnanya. Begitu stok masuk, kami kirim satu email; semua yang terdaftar menerimanya bersamaan dan barang tidak dibooking, jadi siapa cepat dia dapat. Produk reguler biasanya masuk lagi dalam 2–3 minggu; tanggalnya tertulis kalau pemasok sudah memastikan. Tulisan “dihentikan” berarti tidak akan ada lagi. Stok dihitung per negara: yang habis di Indonesia mungkin masih ada di Singapura, tetapi tidak bisa kami kirim menyeberang. Kalau 60 hari belum ada juga, pemberitahuannya berakhir dan kami tawarkan barang serupa. Kami tidak punya toko fisik dan tidak menjual barang pajangan; semuanya dijual online dari gudang.',
    },
  },
  {
    name: 'preorder-and-quantity-limits',
    subtopic: 'AVAILABILITY',
    en: {
      title: 'Preorders and how many I may buy',
      body: 'A product marked “Preorder” is paid now and sent on the date shown, usually 2–6 weeks later; it travels in its own parcel and does not hold up the rest of the order. You can cancel it free of charge until it is dispatched. If the date moves by more than 14 days, we write to you, and you may keep waiting or have the full price back. So that everybody gets some, at most 5 pieces of a product can be bought per customer and day, and 2 during 11.11 and 12.12. For larger quantities, such as for an office or a wedding, write to us with the product, the number and the date at least 10 working days ahead; we tell you within 2 working days what we can do.',
    },
    id: {
      title: 'Preorder dan batas jumlah pembelian',
      body: 'Produk bertanda “Preorder” dibayar sekarang dan dikirim pada tanggal yang tertera, biasanya 2–6 minggu lagi; dikirim dalam paket sendiri dan tidak menahan barang lain. Selama belum dikirim, boleh dibatalkan tanpa biaya. Kalau tanggalnya mundur lebih dari 14 hari, kami kabari dan Anda bebas memilih tetap menunggu atau uang kembali penuh. Supaya semua kebagian, satu pelanggan maksimal membeli 5 buah per produk per hari, dan 2 buah saat 11.11 dan 12.12. Untuk jumlah besar, misalnya buat kantor atau suvenir nikahan, tulis produk, jumlah, dan tanggal dibutuhkan paling lambat 10 hari kerja sebelumnya; dalam 2 hari kerja kami kabari bisa atau tidaknya.',
    },
  },
  {
    name: 'choose-the-right-size',
    subtopic: 'SPECIFICATION',
    en: {
      title: 'Finding the right size',
      body: 'Every piece of clothing and every pair of shoes has a “Size chart” link beside the sizes. Its figures are the garment’s own, in centimetres, laid flat, and may differ by up to 2 cm. Measure something that fits you well and compare, rather than going by S, M or L: local brands run about one size smaller than European ones. For shoes measure the foot from heel to longest toe in the evening and add 0.5–1 cm. Between two sizes, take the larger. The page also says what the model is wearing and how tall she or he is. Furniture, bags and boxes are given as width × depth × height, outside. If a measurement that you need is missing, ask; we measure it in the warehouse within 2 working days.',
    },
    id: {
      title: 'Memilih ukuran yang pas',
      body: 'Di samping pilihan ukuran setiap baju dan sepatu ada tautan “Panduan ukuran”. Angkanya adalah ukuran barang dalam sentimeter, diukur mendatar, dengan selisih paling banyak 2 cm. Lebih aman ukur baju Anda yang sudah pas lalu bandingkan, jangan hanya berpatokan S, M, L; merek lokal kira-kira satu nomor lebih kecil daripada merek Eropa. Untuk sepatu, ukur kaki dari tumit sampai jari terpanjang pada sore hari dan tambahkan 0,5–1 cm. Kalau ragu di antara dua ukuran, ambil yang besar. Ada juga keterangan tinggi model dan ukuran yang dipakainya. Perabot, tas, dan kotak ditulis lebar × dalam × tinggi bagian luar. Kalau ukuran yang Anda cari belum ada, tanyakan; kami ukur di gudang dalam 2 hari kerja.',
    },
  },
  {
    name: 'plugs-voltage-and-compatibility',
    subtopic: 'SPECIFICATION',
    en: {
      title: 'Plug, voltage and does it fit my device?',
      body: 'All six countries have 220–240 V, except that the Philippines uses 60 Hz; our appliances are made for both. The plug is the one of the country the product is priced in: three flat pins (type G) in Singapore and Malaysia, two round pins (type C or F) in Indonesia and Vietnam, two flat pins (type A) in the Philippines and Thailand. If you order to another country, a matching adapter is included for devices up to 10 A; for rice cookers, irons and kettles please buy the local version. Phone accessories list the models they fit; USB-C devices charge with any USB-C charger of the stated wattage. If your model is not in the list, do not count on it: ask us with the exact model name.',
    },
    id: {
      title: 'Colokan, tegangan listrik, dan kecocokan dengan perangkat',
      body: 'Tegangan di keenam negara 220–240 V, hanya Filipina yang memakai 60 Hz; alat kami dibuat untuk keduanya. Bentuk colokan mengikuti negara asal harga produknya: dua kaki bulat (tipe C atau F) untuk Indonesia dan Vietnam, tiga kaki pipih (tipe G) untuk Singapura dan Malaysia, dua kaki pipih (tipe A) untuk Filipina dan Thailand. Kalau dikirim ke negara lain, adaptornya kami sertakan untuk alat sampai 10 A; penanak nasi, setrika, dan teko listrik sebaiknya beli versi setempat. Aksesori ponsel mencantumkan tipe yang cocok, dan alat USB-C bisa diisi charger USB-C apa saja dengan watt yang tertera. Kalau tipe ponsel Anda tidak tercantum, jangan dipaksakan; tanyakan dulu dengan nama tipe lengkapnya.',
    },
  },
  {
    name: 'ingredients-allergens-and-halal',
    subtopic: 'SPECIFICATION',
    en: {
      title: 'Ingredients, allergens, halal and best-before dates',
      body: 'The full list of ingredients is among the product photos and in the text “Ingredients”, with the allergens in bold: peanut, soy, milk, egg, wheat, fish, shrimp and sesame. “May contain traces” means that the same machine packs other foods. Only products with the halal logo of MUIS, JAKIM or BPJPH on the package are certified; without a logo we make no claim, even if there is no pork in it. Food leaves us with at least 60 days before the best-before date, fresh snacks with 14. If yours has less, we refund it and you keep it. Cosmetics show the months after opening in the small jar symbol; unopened they last 3 years. For a medical question please ask a doctor or pharmacist, not us.',
    },
    id: {
      title: 'Komposisi, alergen, halal, dan tanggal kedaluwarsa',
      body: 'Komposisi lengkap ada di foto produk dan di bagian “Komposisi”, dengan alergen dicetak tebal: kacang tanah, kedelai, susu, telur, gandum, ikan, udang, dan wijen. “Mungkin mengandung” artinya mesinnya juga dipakai mengemas makanan lain. Yang bersertifikat halal hanya produk dengan logo BPJPH, MUIS, atau JAKIM di kemasannya; kalau tanpa logo, kami tidak berani menyatakan halal walaupun tidak ada babinya. Makanan kami kirim dengan sisa masa simpan minimal 60 hari, camilan segar 14 hari. Kalau kurang dari itu, uang kami kembalikan dan barangnya silakan disimpan. Kosmetik mencantumkan masa pakai setelah dibuka di gambar toples kecil; kalau masih tersegel tahan 3 tahun. Soal kesehatan, tanyakan ke dokter atau apoteker.',
    },
  },
  {
    name: 'first-use-of-cookware',
    subtopic: 'USAGE',
    en: {
      title: 'First use and care of pans, claypots and tiffins',
      body: 'Wash everything once with warm water and a little soap. Carbon steel and cast iron must be seasoned: heat empty until it smokes, rub in a teaspoon of oil with a cloth, wipe it off, and repeat 3 times; afterwards no soap and no soaking. Soak a claypot in water for 1 hour before first use, warm it slowly, and never put it hot on a wet surface. Non-stick pans want medium heat and wooden tools; a coating that was burnt dry is not covered. Enamel tiffins may go on the stove layer by layer, but not into the microwave. Steel ones are dishwasher-safe; take the rubber rings off first. Round-bottom woks need a ring on flat hobs, and only pans with the coil sign work on induction.',
    },
    id: {
      title: 'Pemakaian pertama dan perawatan wajan, kuali tanah, dan rantang',
      body: 'Cuci dulu semuanya dengan air hangat dan sedikit sabun. Wajan baja karbon dan besi cor harus di-seasoning: panaskan kosong sampai berasap, oleskan satu sendok teh minyak dengan kain, lap, ulangi 3 kali; setelah itu jangan pakai sabun dan jangan direndam. Kuali tanah direndam air 1 jam sebelum pemakaian pertama, dipanaskan perlahan, dan jangan ditaruh panas-panas di permukaan basah. Wajan antilengket cukup api sedang dan sutil kayu; lapisan yang gosong karena dipanaskan kering tidak ditanggung. Rantang enamel boleh di atas kompor per susun, tetapi tidak boleh masuk microwave. Rantang stainless aman di mesin cuci piring, lepas dulu karetnya. Wajan cekung perlu cincin di kompor datar, dan kompor induksi hanya cocok untuk alat berlogo kumparan.',
    },
  },
  {
    name: 'washing-clothes-and-fabrics',
    subtopic: 'USAGE',
    en: {
      title: 'Washing clothes, batik, bags and bedding',
      body: 'Follow the label sewn inside; it comes before this page. As a rule: wash new coloured clothes separately the first two times, inside out, at 30 °C. Hand-drawn and stamped batik is washed by hand with a mild or lerak soap, not soaked for more than 5 minutes, and dried in the shade. Linen and cotton may shrink by up to 3% in the first wash, which the size chart already allows for. Rayon is not for the dryer. Bags of canvas are wiped with a damp cloth; a machine takes the stiffness out. Pillows and duvets with a washing label go in at 40 °C, alone, and need two cycles in the dryer. Colour that runs although you kept to the label is a fault: tell us within 30 days.',
    },
    id: {
      title: 'Mencuci baju, batik, tas, dan seprai',
      body: 'Ikuti label yang dijahit di bagian dalam; itu yang utama. Pada umumnya: baju berwarna yang baru dicuci terpisah dua kali pertama, dibalik, dengan air 30 °C. Batik tulis dan batik cap dicuci tangan dengan sabun lembut atau lerak, jangan direndam lebih dari 5 menit, dan jemur di tempat teduh. Linen dan katun bisa menyusut sampai 3% pada cucian pertama, dan panduan ukuran sudah memperhitungkannya. Rayon jangan masuk mesin pengering. Tas kanvas cukup dilap kain lembap, karena mesin cuci membuatnya lemas. Bantal dan selimut yang ada label cucinya dicuci sendirian pada 40 °C dan perlu dua putaran pengering. Kalau luntur padahal sudah sesuai label, itu cacat: laporkan dalam 30 hari.',
    },
  },
  {
    name: 'setting-up-devices-and-furniture',
    subtopic: 'USAGE',
    en: {
      title: 'Setting up a device or putting furniture together',
      body: 'Manuals are in the box and as a PDF on the product page under “Documents”, in English and in the language of your country. Charge a new device fully once, about 2 hours, before you use it. For earphones and speakers hold the power button for 5 seconds until the light blinks, then choose the name in the phone’s Bluetooth list. Smart plugs and cameras need Wi-Fi at 2.4 GHz; a 5 GHz network is not seen. Furniture takes two people and 30–60 minutes; put in all screws loosely first, tighten them at the end, and fix shelves above 1 m to the wall with the bracket in the bag. We offer no assembly at home. If a step in the manual does not match your product, send a photo of the page.',
    },
    id: {
      title: 'Menyiapkan alat elektronik atau merakit perabot',
      body: 'Buku petunjuk ada di dalam kotak dan dalam bentuk PDF di halaman produk bagian “Dokumen”, berbahasa Inggris dan bahasa negara Anda. Isi daya alat baru sampai penuh sekali, kira-kira 2 jam, sebelum dipakai. Untuk earphone dan speaker, tahan tombol daya 5 detik sampai lampu berkedip, lalu pilih namanya di daftar Bluetooth. Stopkontak pintar dan kamera perlu Wi-Fi 2,4 GHz; jaringan 5 GHz tidak terbaca. Merakit perabot butuh dua orang dan 30–60 menit; pasang semua sekrup longgar dulu, kencangkan terakhir, dan rak di atas 1 m harus dipasang ke dinding dengan siku yang ada di plastik. Kami tidak menyediakan jasa rakit. Kalau petunjuknya tidak cocok dengan barangnya, kirim foto halamannya.',
    },
  },
  {
    name: 'warranty-terms',
    subtopic: 'WARRANTY',
    en: {
      title: 'How long the warranty lasts and what it covers',
      body: 'Electronics and kitchen appliances have 12 months of warranty from delivery, rice cookers and other appliances with a heating element 24 months on that element, furniture 12 months on the frame. Clothes, food, beauty products, toys and tableware have none beyond the 30 days for faults. The warranty covers faults of material and making; it does not cover wear, batteries that hold 80% or more, falls, water, wrong voltage, or repairs by others. It belongs to the item, not to the person: whoever has the receipt can claim. It holds in the country it was sold to. A repaired or replaced item keeps the old end date, but at least 90 days. You need not register; the order is enough. There is no extended warranty to buy.',
    },
    id: {
      title: 'Masa garansi dan apa saja yang ditanggung',
      body: 'Elektronik dan alat dapur bergaransi 12 bulan sejak diterima; penanak nasi dan alat lain yang punya elemen pemanas 24 bulan untuk elemennya; perabot 12 bulan untuk rangkanya. Pakaian, makanan, kosmetik, mainan, dan peralatan makan tidak bergaransi, hanya jaminan cacat 30 hari. Garansi menanggung cacat bahan dan pembuatan; tidak termasuk aus, baterai yang kapasitasnya masih 80% ke atas, jatuh, kena air, salah tegangan, atau pernah dibongkar orang lain. Garansi melekat pada barang, jadi siapa pun yang memegang bukti pembelian boleh klaim, asalkan di negara tempat barang dijual. Barang yang diperbaiki atau diganti tetap mengikuti tanggal lama, tetapi minimal 90 hari. Tidak perlu registrasi, dan tidak ada garansi tambahan yang dijual.',
    },
  },
  {
    name: 'warranty-claim',
    subtopic: 'WARRANTY',
    en: {
      title: 'Claiming under the warranty',
      body: 'Go to My orders › the order › Warranty claim, describe the fault and add a photo or the error code. We answer within 2 working days with a label; sending it in is free. Take out memory cards, sign out of accounts and delete personal data first, because devices are reset. Repair takes up to 14 working days from arrival; you see each step under the claim. If it cannot be repaired, or fails a third time with the same fault, you get a new one or, if it is no longer sold, the purchase price back. If the fault turns out not to be covered, we send a quotation; refusing it costs nothing but the way back, S$2.90 or Rp18.000. We have no loan devices. Without the order number we also find it by your email address.',
    },
    id: {
      title: 'Cara klaim garansi',
      body: 'Buka Pesanan Saya › pesanan › Klaim garansi, jelaskan kerusakannya dan tambahkan foto atau kode error. Kami jawab dalam 2 hari kerja beserta label kirim; ongkos kirim ke tempat servis gratis. Keluarkan dulu kartu memori, keluar dari akun, dan hapus data pribadi, karena alat akan disetel ulang. Perbaikan paling lama 14 hari kerja sejak barang tiba, tahapannya terlihat di halaman klaim. Kalau tidak bisa diperbaiki, atau rusak ketiga kalinya dengan masalah yang sama, Anda mendapat barang baru, atau uang kembali kalau sudah tidak dijual. Kalau ternyata tidak ditanggung, kami kirim perkiraan biaya; menolaknya hanya dikenai ongkir balik Rp18.000 (S$2.90). Alat pengganti sementara tidak ada. Tanpa nomor pesanan pun bisa kami cari dari email.',
    },
  },
];
