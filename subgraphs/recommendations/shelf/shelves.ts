import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from '../../../kit/log.ts';
import type { ModelHandle } from '../../../kit/model/handle.ts';
import { forManyListeners } from '../../../kit/requestContext.ts';
import { Shelf } from './shelf.ts';
import type { ShelfTables } from './shelfTables.ts';

/** How often the revision is looked at, in milliseconds. */
const LOOK_EVERY_MS = 1_000;
/** Until embedding is tried again, in milliseconds. */
const RETRY_MS = 30_000;
/** So many texts are under way at once; nobody waits for them. */
const TOGETHER = 32;

export type Encoder = Pick<ModelHandle<string, Float32Array>, 'predict' | 'manifest'>;

/**
 * Holds the shelf of this process, and follows the tables: a change shows within a second or two. Only the very first question
 * waits until products are read, and none until their texts are.
 */
export class Shelves {
  readonly #tables: ShelfTables;
  readonly #encoder: Encoder;
  readonly #log: Logger;
  #current: { readonly shelf: Shelf; readonly revision: string } | undefined;
  #retryAt = Number.NEGATIVE_INFINITY;
  #looking: Promise<void> | undefined;

  constructor(tables: ShelfTables, encoder: Encoder, log: Logger) {
    this.#tables = tables;
    this.#encoder = encoder;
    this.#log = log;
  }

  /** @throws CodedError `DATABASE_UNAVAILABLE` before the products were ever read. */
  async current(): Promise<Shelf> {
    if (this.#current === undefined) await this.#put(await this.#tables.revision());
    if (this.#current === undefined) throw new TypeError('The products were read, but are not there.');
    return this.#current.shelf;
  }

  /** Looks every second until the signal aborts, and reads texts that are new. */
  async follow(signal: AbortSignal): Promise<void> {
    let troubled = false;
    while (!signal.aborted) {
      try {
        await this.look(signal);
        troubled = false;
      } catch (error) {
        // Once, not each second.
        if (!troubled) this.#log.warn({ err: error }, 'the products cannot be looked at; trying again');
        troubled = true;
      }
      await pause(LOOK_EVERY_MS, undefined, { signal }).catch(() => {});
    }
  }

  /** Brings the shelf up to date, with what its texts mean as far as they can be embedded now. */
  look(signal: AbortSignal): Promise<void> {
    this.#looking ??= this.#lookOnce(signal).finally(() => {
      this.#looking = undefined;
    });
    return this.#looking;
  }

  async #lookOnce(signal: AbortSignal): Promise<void> {
    const revision = await this.#tables.revision();
    const same = this.#current?.revision === revision;
    if (same && (this.#current?.shelf.whole || Date.now() < this.#retryAt)) return;
    const missing = await this.#put(revision);
    if (missing.length === 0) return;
    try {
      await this.#embed(missing, signal);
      await this.#put(revision);
      this.#log.info({ products: missing.length }, 'embedded texts of products');
    } catch (error) {
      if (signal.aborted) return;
      this.#retryAt = Date.now() + RETRY_MS;
      this.#log.warn({ err: error }, 'texts of products could not be embedded; recommending without them');
    }
  }

  /** Reads the products, and what is known of their texts. @returns the texts of which nothing is known. */
  async #put(revision: string): Promise<readonly string[]> {
    const products = await this.#tables.products();
    const texts = [...new Set(products.map(({ text }) => text))];
    const vectors = await this.#tables.vectors(this.#encoderName(), texts);
    this.#current = { shelf: new Shelf(products, vectors, revision), revision };
    return texts.filter((text) => !vectors.has(text));
  }

  async #embed(texts: readonly string[], signal: AbortSignal): Promise<void> {
    const { version } = this.#encoder.manifest;
    for (let start = 0; start < texts.length; start += TOGETHER) {
      const embedded = await Promise.all(
        texts.slice(start, start + TOGETHER).map(async (text) => {
          const options = { signal: forManyListeners(signal), priority: 'batch', version } as const;
          return [text, (await this.#encoder.predict(text, options)).output] as const;
        }),
      );
      await this.#tables.addVectors(this.#encoderName(), embedded);
    }
  }

  #encoderName(): string {
    const { name, version } = this.#encoder.manifest;
    return `${name} ${version}`;
  }
}
