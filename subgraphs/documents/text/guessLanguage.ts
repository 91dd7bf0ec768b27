import type { Language } from '../kinds.ts';

/** Words that hardly a document is without, and that the other language does not have. */
const CUES: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set(
    'the of and to for is are was your you we by from with this that on at not please date name total amount due order no item number thank signature address paid payment invoice receipt return reason issue birth expiry dear sincerely faithfully will have has be or as it in an'.split(
      ' ',
    ),
  ),
  id: new Set(
    'dan yang di ke dari untuk dengan ini itu tidak saya kami anda atau pada atas oleh akan sudah telah harap mohon tanggal nama jumlah alamat pembayaran barang harga bayar terima kasih tanda tangan nomor kepada hormat surat kota lahir berlaku alasan pengembalian faktur kwitansi struk belum bisa agar dalam karena sebagai tunai kembali'.split(
      ' ',
    ),
  ),
};

/** The language of a text by words that are frequent in one of the two; null where they do not tell. */
export function guessLanguage(text: string): Language | null {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const cues = (language: Language) => words.filter((word) => CUES[language].has(word)).length;
  const [en, id] = [cues('en'), cues('id')];
  if (en === id) return null;
  return id > en ? 'id' : 'en';
}

/** Fewer letters of another script are a misread picture. */
const LEAST_LETTERS = 5;

/** Whether a text has letters of another script than the models', more than of theirs. */
export function isOtherScript(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  const others = letters.filter((letter) => !/\p{Script=Latin}/u.test(letter)).length;
  return others >= LEAST_LETTERS && others > letters.length / 2;
}
