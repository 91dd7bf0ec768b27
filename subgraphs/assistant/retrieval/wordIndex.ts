/** Okapi BM25 (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009). */
const SATURATION = 1.2;
const LENGTH_WEIGHT = 0.5;

/** How rare terms are among documents, and how well a question's terms are met by one of them. */
export class WordIndex {
  readonly #documents: readonly { readonly counts: ReadonlyMap<string, number>; readonly length: number }[];
  readonly #holders = new Map<string, number>();
  readonly #meanLength: number;

  constructor(documents: readonly (readonly string[])[]) {
    this.#documents = documents.map((terms) => {
      const counts = new Map<string, number>();
      for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
      for (const term of counts.keys()) this.#holders.set(term, (this.#holders.get(term) ?? 0) + 1);
      return { counts, length: terms.length };
    });
    this.#meanLength = documents.reduce((sum, { length }) => sum + length, 0) / Math.max(documents.length, 1);
  }

  /** BM25 of the document at this place. */
  score(terms: ReadonlySet<string>, place: number): number {
    const { counts, length } = this.#documents[place] ?? { counts: new Map<string, number>(), length: 0 };
    const slack = SATURATION * (1 - LENGTH_WEIGHT + (LENGTH_WEIGHT * length) / this.#meanLength);
    let sum = 0;
    for (const term of terms) {
      const count = counts.get(term) ?? 0;
      sum += (this.rarity(term) * count * (SATURATION + 1)) / (count + slack);
    }
    return sum;
  }

  /** The share of the question, by the rarity of its terms, that a set of terms has; from 0 to 1. */
  coverage(terms: ReadonlySet<string>, by: ReadonlySet<string>): number {
    let [met, all] = [0, 0];
    for (const term of terms) {
      const rarity = this.rarity(term);
      all += rarity;
      if (by.has(term)) met += rarity;
    }
    return all === 0 ? 0 : met / all;
  }

  rarity(term: string): number {
    const holders = this.#holders.get(term) ?? 0;
    return Math.log(1 + (this.#documents.length - holders + 0.5) / (holders + 0.5));
  }
}
