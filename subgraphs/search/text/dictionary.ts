/** From so many letters on, a word may have one mistake, or two. */
const ONE_MISTAKE_FROM = 4;
const TWO_MISTAKES_FROM = 9;
/** In a word of fewer letters the first one is right: too many words differ in it alone. */
const FIRST_LETTER_BELOW = 8;
const A = 'a'.charCodeAt(0);

interface Entry {
  readonly word: string;
  /** A bit for each letter that it has. */
  readonly letters: number;
  /** How common it is among those of its kind, the commonest first. */
  readonly rank: number;
}

/** Words that are spelled rightly, and which of them a word that is not was meant to be. */
export class Dictionary {
  readonly #byLength: Entry[][] = [];
  readonly #known = new Set<string>();
  readonly #pairs: ReadonlyMap<string, string>;

  /**
   * @param words the commonest first
   * @param pairs words that stand side by side, by what they are without the space
   */
  constructor(words: Iterable<string>, pairs: ReadonlyMap<string, string> = new Map()) {
    this.#pairs = pairs;
    for (const word of words) {
      if (this.#known.has(word)) continue;
      const entry = { word, letters: lettersOf(word), rank: this.#known.size };
      this.#known.add(word);
      const ofLength = this.#byLength[word.length];
      if (ofLength) ofLength.push(entry);
      else this.#byLength[word.length] = [entry];
    }
  }

  has(word: string): boolean {
    return this.#known.has(word);
  }

  /** The two words that this is without the space between them. */
  apart(word: string): string | undefined {
    return this.#pairs.get(word);
  }

  /** The word with the fewest mistakes, the commonest of several; null where none is near enough. */
  nearest(word: string): { readonly word: string; readonly mistakes: number; readonly rank: number } | null {
    const allowed = word.length >= TWO_MISTAKES_FROM ? 2 : word.length >= ONE_MISTAKE_FROM ? 1 : 0;
    const letters = lettersOf(word);
    let best: { readonly word: string; readonly mistakes: number; readonly rank: number } | null = null;
    for (let length = word.length - allowed; length <= word.length + allowed; length++) {
      for (const entry of this.#byLength[length] ?? []) {
        const limit = Math.min(allowed, best?.mistakes ?? allowed);
        // A mistake changes two letters of the set at most.
        if (limit === 0 || bits(letters ^ entry.letters) > 2 * limit) continue;
        const mistakes = distance(word, entry.word, limit);
        if (mistakes > limit || !beginsAlike(word, entry.word, mistakes)) continue;
        if (best === null || mistakes < best.mistakes || entry.rank < best.rank)
          best = { word: entry.word, mistakes, rank: entry.rank };
      }
    }
    return best;
  }
}

function beginsAlike(word: string, meant: string, mistakes: number): boolean {
  if (word[0] === meant[0] || (word[0] === meant[1] && word[1] === meant[0])) return true;
  return mistakes < 2 && word.length >= FIRST_LETTER_BELOW;
}

function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) {
    const letter = word.charCodeAt(at) - A;
    // What is no Latin letter shares the rest of the bits.
    letters |= 1 << (letter >= 0 && letter < 26 ? letter : 26 + (word.charCodeAt(at) % 5));
  }
  return letters;
}

function bits(set: number): number {
  let left = set - ((set >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return (((left + (left >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/**
 * Letters left out, put in, changed or swapped (Damerau, A technique for computer detection and correction of spelling
 * errors, 1964), each letter once.
 * @returns more than `limit` where there are more.
 */
export function distance(one: string, other: string, limit: number): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    before = last;
    last = row;
  }
  return last[other.length] ?? limit + 1;
}
