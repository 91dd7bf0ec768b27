import { glossary } from './glossary.ts';
import { wordsOf } from './wordsOf.ts';

const entries = new Map(
  glossary
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [variants = '', meaning = ''] = line.split(':');
      return variants.split(' ').map((variant) => [variant.replaceAll('_', ' '), meaning.trim()] as const);
    }),
);
const LONGEST_PHRASE = Math.max(...Array.from(entries.keys(), (variant) => variant.split(' ').length));

const SUFFIX = /(?:nya|lah|kah|ku|mu|kan|an|in|i)$/;
const PREFIX = /^(?:di|meng|men|mem|meny|me|ber|ter|peng|pen|pem|per|pe|se|ke|nge|ng)/;
const SHORTEST_ROOT = 4;

/**
 * An Indonesian text word by word in English, for an encoder that knows English only. What the glossary does not have stays
 * as it is: names, and the many words of trade that are English already.
 */
export function glossed(text: string): string {
  const words = wordsOf(text).flatMap(undoubled);
  const meanings: string[] = [];
  for (let place = 0; place < words.length; ) {
    const length = phraseLength(words, place);
    const meaning = length > 0 ? entries.get(words.slice(place, place + length).join(' ')) : undefined;
    meanings.push(meaning ?? meaningOf(words[place] ?? ''));
    place += Math.max(length, 1);
  }
  return meanings.filter((meaning) => meaning !== '').join(' ');
}

function phraseLength(words: readonly string[], place: number): number {
  for (let length = Math.min(LONGEST_PHRASE, words.length - place); length > 0; length--) {
    if (entries.has(words.slice(place, place + length).join(' '))) return length;
  }
  return 0;
}

/** "masuk-masuk", "masuk2" and "masuk 2" with a word before it are the word twice, for emphasis or a plural. */
function undoubled(word: string): readonly string[] {
  const [first = '', second] = word.split('-');
  if (second !== undefined)
    return first === second || second.startsWith(first) ? [first] : [first, ...word.split('-').slice(1)];
  return [word.replace(/(?<=\p{L}{2})2$/u, '')];
}

/** Of the word, or of its root: affixes are taken off as long as the glossary does not have what is left. */
function meaningOf(word: string): string {
  for (const root of rootsOf(word)) {
    const meaning = entries.get(root);
    if (meaning !== undefined) return meaning;
  }
  return word;
}

function* rootsOf(word: string): Generator<string> {
  const bare = word.replace(/(?:nya|lah|kah)$/, '');
  for (const form of new Set([bare, bare.replace(SUFFIX, '')])) {
    if (form.length < SHORTEST_ROOT) continue;
    yield form;
    const root = form.replace(PREFIX, '');
    if (root === form || root.length < SHORTEST_ROOT - 1) continue;
    yield root;
    // Nasals stand for the first sound of a root: "nuker" is "tuker", "memakai" is "pakai", "menyimpan" is "simpan".
    for (const sound of ['t', 'p', 'k', 's']) yield sound + root;
  }
}
