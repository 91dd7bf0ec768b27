import type { Lexicon } from './lexicon.ts';
import { visitTerms } from './terms.ts';

/** What `*` stands for; most of what this makes is no word, and harms nothing. */
const ENDINGS = ['', 's', 'es', 'd', 'ed', 'ing', 'e', 'y', 'er', 'ion', 'ment', 'ating', 'ation', 'able'];
/** How far a negator reaches. */
const REACH = 3;

/** valences.txt: how well words, and pairs of words as `on_time`, speak of a purchase, from -3 to 3. */
export function parseValences(text: string): Lexicon {
  const entries = text.split('\n').flatMap((line) => {
    const [valence = '', ...words] = line.split(' ');
    if (!/^[+-]\d$/.test(valence)) return [];
    return words
      .flatMap((word) => (word.endsWith('*') ? ENDINGS.map((ending) => word.slice(0, -1) + ending) : [word]))
      .map((word) => [word, Number(valence)] as const);
  });
  return new Map(entries);
}

/** The valence of a text's words together, divided by the root of their number. */
export function valenceOf(words: readonly string[], lexicon: Lexicon): number {
  let sum = 0;
  visitTerms(words, { reach: REACH, pairs: true }, (term, sign) => {
    sum += sign * (lexicon.get(term) ?? 0);
  });
  return sum / Math.sqrt(Math.max(1, words.length));
}
