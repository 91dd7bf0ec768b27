import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from '../../../kit/log.ts';
import type { Article } from '../retrieval/article.ts';
import { LanguageIndex } from '../retrieval/languageIndex.ts';
import type { Language } from '../text/language.ts';
import { type ArticleTables, type Passage, passagesToEmbed, type Served } from './articleTables.ts';
import { type Encoder, embedPassages } from './embedPassages.ts';

/** How often the version is looked at, at most, in milliseconds. */
const LOOK_EVERY_MS = 1_000;
/** What reading some hundred articles takes; who asks meanwhile is answered from those before. */
const PATIENCE_MS = 250;
/** Until embedding is tried again, in milliseconds. */
const RETRY_MS = 30_000;

/** The articles of all languages as they are searched now. */
export interface ArticleIndex {
  /** Names what an answer depends on beside the question. */
  readonly dataVersion: string;
  /** The encoder's version that embedded the passages: questions need the same. */
  readonly encoderVersion: string;
  readonly languages: Readonly<Record<Language, LanguageIndex>>;
}

interface Read {
  readonly served: Served;
  readonly articles: readonly (readonly [Article, readonly Passage[]])[];
  readonly vectors: ReadonlyMap<string, Float32Array>;
  readonly missing: readonly Passage[];
}

/**
 * Holds the index of this process, and follows the tables: a change shows within a second or so. Questions are answered from
 * what is there: only the very first waits until the articles are read, and none until they are embedded.
 */
export class ArticleIndexes {
  readonly #tables: ArticleTables;
  readonly #encoder: Encoder;
  readonly #log: Logger;
  #current: { readonly index: ArticleIndex; readonly served: Served; readonly whole: boolean } | undefined;
  #lookAt = Number.NEGATIVE_INFINITY;
  #embedAt = Number.NEGATIVE_INFINITY;
  #looking: Promise<void> | undefined;
  #embedding: Promise<void> | undefined;

  constructor(tables: ArticleTables, encoder: Encoder, log: Logger) {
    this.#tables = tables;
    this.#encoder = encoder;
    this.#log = log;
  }

  /** @throws CodedError `DATABASE_UNAVAILABLE` before the articles were ever read. */
  async current(): Promise<ArticleIndex> {
    if (this.#current === undefined) await this.#look();
    else if (Date.now() >= this.#lookAt) {
      const looked = this.#look().catch((error: unknown) => {
        this.#log.warn({ err: error }, 'the articles could not be looked at; answering from those in memory');
      });
      await Promise.race([looked, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS).unref())]);
    }
    if (this.#current === undefined) throw new TypeError('The articles were read, but are not there.');
    return this.#current.index;
  }

  /** Looks every second until the signal aborts, so that whoever asks first finds all there. */
  async follow(signal: AbortSignal): Promise<void> {
    let troubled = false;
    while (!signal.aborted) {
      try {
        await this.#look();
        troubled = false;
      } catch (error) {
        // Once, not each second.
        if (!troubled) this.#log.warn({ err: error }, 'the articles cannot be looked at; trying again');
        troubled = true;
      }
      await pause(LOOK_EVERY_MS, undefined, { signal }).catch(() => {});
    }
  }

  #look(): Promise<void> {
    this.#lookAt = Date.now() + LOOK_EVERY_MS;
    this.#looking ??= this.#lookOnce().finally(() => {
      this.#looking = undefined;
    });
    return this.#looking;
  }

  async #lookOnce(): Promise<void> {
    const served = await this.#tables.served();
    const known = this.#current;
    const same = known?.served.indexNumber === served.indexNumber && known.served.revision === served.revision;
    if (same && (known.whole || this.#embedding || Date.now() < this.#embedAt)) return;
    if (known && this.#embedding) return;
    const read = await this.#read(served);
    if (read.missing.length === 0) return this.#put(read, true);
    // Whoever asks first is answered by words; later the index before is better than one without meaning.
    if (known === undefined) this.#put(read, false);
    this.#embedding = this.#complete(read).finally(() => {
      this.#embedding = undefined;
    });
  }

  async #read(served: Served): Promise<Read> {
    const { name, version } = this.#encoder.manifest;
    const [articles, vectors] = await Promise.all([
      this.#tables.articles(),
      this.#tables.embeddings(served.indexNumber),
    ]);
    const read = articles.map((article) => [article, passagesToEmbed(article, `${name} ${version}`)] as const);
    const missing = read.flatMap(([, passages]) => passages).filter(({ key }) => !vectors.has(key.toString('hex')));
    return { served, articles: read, vectors, missing };
  }

  /** Embeds what is missing and is not stored; where that cannot be done, articles are found by their words. */
  async #complete(read: Read): Promise<void> {
    const { missing, served, vectors } = read;
    const started = Date.now();
    try {
      const made = await embedPassages(missing, served.indexNumber, {
        encoder: this.#encoder,
        version: this.#encoder.manifest.version,
        tables: this.#tables,
        signal: new AbortController().signal,
      });
      this.#put({ ...read, vectors: new Map([...vectors, ...made]) }, true);
      this.#log.info({ passages: missing.length, ms: Date.now() - started }, 'embedded passages of articles');
    } catch (error) {
      this.#embedAt = Date.now() + RETRY_MS;
      this.#put(read, false);
      this.#log.warn({ err: error, passages: missing.length }, 'articles could not be embedded; finding them by words');
    }
  }

  #put({ served, articles, vectors }: Read, whole: boolean): void {
    const indexOf = (language: Language): LanguageIndex => {
      const own = articles.filter(([article]) => article.language === language);
      const passages = new Map(own.map(([{ id }, all]) => [id, all]));
      return new LanguageIndex(
        language,
        own.map(([article]) => article),
        ({ id }) => {
          const found = (passages.get(id) ?? []).map(({ key }) => vectors.get(key.toString('hex')));
          return found.every((vector) => vector !== undefined) ? found : null;
        },
      );
    };
    this.#current = {
      served,
      whole,
      index: {
        dataVersion: `${served.indexNumber}.${served.revision}${whole ? '' : ' by words'}`,
        encoderVersion: this.#encoder.manifest.version,
        languages: { en: indexOf('en'), id: indexOf('id') },
      },
    };
  }
}
