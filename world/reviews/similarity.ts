/** The runs of three words in a text, without case and punctuation; of a shorter text, the whole. */
export function wordTriples(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length < 3) return new Set([words.join(' ')]);
  return new Set(words.slice(2).map((word, index) => `${words[index]} ${words[index + 1]} ${word}`));
}

/** Shared among all, from 0 (nothing in common) to 1 (the same). Jaccard's index. */
export function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const triple of a) if (b.has(triple)) shared += 1;
  return shared / (a.size + b.size - shared);
}
