/** How soon a word that is said again stops counting, and how much a long document is held against it: usual values. */
const K1 = 1.2;
const B = 0.75;

/**
 * Ranks documents by the words that a query shares with them (Robertson et al., Okapi at TREC-3, 1994), without stems
 * or stop words.
 * @returns for a query, the indices of the documents that share a word with it, the best first.
 */
export function createBm25(documents: readonly string[]): (query: string) => readonly number[] {
  const counts = documents.map((document) => countWords(document));
  const lengths = counts.map((words) => [...words.values()].reduce((sum, count) => sum + count, 0));
  const meanLength = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  const holders = new Map<string, number>();
  for (const word of counts.flatMap((words) => [...words.keys()])) holders.set(word, (holders.get(word) ?? 0) + 1);

  return (query) => {
    const words = [...countWords(query).keys()];
    const scores = counts.map((own, index) => {
      const length = (lengths[index] ?? 0) / meanLength;
      return words.reduce((sum, word) => {
        const count = own.get(word) ?? 0;
        const held = holders.get(word) ?? 0;
        const rarity = Math.log(1 + (documents.length - held + 0.5) / (held + 0.5));
        return sum + (rarity * count * (K1 + 1)) / (count + K1 * (1 - B + B * length));
      }, 0);
    });
    return [...scores.entries()]
      .filter(([, score]) => score > 0)
      .sort(([, a], [, b]) => b - a)
      .map(([index]) => index);
  };
}

function countWords(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
