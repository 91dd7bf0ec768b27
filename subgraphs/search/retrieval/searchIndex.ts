import { type Fusion, scoreOf } from '../fusion.ts';
import { Dictionary } from '../text/dictionary.ts';
import { termOf } from '../text/termOf.ts';
import { wordsOf } from '../text/wordsOf.ts';
import { type Facets, facetsOf } from './facets.ts';
import { type Filters, isInPrice, isOnShelf } from './filters.ts';
import { type Highlight, highlightsOf } from './highlight.ts';
import type { IndexedProduct } from './product.ts';
import type { Quantised } from './quantised.ts';
import { VectorTable } from './vectorTable.ts';
import { type Term, WordIndex } from './wordIndex.ts';

export interface Search {
  readonly terms: readonly Term[];
  /** Null where there is none; then words alone are compared. */
  readonly vector: Quantised | null;
  readonly fusion: Fusion;
  /** The score from which a product is a hit. */
  readonly threshold: number;
  readonly filters: Filters;
  /** What the page follows. */
  readonly after: { readonly score: number; readonly id: string } | null;
  readonly first: number;
}

export interface Hit {
  readonly id: string;
  readonly score: number;
  readonly words: number;
  /** Null where the meaning could not be compared. */
  readonly meaning: number | null;
  readonly highlights: readonly Highlight[];
}

export interface Found {
  /** The best first, equal ones by their ids. */
  readonly hits: readonly Hit[];
  readonly totalCount: number;
  readonly facets: Facets;
  /** Whether every product could be compared by its meaning. */
  readonly whole: boolean;
}

interface Scored {
  readonly product: IndexedProduct;
  readonly score: number;
  readonly words: number;
  readonly meaning: number | null;
}

/** The products of a shop as they are searched: words and vectors, by row. It knows nothing of threads and tables. */
export class SearchIndex {
  readonly words = new WordIndex();
  readonly vectors = new VectorTable();
  readonly #products: (IndexedProduct | undefined)[] = [];
  readonly #rows = new Map<string, number>();
  readonly #free: number[] = [];
  /** How many products have each word. */
  readonly #holders = new Map<string, number>();
  #dictionary: Dictionary | undefined;
  #unembedded = 0;

  get size(): number {
    return this.#rows.size;
  }

  /** The words of the products, the commonest first. */
  get dictionary(): Dictionary {
    this.#dictionary ??= new Dictionary(
      Array.from(this.#holders)
        .sort(([one, count], [other, more]) => more - count || (one < other ? -1 : 1))
        .map(([word]) => word),
      this.#pairs(),
    );
    return this.#dictionary;
  }

  /** A product that comes anew is without a vector until it is given one. */
  put(product: IndexedProduct): void {
    this.remove(product.id);
    const row = this.#free.pop() ?? this.#products.length;
    this.#products[row] = product;
    this.#rows.set(product.id, row);
    this.words.add(row, ...termsOf(product));
    this.#countWords(product, 1);
    this.#unembedded += 1;
  }

  /** Does nothing for a product that is no more. */
  setVector(id: string, vector: Quantised): void {
    const row = this.#rows.get(id);
    if (row === undefined) return;
    if (!this.vectors.has(row)) this.#unembedded -= 1;
    this.vectors.set(row, vector);
  }

  remove(id: string): void {
    const row = this.#rows.get(id);
    const product = row === undefined ? undefined : this.#products[row];
    if (row === undefined || product === undefined) return;
    this.words.remove(row, ...termsOf(product));
    this.#countWords(product, -1);
    if (!this.vectors.has(row)) this.#unembedded -= 1;
    this.vectors.clear(row);
    this.#products[row] = undefined;
    this.#rows.delete(id);
    this.#free.push(row);
  }

  search(search: Search): Found {
    const { filters, terms, after, first } = search;
    const hits = this.#score(search);
    const chosen = hits.filter(({ product }) => isOnShelf(product, filters) && isInPrice(product, filters));
    const page = best(after === null ? chosen : chosen.filter((hit) => compare(hit, after.score, after.id) > 0), first);
    return {
      hits: page.map(({ product, score, words, meaning }) => ({
        ...{ id: product.id, score, words, meaning },
        highlights: highlightsOf(product, terms),
      })),
      totalCount: chosen.length,
      facets: facetsOf(
        hits.map(({ product }) => product),
        filters,
      ),
      whole: search.vector !== null && this.#unembedded === 0,
    };
  }

  /** Of the names: "ricecooker" is a rice cooker. */
  #pairs(): ReadonlyMap<string, string> {
    const pairs = new Map<string, string>();
    for (const product of this.#products) {
      const words = product === undefined ? [] : wordsOf(product.name);
      for (const [place, word] of words.entries()) {
        const next = words[place + 1];
        if (next !== undefined) pairs.set(word + next, `${word} ${next}`);
      }
    }
    return pairs;
  }

  #countWords({ name, description }: IndexedProduct, by: number): void {
    for (const word of new Set(wordsOf(`${name} ${description}`))) {
      const count = (this.#holders.get(word) ?? 0) + by;
      if (count > 0) this.#holders.set(word, count);
      else this.#holders.delete(word);
    }
    this.#dictionary = undefined;
  }

  #score({ terms, vector, fusion, threshold }: Search): Scored[] {
    const rows = this.#products.length;
    const { bm25, coverage, inName } = this.words.score(terms, rows);
    const cosines = vector === null ? null : this.vectors.cosines(vector, rows);
    const scored: Scored[] = [];
    for (const [row, product] of this.#products.entries()) {
      if (product === undefined) continue;
      const cosine = cosines?.[row] ?? Number.NaN;
      const features = {
        bm25: bm25[row] ?? 0,
        coverage: coverage[row] ?? 0,
        inName: inName[row] ?? 0,
        cosine: Number.isNaN(cosine) ? null : cosine,
      };
      const { words, meaning } = scoreOf(features, fusion);
      const score = words + (meaning ?? 0);
      // Without a meaning to compare any word that is met makes a hit.
      if (score < threshold && !(meaning === null && features.coverage > 0)) continue;
      scored.push({ product, score, words, meaning });
    }
    return scored;
  }
}

/** Of a name and of the rest: a shelf is a word of what stands on it. */
export function termsOf({ name, description, categoryId }: IndexedProduct): [string[], string[]] {
  const terms = (text: string): string[] => wordsOf(text).flatMap((word) => termOf(word) ?? []);
  return [terms(name), terms(`${description} ${categoryId}`)];
}

function compare({ score, product }: Scored, otherScore: number, otherId: string): number {
  return otherScore - score || (product.id < otherId ? -1 : Number(product.id > otherId));
}

/** In order. A page is short where hits are many: to sort all of them would take most of a search. */
function best(hits: readonly Scored[], count: number): readonly Scored[] {
  const page: Scored[] = [];
  for (const hit of hits) {
    const last = page[count - 1];
    if (count === 0 || (last !== undefined && compare(hit, last.score, last.product.id) > 0)) continue;
    let place = page.length;
    for (let before = page[place - 1]; before && compare(hit, before.score, before.product.id) < 0; ) {
      place -= 1;
      before = page[place - 1];
    }
    page.splice(place, 0, hit);
    if (page.length > count) page.pop();
  }
  return page;
}
