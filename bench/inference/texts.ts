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

/** Texts of so many words, no two alike: what was predicted once must not be known. */
export function* textsOf(words: readonly number[]): Generator<string, never> {
  for (let index = 0; ; index++) {
    const count = words[index % words.length] ?? 1;
    yield Array.from(
      { length: count },
      (_, place) => WORDS[(index * 7 + place * (1 + (index % 13))) % WORDS.length],
    ).join(' ');
  }
}

/** About 16 tokens. */
export const SHORT = [12, 13, 14, 15];
/** From 6 to 120 tokens, as reviews are. */
export const MIXED = [4, 80, 12, 30, 110, 16, 8, 55, 22, 40];
