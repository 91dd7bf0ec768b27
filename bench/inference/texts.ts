const WORDS = [
  'the',
  'box',
  'came',
  'late',
  'but',
  'works',
  'as',
  'said',
  'my',
  'son',
  'likes',
  'it',
  'very',
  'much',
  'and',
  'cheap',
];

/**
 * Texts of so many words, no two of the first 65,536 alike: what was predicted once must not be known. Their first words
 * are the digits of a number in base 16.
 */
export function* textsOf(words: readonly number[]): Generator<string, never> {
  for (let index = 0; ; index++) {
    const count = words[index % words.length] ?? 1;
    const word = (place: number): string | undefined =>
      WORDS[
        place < 4 ? (index >> (4 * place)) % WORDS.length : (index * 7 + place * (1 + (index % 13))) % WORDS.length
      ];
    yield Array.from({ length: count }, (_, place) => word(place)).join(' ');
  }
}

/** About 16 tokens. */
export const SHORT = [12, 13, 14, 15];
/** From 6 to 120 tokens, as reviews are. */
export const MIXED = [4, 80, 12, 30, 110, 16, 8, 55, 22, 40];
