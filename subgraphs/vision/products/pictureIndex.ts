import { setTimeout as pause } from 'node:timers/promises';
import { CodedError } from '../../../kit/errors.ts';
import type { Logger } from '../../../kit/log.ts';
import type { ModelHandle } from '../../../kit/model/handle.ts';
import type { Analysis } from '../analysis.ts';
import type { Embedding, PicturedProduct, ProductTables } from './productTables.ts';

/** How often the revision is looked at, in milliseconds. */
const LOOK_EVERY_MS = 1_000;
/** Until a picture that no model could look at is tried again, in milliseconds. */
const RETRY_MS = 30_000;

/** A product that can be found by its picture. */
export interface Entry extends PicturedProduct, Embedding {}

export interface PictureIndexOptions {
  readonly tables: ProductTables;
  readonly model: Pick<ModelHandle<Uint8Array, Analysis>, 'predict' | 'manifest'>;
  /** The bytes of an attached upload; null when there is none. */
  read(pictureId: string): Promise<Buffer | null>;
  readonly log: Logger;
}

/**
 * What pictures of products are compared by, in memory. It follows the tables: a new product can be found a second or so
 * after its change has come. What no process has looked at yet is looked at here, in time that nobody who waits needs.
 */
export class PictureIndex {
  readonly #options: PictureIndexOptions;
  #entries: readonly Entry[] | undefined;
  /** Those whose pictures nobody has looked at, when the tables were read. */
  #missing: readonly PicturedProduct[] = [];
  /** The model and the revision of which the entries are. */
  #seen: string | undefined;
  #retryAt = Number.POSITIVE_INFINITY;
  #looking: Promise<void> | undefined;

  constructor(options: PictureIndexOptions) {
    this.#options = options;
  }

  /** The version of the model that the vectors are of: a picture is compared by the same. */
  get version(): string {
    return this.#options.model.manifest.version;
  }

  /**
   * Those that are known by now.
   * @throws CodedError `DATABASE_UNAVAILABLE` before the products were ever read.
   */
  async entries(): Promise<readonly Entry[]> {
    if (this.#entries === undefined) await this.#look();
    return this.#entries ?? [];
  }

  /** Looks every second until the signal aborts. */
  async follow(signal: AbortSignal): Promise<void> {
    let troubled = false;
    while (!signal.aborted) {
      try {
        await this.#look();
        await this.#complete(signal);
        troubled = false;
      } catch (error) {
        // Once, not each second.
        if (!troubled && !signal.aborted) {
          this.#options.log.warn({ err: error }, 'the pictures of products cannot be looked at; trying again');
        }
        troubled = true;
      }
      await pause(LOOK_EVERY_MS, undefined, { signal }).catch(() => {});
    }
  }

  #look(): Promise<void> {
    this.#looking ??= this.#lookOnce().finally(() => {
      this.#looking = undefined;
    });
    return this.#looking;
  }

  get #model(): string {
    const { name, version } = this.#options.model.manifest;
    return `${name} ${version}`;
  }

  async #lookOnce(): Promise<void> {
    const { tables } = this.#options;
    const state = `${this.#model} ${await tables.revision()}`;
    if (state === this.#seen && Date.now() < this.#retryAt) return;
    const [products, embeddings] = await Promise.all([tables.products(), tables.embeddings(this.#model)]);
    this.#missing = products.filter(({ pictureId }) => !embeddings.has(pictureId));
    this.#entries = products.flatMap((product) => {
      const embedding = embeddings.get(product.pictureId);
      return embedding ? [{ ...product, ...embedding }] : [];
    });
    this.#retryAt = Number.POSITIVE_INFINITY;
    this.#seen = state;
  }

  /** Looks at the pictures that nobody has looked at, one after another, and shows each when it is known. */
  async #complete(signal: AbortSignal): Promise<void> {
    const model = this.#model;
    const [missing, started] = [this.#missing, Date.now()];
    this.#missing = [];
    let failed = 0;
    for (const product of missing) {
      if (signal.aborted) return;
      const embedding = await this.#embed(product, signal);
      if (embedding === undefined) {
        failed += 1;
        this.#retryAt = Date.now() + RETRY_MS;
        continue;
      }
      await this.#options.tables.addEmbedding(product.pictureId, model, embedding);
      if (embedding) this.#entries = [...(this.#entries ?? []), { ...product, ...embedding }];
    }
    if (missing.length > 0) {
      const ms = Date.now() - started;
      this.#options.log.info({ pictures: missing.length, failed, ms }, 'looked at pictures of products');
    }
  }

  /** @returns null for a picture that cannot be read, undefined where that could not be found out. */
  async #embed({ id, pictureId }: PicturedProduct, signal: AbortSignal): Promise<Embedding | null | undefined> {
    const { model, read, log } = this.#options;
    try {
      const bytes = await read(pictureId);
      if (bytes === null) throw new CodedError('NOT_FOUND', 'Its upload is gone.');
      const { output } = await model.predict(bytes, { signal, priority: 'batch', version: this.version });
      // From colours alone nothing is kept: the model may answer later.
      return output.embedding ? { vector: output.embedding, histogram: output.histogram } : undefined;
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof CodedError)) throw error;
      log.warn({ err: error, product: id }, 'the picture of a product could not be looked at');
      return error.code === 'BAD_USER_INPUT' ? null : undefined;
    }
  }
}
