/** English glosses of Indonesian words, by the word. */
export type Lexicon = ReadonlyMap<string, string>;

/** Those that a root may have lost or gained; colloquial ones too. */
const SUFFIXES = ['nya', 'ku', 'mu', 'lah', 'kah', 'in', 'kan', 'an', 'i'];
const PREFIXES = ['di', 'ke', 'se', 'ber', 'ter', 'meng', 'mem', 'men', 'me', 'ng', 'pe'];
const SHORTEST_ROOT = 3;

/**
 * Reads a lexicon: each line an English gloss, a colon, and Indonesian words of that meaning, chat abbreviations among
 * them. Of a word that stands twice the first gloss counts.
 */
export function parseLexicon(lines: string): Lexicon {
  const glosses = new Map<string, string>();
  for (const line of lines.split('\n')) {
    const [gloss = '', words = ''] = line.split(': ');
    for (const word of words.split(' ')) {
      if (word !== '' && !glosses.has(word)) glosses.set(word, gloss);
    }
  }
  return glosses;
}

/** The text word for word in English, as far as the lexicon goes; what it does not have stays. Not a translation. */
export function glossOf(text: string, lexicon: Lexicon): string {
  return wordsOf(text)
    .map((word) => lookUp(word, lexicon) ?? word)
    .join(' ');
}

export function wordsOf(text: string): readonly string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}

/** By the word, by the word said with less stress ("bangettt"), then by its roots, the longest first. */
function lookUp(word: string, lexicon: Lexicon): string | undefined {
  const known = lexicon.get(word) ?? lexicon.get(word.replace(/(.)\1+/gu, '$1'));
  if (known !== undefined) return known;
  for (const root of rootsOf(word)) {
    const gloss = lexicon.get(root);
    if (gloss !== undefined) return gloss;
  }
  return undefined;
}

function rootsOf(word: string): readonly string[] {
  const ends = SUFFIXES.filter((suffix) => word.endsWith(suffix)).map((suffix) => word.slice(0, -suffix.length));
  const stems = [word, ...ends];
  const starts = stems.flatMap((stem) =>
    PREFIXES.filter((prefix) => stem.startsWith(prefix)).map((prefix) => stem.slice(prefix.length)),
  );
  return [...stems, ...starts].filter(({ length }) => length >= SHORTEST_ROOT).sort((a, b) => b.length - a.length);
}
