/** How chats spell the commonest words; what a customer means is the word after the colon. */
const SPELLINGS: Readonly<Record<string, string>> = {
  tidak: 'ga gak gk g nggak ngga enggak engga kagak tdk tak ndak',
  bukan: 'bkn',
  belum: 'blm blum belom',
  sudah: 'udah udh sdh dah uda',
  banget: 'bgt bgtt bangettt bangett',
  sekali: 'skali',
  yang: 'yg',
  dengan: 'dgn dg',
  tapi: 'tp tpi tetapi namun',
  padahal: 'pdhl pdahal',
  sampai: 'sampe nyampe nyampai smpe smp nyampek sampek',
  datang: 'dateng dtg dtang',
  cepat: 'cepet cpt cepett',
  pakai: 'pake pk dipake dipakai',
  lama: 'lm lamaa',
  kirim: 'krm ngirim',
  barang: 'brg brng',
  bagus: 'bgs baguss bagusss',
  rusak: 'rsk rusakk',
  cuma: 'cm cman cuman',
  saya: 'sy gue gw aku gua',
  karena: 'krn krna karna',
  kalau: 'kalo klo kl',
  untuk: 'utk buat',
  terima: 'trima trm',
  kasih: 'ksh',
  makasih: 'mksh makasi mkasih maksih',
  juga: 'jg jga',
  sama: 'sm',
  lebih: 'lbh',
  langsung: 'lgsg lgsung lsg langsng',
  masih: 'msh',
  baru: 'br',
  hari: 'hr',
  minggu: 'mgg',
  bulan: 'bln',
  dibalas: 'dibales dibls dibalesin',
  balas: 'bales bls',
  benar: 'bener bnr',
  pecah: 'pcah',
  murah: 'murahh',
  kecewa: 'kcewa kecewaa',
  mantap: 'mantaap mantep mntp mantab mantul mantappp mantaaap',
  tolong: 'tlg tlong',
  seperti: 'kayak kaya kyk spt',
  semua: 'smua smw',
  tahu: 'tau',
  lagi: 'lg lgi',
  segar: 'seger',
  habis: 'abis',
};

const STANDARD: ReadonlyMap<string, string> = new Map(
  Object.entries(SPELLINGS).flatMap(([word, others]) => others.split(' ').map((other) => [other, word] as const)),
);

/** "the", "its", "my", "your" and words of emphasis, written onto the end of a word. */
const CLITIC = /^(\p{L}{3,}?)(?:nya|lah|kah|ku|mu)$/u;

/** Words as they are weighed: each in one spelling, without what is written onto its end. */
export function standardWords(words: readonly string[]): readonly string[] {
  return words.map((word) => {
    const spelt = STANDARD.get(word) ?? word;
    const bare = CLITIC.exec(spelt)?.[1] ?? spelt;
    return STANDARD.get(bare) ?? bare;
  });
}
