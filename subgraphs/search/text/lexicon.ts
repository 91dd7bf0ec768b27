import { readFileSync } from 'node:fs';

/** What Indonesian and Malay words, and words in a row, mean in English; by the words, a space between them. */
export type Lexicon = ReadonlyMap<string, string>;

/**
 * Reads lexicon.txt: each line an English meaning, a colon, and words that have it; `_` stands for the space within words
 * that mean it together. Of what stands twice the first meaning counts.
 */
export function parseLexicon(lines: string): Lexicon {
  const meanings = new Map<string, string>();
  for (const line of lines.split('\n')) {
    const [meaning = '', variants = ''] = line.split(': ');
    for (const variant of variants.split(' ')) {
      const words = variant.replaceAll('_', ' ').replaceAll('-', ' ');
      if (words !== '' && !meanings.has(words)) meanings.set(words, meaning);
    }
  }
  return meanings;
}

export function readLexicon(): Lexicon {
  return parseLexicon(readFileSync(new URL('lexicon.txt', import.meta.url), 'utf8'));
}

const SUFFIXES = ['nya', 'lah', 'kah', 'ku', 'mu', 'kan', 'an', 'in', 'i'];
const PREFIXES = [
  ...['menge', 'meng', 'meny', 'mem', 'men', 'me', 'nge', 'ng', 'ny', 'di', 'ber', 'be', 'ter'],
  ...['peng', 'peny', 'pem', 'pen', 'per', 'pe', 'se', 'ke'],
];
/** A nasal prefix takes the place of the first sound of a root: "menyimpan" is "simpan". */
const LOST_SOUNDS: Readonly<Record<string, string>> = {
  ...{ meny: 's', peny: 's', ny: 's', mem: 'p', pem: 'p', men: 't', pen: 't', meng: 'k', peng: 'k', ng: 'k' },
};
const SHORTEST_ROOT = 4;

/** The meaning of a word or its root. */
export function meaningOf(word: string, lexicon: Lexicon): string | undefined {
  const known = lexicon.get(word);
  if (known !== undefined) return known;
  for (const root of rootsOf(word)) {
    const meaning = lexicon.get(root);
    if (meaning !== undefined) return meaning;
  }
  return undefined;
}

/** The longest first. */
function rootsOf(word: string): readonly string[] {
  const stems = [
    word,
    ...SUFFIXES.filter((suffix) => word.endsWith(suffix)).map((suffix) => word.slice(0, -suffix.length)),
  ];
  const roots = stems.flatMap((stem) => [
    stem,
    ...PREFIXES.filter((prefix) => stem.startsWith(prefix)).flatMap((prefix) => {
      const root = stem.slice(prefix.length);
      const lost = LOST_SOUNDS[prefix];
      return lost === undefined ? [root] : [root, lost + root];
    }),
  ]);
  return [...new Set(roots)].filter(({ length }) => length >= SHORTEST_ROOT).sort((a, b) => b.length - a.length);
}
