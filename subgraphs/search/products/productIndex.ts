import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from '../../../kit/log.ts';
import type { IndexedProduct } from '../retrieval/product.ts';
import type { Quantised } from '../retrieval/quantised.ts';
import type { IndexThread } from '../thread/indexThread.ts';
import type { Writing } from '../thread/messages.ts';
import { type Content, contentOf, type Encoder, embedProducts } from './embedProducts.ts';
import type { ProductTables, State } from './productTables.ts';

/** How often the tables are looked at, in milliseconds: one row, unless something changed. */
const LOOK_EVERY_MS = 250;
/** Until embedding is tried again, in milliseconds. */
const RETRY_MS = 15_000;
/** Products that are read together. */
const PAGE = 1_000;

/** The index as it is searched now. */
export interface Served {
  readonly thread: Pick<IndexThread, 'ask'>;
  /** The version of the model that embeds its products: queries need the same. */
  readonly modelVersion: string;
}

type Thread = Pick<IndexThread, 'ask' | 'alive' | 'close'>;

interface Current {
  readonly thread: Thread;
  readonly modelVersion: string;
  state: State;
  /** Of products that have no embedding yet, by their ids. */
  readonly missing: Map<string, Content>;
  /** Ends what is embedded for it. */
  readonly ending: AbortController;
}

/**
 * Keeps the index of this process as the tables are: a change is found by its words as soon as it was looked at, and by its
 * meaning once it is embedded. What was embedded before, by whomever, is read.
 */
export class ProductIndex {
  readonly #tables: ProductTables;
  readonly #encoder: Encoder;
  readonly #log: Logger;
  readonly #openThread: () => Thread;
  #current: Current | undefined;
  #looking: Promise<void> | undefined;
  #embedding: Promise<void> | undefined;
  #embedAt = Number.NEGATIVE_INFINITY;

  constructor(tables: ProductTables, encoder: Encoder, openThread: () => Thread, log: Logger) {
    this.#tables = tables;
    this.#encoder = encoder;
    this.#openThread = openThread;
    this.#log = log;
  }

  /** @throws CodedError `DATABASE_UNAVAILABLE` before the products were ever read. */
  async served(): Promise<Served> {
    if (this.#current?.thread.alive !== true) await this.look();
    if (this.#current === undefined) throw new TypeError('The products were read, but are not there.');
    return this.#current;
  }

  /** Looks until the signal aborts, then ends the thread. */
  async follow(signal: AbortSignal): Promise<void> {
    let troubled = false;
    while (!signal.aborted) {
      try {
        await this.look();
        troubled = false;
      } catch (error) {
        // Once, not each time.
        if (!troubled) this.#log.warn({ err: error }, 'the products cannot be looked at; searching those in memory');
        troubled = true;
      }
      await pause(LOOK_EVERY_MS, undefined, { signal }).catch(() => {});
    }
    this.#current?.ending.abort();
    await this.#looking?.catch(() => {});
    await this.#embedding;
    await this.#current?.thread.close();
  }

  look(): Promise<void> {
    this.#looking ??= this.#lookOnce().finally(() => {
      this.#looking = undefined;
    });
    return this.#looking;
  }

  async #lookOnce(): Promise<void> {
    const state = await this.#tables.state();
    const known = this.#current;
    const { version } = this.#encoder.manifest;
    const anew =
      known?.thread.alive !== true || known.state.indexNumber !== state.indexNumber || known.modelVersion !== version;
    if (anew) await this.#readAll(state, version);
    else if (known.state.revision !== state.revision) await this.#readChanges(known, state);
    this.#embedMissing();
  }

  /** What is searched meanwhile is the index before, if there is one. */
  async #readAll(state: State, modelVersion: string): Promise<void> {
    const before = this.#current?.thread;
    this.#current?.ending.abort();
    await this.#embedding;
    const thread = before?.alive === true ? before : this.#openThread();
    const current: Current = { thread, modelVersion, state, missing: new Map(), ending: new AbortController() };
    const startedAt = Date.now();
    let count = 0;
    await thread.ask('begin', null);
    for (let after = ''; ; ) {
      const products = await this.#tables.productsAfter(after, PAGE);
      await thread.ask('write', { products, vectors: await this.#embedded(products, current) });
      count += products.length;
      const last = products.at(-1);
      if (last === undefined || products.length < PAGE) break;
      after = last.id;
    }
    await thread.ask('serve', null);
    this.#current = current;
    this.#log.info({ products: count, ms: Date.now() - startedAt }, 'read the products that are searched');
  }

  async #readChanges(current: Current, state: State): Promise<void> {
    const { products, removed } = await this.#tables.changedSince(current.state.revision);
    for (const id of removed) current.missing.delete(id);
    const writing: Writing = { products, removed, vectors: await this.#embedded(products, current) };
    await current.thread.ask('write', writing);
    current.state = state;
  }

  /** The embeddings that are stored; the others are noted as missing. */
  async #embedded(
    products: readonly IndexedProduct[],
    { state, missing }: Current,
  ): Promise<readonly (readonly [string, Quantised])[]> {
    const contents = products.map((product) => contentOf(product, this.#encoder.manifest));
    const stored = await this.#tables.embeddings(
      state.indexNumber,
      contents.map(({ key }) => key),
    );
    return contents.flatMap((content) => {
      const vector = stored.get(content.key);
      if (vector === undefined) missing.set(content.productId, content);
      else missing.delete(content.productId);
      return vector === undefined ? [] : [[content.productId, vector] as const];
    });
  }

  #embedMissing(): void {
    const current = this.#current;
    if (current === undefined || current.missing.size === 0 || Date.now() < this.#embedAt) return;
    this.#embedding ??= this.#embed(current).finally(() => {
      this.#embedding = undefined;
    });
  }

  async #embed(current: Current): Promise<void> {
    const contents = [...current.missing.values()];
    const startedAt = Date.now();
    try {
      await embedProducts(contents, current.state.indexNumber, {
        encoder: this.#encoder,
        version: current.modelVersion,
        tables: this.#tables,
        signal: current.ending.signal,
        onEmbedded: async (embedded) => {
          // One that has changed meanwhile waits for an embedding of its own.
          const still = embedded.filter(([{ productId, key }]) => current.missing.get(productId)?.key === key);
          for (const [{ productId }] of still) current.missing.delete(productId);
          await current.thread.ask('write', { vectors: still.map(([{ productId }, vector]) => [productId, vector]) });
        },
      });
      this.#log.info({ products: contents.length, ms: Date.now() - startedAt }, 'embedded products');
    } catch (error) {
      if (current.ending.signal.aborted) return;
      this.#embedAt = Date.now() + RETRY_MS;
      this.#log.warn({ err: error, products: current.missing.size }, 'products could not be embedded; words find them');
    }
  }
}
