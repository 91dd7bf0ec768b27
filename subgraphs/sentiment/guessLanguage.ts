import { CodedError } from '../../kit/errors.ts';
import { LANGUAGES, type Language } from './languages.ts';
import { readWords } from './words/terms.ts';

/** The language a text is judged in. */
export interface GivenLanguage {
  readonly language: Language;
  /** Whether nobody told, and words spoke for it. */
  readonly guessed: boolean;
}

/** Words that nearly every message has some of, and that the other language does not have. */
const CUES: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set(
    'the and is was were are it its i my me you your we our they this that these with for not but have has had of to in on at be been do does did will would can could please thanks thank when where what why how very so from by order ordered arrived refund good great bad love delivery item'.split(
      ' ',
    ),
  ),
  id: new Set(
    'yang yg dan di ke dari ini itu saya aku gue tidak gak ga nggak enggak tdk sudah udah sdh udh belum blm ada dengan dgn untuk buat bisa juga tapi tp sama banget bgt sekali kak min gan sis mas mbak nya kok sih dong deh ya kalau kalo karena pesanan barang barangnya paket pake pakai lagi terima kasih makasih mau minta tolong kenapa kapan bagaimana gimana apa apakah berapa bagus rusak kirim kirimnya kurir sampai sampe murah cepat'.split(
      ' ',
    ),
  ),
};

/**
 * @param code what is known of the language; null when nothing is, then the text's commonest words speak for one.
 * @throws CodedError `UNSUPPORTED_LANGUAGE` for a language without figures, or where no word speaks for one.
 */
export function languageOf(code: string | null, text: string): GivenLanguage {
  if (code !== null) {
    const language = LANGUAGES.find((each) => each === code);
    if (language) return { language, guessed: false };
    throw unsupported(`got one in ${JSON.stringify(code)}`);
  }
  const words = readWords(text);
  const count = (language: Language) => words.filter((word) => CUES[language].has(word)).length;
  const [en, id] = [count('en'), count('id')];
  if (en === id) throw unsupported('nobody told its language, and its words do not tell');
  return { language: en > id ? 'en' : 'id', guessed: true };
}

function unsupported(came: string): CodedError {
  return new CodedError('UNSUPPORTED_LANGUAGE', `Expected a text in ${LANGUAGES.join(' or ')}; ${came}.`);
}
