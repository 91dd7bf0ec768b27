import { Postings } from './postings.ts';

/** Okapi BM25 (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009). */
const SATURATION = 1.2;
const LENGTH_WEIGHT = 0.5;
/** A word of the name counts so often as one of the description. */
const NAME_WEIGHT = 2;

/** What is searched for with one word of a query: any of these terms. */
export type Term = readonly string[];

/** What each row has in common with a query, by the row. */
export interface WordScores {
  readonly bm25: Float32Array;
  /** The share of the query, by the rarity of its words, that the row has; from 0 to 1. */
  readonly coverage: Float32Array;
  /** The share that its name has. */
  readonly inName: Float32Array;
}

/** Which rows have which terms. */
export class WordIndex {
  readonly #postings = new Map<string, Postings>();
  readonly #lengths: number[] = [];
  #rows = 0;
  #totalLength = 0;

  /** Bytes of what stands for the rows' words, and how many different ones there are. */
  get size(): { readonly bytes: number; readonly terms: number } {
    let bytes = 0;
    for (const postings of this.#postings.values()) bytes += postings.byteLength;
    return { bytes, terms: this.#postings.size };
  }

  add(row: number, name: readonly string[], text: readonly string[]): void {
    const [inName, inText] = [count(name), count(text)];
    for (const term of new Set([...name, ...text])) {
      let postings = this.#postings.get(term);
      if (postings === undefined) {
        postings = new Postings();
        this.#postings.set(term, postings);
      }
      postings.add(row, inName.get(term) ?? 0, inText.get(term) ?? 0);
    }
    this.#lengths[row] = lengthOf(name, text);
    this.#totalLength += lengthOf(name, text);
    this.#rows += 1;
  }

  /** @param name as they were added; so `text` */
  remove(row: number, name: readonly string[], text: readonly string[]): void {
    for (const term of new Set([...name, ...text])) {
      const postings = this.#postings.get(term);
      postings?.remove(row);
      if (postings?.length === 0) this.#postings.delete(term);
    }
    this.#totalLength -= lengthOf(name, text);
    this.#rows -= 1;
  }

  has(term: string): boolean {
    return this.#postings.has(term);
  }

  /** @param rows how many numbers of rows there are, those without a product included */
  score(query: readonly Term[], rows: number): WordScores {
    const scores = { bm25: new Float32Array(rows), coverage: new Float32Array(rows), inName: new Float32Array(rows) };
    const best = new Float32Array(rows);
    const named = new Uint8Array(rows);
    const mean = this.#totalLength / Math.max(this.#rows, 1);
    const rarities = query.map((term) => this.#rarity(term));
    const all = rarities.reduce((sum, rarity) => sum + rarity, 0) || 1;
    for (const [place, term] of query.entries()) {
      const rarity = rarities[place] ?? 0;
      const touched: number[] = [];
      for (const alternative of term) {
        this.#postings.get(alternative)?.forEach((row, inName, inText) => {
          const frequency = NAME_WEIGHT * inName + inText;
          const slack = SATURATION * (1 - LENGTH_WEIGHT + (LENGTH_WEIGHT * (this.#lengths[row] ?? 0)) / mean);
          const score = (frequency * (SATURATION + 1)) / (frequency + slack);
          const before = best[row] ?? 0;
          if (before === 0) touched.push(row);
          if (score > before) best[row] = score;
          if (inName > 0) named[row] = 1;
        });
      }
      for (const row of touched) {
        scores.bm25[row] = (scores.bm25[row] ?? 0) + rarity * (best[row] ?? 0);
        scores.coverage[row] = (scores.coverage[row] ?? 0) + rarity / all;
        if (named[row] === 1) scores.inName[row] = (scores.inName[row] ?? 0) + rarity / all;
        best[row] = 0;
        named[row] = 0;
      }
    }
    return scores;
  }

  /** Of the commonest of the alternatives that there are. */
  #rarity(term: Term): number {
    const holders = term.reduce((most, alternative) => Math.max(most, this.#postings.get(alternative)?.length ?? 0), 0);
    return Math.log(1 + (this.#rows - holders + 0.5) / (holders + 0.5));
  }
}

function lengthOf(name: readonly string[], text: readonly string[]): number {
  return NAME_WEIGHT * name.length + text.length;
}

function count(terms: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}
