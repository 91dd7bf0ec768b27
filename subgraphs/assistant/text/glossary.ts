/**
 * What words of Indonesian customers mean in English: variants before the colon, `_` for the space within one of several
 * words. What a line has nothing for says nothing about a question. Written by us, for the trade of a shop.
 */
export const glossary = `
tidak gak ga gk nggak ngga enggak engga tdk tak kagak kaga gag g nda ndak bukan bkn tanpa: not
belum blm belom blum: not yet
jangan jgn: do not
sudah udah udh sdh dah telah: already
masih msh: still
akan bakal mau pengen pengin pingin ingin hendak: want
bisa bs dapat boleh: can
harus mesti wajib perlu butuh: must
tolong mohon minta bantu: please
ada terdapat tersedia: there is
adalah ialah merupakan:
yang yg nya tuh tu nih ni sih si kok koq kan dong donk deh lah loh lho ya yaa yah iya kah pun toh kek mah eh nah oh wah wkwk wkwkwk hehe haha hmm:
kak kakak min admin mimin gan sis bang bos mas mbak mba bapak pak ibu bu bro kk agan:
halo hai hi hallo permisi misi pagi siang sore selamat salam assalamualaikum punten:
saya aku gw gue gua ane sy kami kita saia aq:
anda kamu lu lo kalian elu km:
dia mereka ia:
ini itu tadi tsb tersebut begini begitu gini gitu:
di ke dari dr pada kepada utk untuk buat bwt dengan dgn sama oleh dalam dlm:
dan atau ato tapi tp tetapi namun padahal pdhl karena krn karna soalnya sebab gara jadi jd maka supaya agar biar kalau klo kalo kl jika bila apabila asal asalkan saat waktu ketika pas sewaktu lalu trs terus kemudian setelah stlh sesudah sebelum sblm sambil juga jg lagi lg aja saja doang cuma cuman hanya malah memang emang mmg bahwa seperti kayak kyk kaya:
apa apakah apaan:
siapa siapakah: who
kapan: when
dimana mana manakah: where
berapa brp: how many
berapa_lama: how long
berapa_hari: how many days
jam_berapa pukul_berapa: what time
bagaimana gimana gmn gmna bgmn: how
kenapa knp ngapa mengapa napa: why
cara caranya langkah: how to
banget bgt sekali sangat amat terlalu: very
semua smua seluruh semuanya segala setiap tiap: all
sendiri: myself
lain lainnya laen beda berbeda: other different
baru barusan bru: new just now
lama lamanya: long time old
cepat cepet kilat ekspres express secepatnya segera buruan: fast express
hari harian: day
hari_kerja: working day
hari_libur tanggal_merah: public holiday
besok besoknya: tomorrow
kemarin kmrn kemaren: yesterday
sekarang skrg skrng: now
minggu seminggu: week sunday
sabtu senin selasa rabu kamis jumat: weekday
akhir_pekan: weekend
bulan sebulan bulanan: month monthly
tahun setahun thn: year
jam pukul: hour clock
menit mnt: minute
tanggal tgl: date
malam malem: night
waktu tempo: time
batas batasnya maksimal maks maksimum: limit maximum
minimal minimum min: minimum
barang brg brang item produk: item product
pesanan pesenan orderan order pesan pesen mesen memesan: order
pesan_sekarang:
pesan_masuk sms pesan_teks chat: message
paket pket kiriman bungkusan: parcel
dus kardus kotak box boks: box
kirim dikirim krim mengirim pengiriman ngirim kirimkan dikirimin kiriman: ship delivery
kirim_balik kirim_ulang: send back
antar anter dianter diantar pengantaran nganter mengantar: deliver
datang dateng dtg tiba sampai sampe smp nyampe nyampai smpe sampek: arrive
berangkat jalan otw: on the way dispatched
kurir ekspedisi driver sopir jne jnt sicepat: courier
ongkir ongkos_kirim biaya_kirim: delivery fee shipping cost
gratis bebas free cuma-cuma: free
bebas_ongkir gratis_ongkir: free delivery
ongkos biaya tarif: fee cost
terlambat telat lambat telatnya molor: late
janji dijanjikan janjinya estimasi perkiraan: promised date
hilang ilang: lost missing
kompensasi ganti_rugi: compensation
diterima terima nerima penerima terima: received
status statusnya: status
selesai kelar beres: completed
tetangga: neighbour
satpam pos_satpam: guard
tanda_tangan ttd ditandatangani: signed
rumah rmh: home house
kosong melompong: empty
ga_ada_orang tidak_ada_orang rumah_kosong: nobody home
gagal: failed
titik_ambil tempat_ambil: pickup point
ambil diambil ngambil pickup jemput dijemput penjemputan: pick up collect
simpan disimpan disimpen nyimpen: keep
kembali kembaliin dikembalikan dikembaliin mengembalikan kembalikan balik balikin dibalikin balikan baliknya pengembalian dipulangkan pulang: return back
retur diretur meretur: return
resi nomor_resi no_resi nomer_resi: tracking number
lacak melacak pelacakan cek_posisi tracking: track
posisi lokasi: where location
cek ngecek dicek periksa pengecekan diperiksa: check
mentok nyangkut tertahan stuck macet diam mandek berhenti: stuck
berubah ubah diubah mengubah perubahan berganti: change
bea_cukai cukai: customs
pajak ppn pajaknya: tax
pajak_impor bea_masuk: import duty customs fee
gudang: warehouse
sebagian separuh setengah: part
sisa sisanya sisanya_lainnya: rest remaining
nyusul menyusul: come later
terpisah pisah misah dipisah: separate
satu sebuah se: one
dua kedua: two
tiga: three
alamat alamatnya almt: address
kantor: office
ganti diganti mengganti gantiin digantiin: change replace
salah keliru slh: wrong
nomor no nomer nmr: number
nomor_hp no_hp nomer_hp nomor_telepon hape: phone number
hp ponsel handphone telepon telp: phone
negara: country
luar_negeri: abroad
rusak rusaknya: damaged broken
pecah hancur gompal remuk: broken shattered
retak: crack
penyok peyok: dented
bocor tumpah rembes: leaked spilled
lumer meleleh: melted
foto potret gambar gambarnya: photo picture
bukti: proof
video: video
ukuran_file: file size
buang dibuang terbuang: thrown away
piring mangkok mangkuk gelas: plate bowl glass
cacat: faulty defect
mati nyala menyala idup hidup nyalain: switch on power
mati_total: dead does not work
rusak_setelah: broke after
berfungsi fungsi jalan normal: work
dicas ngecas cas carger charger mengisi_daya isi_daya: charge
konek nyambung tersambung menyambung koneksi pairing: connect pair
suara bunyi suaranya: sound
sebelah_kiri kanan: one side
panas kembung menggembung: hot swelling
tombol dipencet pencet klik: press button
lampu: light lamp
kipas: fan
malah: instead
orang_lain: somebody else stranger
isi isinya: content
warna warnanya: colour
hitam putih merah biru hijau ijo: colour
size nomor_sepatu ukuran ukurannya: size
kesempitan sempit kekecilan kecil: too small tight
kebesaran besar gede longgar: too big
rasa stroberi mangga: flavour
label labelnya: label tag
baut sekrup: screw
kabel: cable
tutup tutupnya: lid
remot remote: remote control
kurang kekurangan: less missing
bungkus pack: pack
bonus hadiah bonusnya: free gift
handuk: towel
suka berubah_pikiran: like change my mind
ga_jadi gak_jadi tidak_jadi nggak_jadi: changed my mind
cocok cocoknya pas: fit suit compatible
dipakai dipake pakai pake kepake memakai make gunakan penggunaan dipakainya: use
kebuka dibuka terbuka buka bukanya: open
segel disegel: seal
pakaian_dalam celana_dalam: underwear
lipstik kosmetik: lipstick cosmetics
ukir custom: engraved
diskon diskonan potongan promo promosi obral: discount sale promotion
cetak ngeprint printer: print
drop menyerahkan serahkan: drop off hand in
loket gerai: counter
tukar tuker ditukar dituker nuker penukaran tukarnya: exchange swap
naik_satu_nomor: one size up
model tipe merek merk: model brand
mahal: expensive
murah termurah: cheap
nambah tambah ditambah tambahin tambahan menambah: add extra
uang duit duitnya uangnya dana saldo: money
uang_kembali uang_balik balik_uang refund dana_kembali pengembalian_dana kembaliin_duit: refund
rekening rek: bank account
suami istri ibu anak kakak adik keluarga teman: family
masuk masuknya kemasukan: arrive credited
bank: bank
kartu_kredit: credit card
kartu_debit: debit card
kartu: card
tunai cash kontan: cash
bayar membayar dibayar pembayaran bayarnya mbayar: pay payment
bayar_di_tempat bayar_pas_barang_sampai cod: cash on delivery
ditolak tolak nolak menolak penolakan: refused declined rejected
kepotong terpotong dipotong potong terdebit kedebit ditarik: charged deducted
dua_kali 2x dobel double 2_kali: twice
mutasi tagihan rekening_koran: bank statement bill
tagihan ditagih: bill charge
qris qr: QR code
va virtual_account: virtual account
keburu_habis expired kadaluarsa kedaluwarsa hangus kadaluwarsa exp: expired
transfer transferan tf: bank transfer
selisih selisihnya: difference
harga hrga harganya: price
termasuk include: included
keranjang kranjang troli: basket cart
checkout cekout: checkout
cicil nyicil cicilan dicicil kredit angsuran angsur: instalments
bunga: interest
lunas: paid in full
struk nota kwitansi kuitansi bukti_beli bukti_pembelian bon: receipt
faktur_pajak faktur: tax invoice
npwp: tax number
perusahaan pt cv: company
penawaran_harga: quotation
batal dibatalin dibatalkan batalin membatalkan batalkan cancel dicancel pembatalan: cancel
sepihak: by shop
stok restock stoknya persediaan: stock
habis abis kosong kehabisan: sold out
ditahan: on hold
jumlah jmlh banyaknya qty: quantity amount
varian: variant
hapus dihapus menghapus apus: delete remove
gabung digabung gabungin dijadiin_satu satukan: merge combine
lupa kelupaan ketinggalan: forgot
kartu_ucapan: gift note
kado hadiahnya: gift present
kata_sandi sandi password pasword pass: password
link tautan: link
login masuk_akun log_in: sign in
email surel imel: email
kode: code
otp kode_otp kode_verifikasi verifikasi: one-time code verification
sinyal: signal
terkunci dikunci kunci kekunci: locked
aman keamanan: safe security
akun akunnya akunku: account
nama: name
profil: profile
terdaftar daftar mendaftar: registered already in use
data_pribadi data: personal data
salinan: copy
dijual jual menjual: sell
iklan iklannya: advertisement
berhenti stop matiin matikan unsubscribe: stop unsubscribe
newsletter: newsletter
wa whatsapp: WhatsApp
dibobol dihack hack diretas kebobolan dibajak: hacked
izin: permission
penipuan penipu tipu nipu ditipu palsu hoax: scam fake
menang undian: won a prize
ngaku mengaku: claims to be
nelpon telpon menelepon: phone call
klik diklik: clicked
terlanjur kadung: already
toko tokonya toko_ini: shop
toko_offline toko_fisik: physical store
dihentikan: discontinued
tersedia ready: available
po preorder pre-order: preorder
beli membeli belanja pembelian dibeli belinya: buy purchase
acara nikahan: event wedding
bingung ragu: not sure which
ukur ngukur mengukur pengukuran: measure
kaki sepatu sneakers: feet shoes
baju kaos kemeja celana dress gaun: clothes shirt trousers
lemari meja rak kursi perabot furnitur mebel: furniture cabinet shelf
bagian: part
steker colokan colokannya stopkontak: plug socket
volt listrik tegangan: voltage
halal: halal
kacang kacangnya: nuts peanut
alergi alergen: allergy allergens
komposisi kandungan bahan mengandung: ingredients
makanan camilan cemilan snack biskuit minuman: food snack
krim skincare: cream
tahan: last
wajan panci kuali: wok pan pot
rantang: tiffin
kompor kompor_listrik induksi: stove induction
rendam direndem direndam ngerendem: soak
cuci dicuci nyuci mencuci pencucian: wash
mesin_cuci mesin: washing machine
luntur: colour runs bleed
mengkeret menyusut susut nyusut: shrink
bersihin bersihkan membersihkan pembersihan: clean
kanvas tas: canvas bag
batik: batik
pasang masang dipasang pemasangan memasang rakit merakit ngerakit: assemble install set up
buku_panduan buku_petunjuk manual petunjuk: manual instructions
wifi wi-fi: Wi-Fi
jasa: service
garansi garansinya: warranty
ditanggung tanggung nanggung menanggung: covered who pays
perpanjang diperpanjang perpanjangan: extend
bekas seken second: secondhand used
servis service diperbaiki perbaiki perbaikan benerin reparasi: repair
pinjam dipinjemin pinjem pinjaman: loan borrow
pengganti: replacement
klaim: claim
kupon voucher vocer voucer: voucher
berlaku masa_berlaku: valid
gift_card kartu_hadiah: gift card
dicairin diuangkan cairkan: cash out
poin point poinnya koin: points
masa_hangus: expiry
menunggu nunggu tunggu pending: pending wait
cashback: cashback
turun: dropped lower
flash_sale: flash sale
sama samain disamakan menyamakan: match same
toko_sebelah toko_lain shopee tokopedia lazada marketplace: other shops
mahasiswa pelajar guru: students
nawar tawar ditawar: haggle
grosir borongan: wholesale
naik: increased
tiba-tiba tiba2 mendadak: suddenly
web website situs halaman aplikasi apps app: website app
lapor laporkan ngelapor komplain: report complain
maksudnya maksud arti artinya: what does it mean
sepatu: shoes
air kena_air: water
anak bayi: child
sekalian sekaligus: together
nomor_lama: old number
penuh full: full
belinya: bought
tanya nanya bertanya: ask
jawab balas dibalas: answer
kartu_sim simcard sim: SIM card
sertifikat: certificate
pecahan: pieces
tempat: place
dekat deket terdekat: near
titip dititip dititipin nitip: left with
mobil motor: car
bahan: material
kualitas: quality
puas kecewa: satisfied disappointed
bagus oke mantap: good
jelek buruk parah: bad
hubungi kontak menghubungi: contact
orang: person
layanan pelayanan cs customer_service: customer service
lowongan_kerja loker lamaran kerjaan: job vacancy
cuaca hujan: weather
`;
