import { wordsOf } from './wordsOf.ts';

/** Those that the models have a figure for. */
export const LANGUAGES = ['en', 'id'] as const;
export type Language = (typeof LANGUAGES)[number];

export function isLanguage(code: string): code is Language {
  return LANGUAGES.some((language) => language === code);
}

const CUES: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set(
    `the a an is are was my i you it not to of for and in on do does did can how what when where why please have has with
    that this order but your from we they no if or be`.split(/\s+/),
  ),
  id: new Set(
    `yang dan di ke dari saya ini itu tidak gak ga nggak bisa ada kak untuk dengan sudah udah belum blm apa berapa kapan
    kenapa gimana bagaimana mau kok ya aku kami barang pesanan dong sih nya tapi kalau`.split(/\s+/),
  ),
};
/** Of letters; with fewer in Latin script it is neither. */
const LATIN_SHARE = 0.5;

/** Which of the two a text is more likely in, by words that only one of them has; null for what is in another script. */
export function guessLanguage(text: string): Language | null {
  const letters = text.match(/\p{L}/gu) ?? [];
  const latin = letters.filter((letter) => /\p{Script=Latin}/u.test(letter));
  if (latin.length < LATIN_SHARE * letters.length) return null;
  const words = wordsOf(text);
  const count = (language: Language): number => words.filter((word) => CUES[language].has(word)).length;
  return count('id') > count('en') ? 'id' : 'en';
}
