import { readPackageFile } from '../../../models/packages.ts';
import { readWords } from './terms.ts';

/** How well each word is meant, from -4 to 4; it may have pairs of words, as `on_time`. */
export type Lexicon = ReadonlyMap<string, number>;

/**
 * The single words of VADER's lexicon, 7,000 that ten people rated, without its emoticons and phrases.
 * Hutto and Gilbert: VADER: A Parsimonious Rule-based Model for Sentiment Analysis of Social Media Text. ICWSM 2014.
 */
export async function readLexicon(): Promise<Lexicon> {
  const lines = (await readPackageFile('vader-sentiment/vader_lexicon.txt')).toString('utf8').split('\n');
  const entries = lines.flatMap((line) => {
    const [entry = '', valence] = line.split('\t');
    const [word, ...more] = readWords(entry);
    return word === entry.toLowerCase() && more.length === 0 ? [[word, Number(valence)] as const] : [];
  });
  return new Map(entries);
}
