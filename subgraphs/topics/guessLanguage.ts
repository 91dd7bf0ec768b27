import { wordsOf } from './text/gloss.ts';
import type { Language } from './topics.ts';

/** Words that hardly a message is without, and that the other language does not have. */
const CUES: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set(
    'the a an i my me is are was be been to of in it for not no and or you your do does did can could will would how what when where which why who have has had with this that but on at from if please there they we am want need got'.split(
      ' ',
    ),
  ),
  id: new Set(
    'saya aku gue kak min gan yang yg di ke dari ini itu tidak tdk gak ga nggak ngga belum blm sudah udah sdh bisa apa apakah kok dan atau ada mau untuk buat dengan berapa kapan bagaimana gimana kenapa mana dong ya nih sih saja aja lagi pesanan pesan barang paket kirim tolong mohon kalau kalo karena jadi juga tapi padahal terus harus'.split(
      ' ',
    ),
  ),
};

/**
 * Which of the models' two languages a text is in, by words that are frequent in one of them, for when nobody else can
 * tell; English where there is no such word. Other languages in Latin letters are taken for one of the two.
 * @returns null for a text in another script.
 */
export function guessLanguage(text: string): Language | null {
  if (/\p{L}/u.test(text) && !/\p{Script=Latin}/u.test(text)) return null;
  const words = wordsOf(text);
  const cues = (language: Language) => words.filter((word) => CUES[language].has(word)).length;
  return cues('id') > cues('en') ? 'id' : 'en';
}
