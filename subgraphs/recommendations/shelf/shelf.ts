import type { Newcomer } from '../ask.ts';
import { likenessOf, newcomersOf, type ReadProduct } from './likeness.ts';
import type { Shelved } from './shelfTables.ts';

/** The products on sale, as they are recommended from now. */
export class Shelf {
  /** In the order of the ids. */
  readonly candidates: readonly string[];
  /** Whether every text could be compared. */
  readonly whole: boolean;
  /** Names what an answer depends on beside the question. */
  readonly dataVersion: string;
  readonly #read: readonly ReadProduct[];
  readonly #vectors: ReadonlyMap<string, Float32Array>;
  readonly #onSale: ReadonlySet<string>;
  #newcomers: { readonly known: readonly string[]; readonly all: readonly Newcomer[] } | undefined;

  /** @param vectors what the texts mean, by text, as far as that is known */
  constructor(products: readonly Shelved[], vectors: ReadonlyMap<string, Float32Array>, revision: string) {
    this.candidates = products.map(({ product }) => product);
    this.#onSale = new Set(this.candidates);
    this.#read = products.flatMap(({ product, currency, text }) => {
      const vector = vectors.get(text);
      return vector === undefined ? [] : [{ product, currency, vector }];
    });
    this.#vectors = new Map(this.#read.map(({ product, vector }) => [product, vector]));
    this.whole = this.#read.length === products.length;
    this.dataVersion = `${revision}${this.whole ? '' : ` with ${this.#read.length} texts`}`;
  }

  has(product: string): boolean {
    return this.#onSale.has(product);
  }

  /** How much each candidate's text is like the product's; empty where its own is not read yet. */
  likenessTo(product: string): readonly number[] {
    const own = this.#vectors.get(product);
    if (own === undefined) return [];
    return this.candidates.map((candidate) => {
      const vector = this.#vectors.get(candidate);
      return vector === undefined ? 0 : Math.max(0, likenessOf(own, vector));
    });
  }

  /** Those that are not among the known, and what they read like. @param known the same list each time, until the model changes */
  newcomers(known: readonly string[]): readonly Newcomer[] {
    if (this.#newcomers?.known !== known) {
      const names = new Set(known);
      this.#newcomers = { known, all: newcomersOf(this.#read, (product) => names.has(product)) };
    }
    return this.#newcomers.all;
  }
}
