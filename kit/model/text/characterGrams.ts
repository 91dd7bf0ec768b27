/** Mostly zeros: `values[i]` stands at `indices[i]`; no index twice. */
export interface TextVector {
  readonly indices: Uint32Array;
  readonly values: Float32Array;
}

export interface GramOptions {
  /** The shortest and the longest grams, in characters. */
  readonly from: number;
  readonly to: number;
  /** How many places the grams are hashed to; a power of two. */
  readonly places: number;
  /** What follows is not read, so that the time a text takes is bounded. */
  readonly maxCharacters: number;
}

/** FNV-1a, 32 bits (Fowler, Noll, Vo; draft-eastlake-fnv). */
const FNV_OFFSET = 2_166_136_261;
const FNV_PRIME = 16_777_619;

/**
 * The character n-grams of a text, hashed to places (Weinberger et al., Feature Hashing, ICML 2009), as a vector of length 1.
 * Case does not count, what is neither a letter, a mark nor a digit separates words, and a gram knows where a word begins
 * and ends. A text without any has no places.
 */
export function characterGrams(text: string, { from, to, places, maxCharacters }: GramOptions): TextVector {
  const counts = new Map<number, number>();
  for (const word of wordsOf(text.slice(0, maxCharacters))) {
    const characters = [...` ${word} `];
    for (let start = 0; start < characters.length; start++) {
      let hash = FNV_OFFSET;
      for (let length = 1; length <= to && start + length <= characters.length; length++) {
        hash = Math.imul(hash ^ (characters[start + length - 1]?.codePointAt(0) ?? 0), FNV_PRIME) >>> 0;
        if (length < from) continue;
        // Its low bits alone would only know the low bits of the characters.
        const place = (hash ^ (hash >>> 15)) & (places - 1);
        counts.set(place, (counts.get(place) ?? 0) + 1);
      }
    }
  }
  const weights = [...counts.values()].map((count) => 1 + Math.log(count));
  const norm = Math.hypot(...weights);
  return {
    indices: Uint32Array.from(counts.keys()),
    values: Float32Array.from(weights, (weight) => weight / norm),
  };
}

function wordsOf(text: string): readonly string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}
