import { setTimeout as pause } from 'node:timers/promises';

/** More than the island's queue takes, for as long as it goes on. */
const CALLERS = 16;
const TEXTS = 100;
const WORDS = 40;
/** After it was refused. */
const PAUSE_MS = 20;

const QUERY = 'query ($texts: [String!]!) { analyzeSentiment(texts: $texts) { label degraded } }';

/** Callers who ask the sentiment island for more than it can do, each text a new one. */
export class Flood {
  /** Resolves once an answer shows that the island cannot do all of it. */
  readonly begun: Promise<void>;
  readonly #stopping = new AbortController();
  readonly #callers: Promise<unknown>;
  #texts = 0;

  constructor(url: string) {
    let begin = (): void => {};
    this.begun = new Promise((resolve) => {
      begin = resolve;
    });
    this.#callers = Promise.all(Array.from({ length: CALLERS }, () => this.#call(url, begin)));
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#callers;
  }

  async #call(url: string, begin: () => void): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      const texts = Array.from({ length: TEXTS }, () => this.#text());
      try {
        const response = await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query: QUERY, variables: { texts } }),
          signal,
        });
        const answer = await response.text();
        if (answer.includes('"degraded":true') || answer.includes('OVERLOADED')) begin();
        await pause(PAUSE_MS);
      } catch (error) {
        if (!signal.aborted) throw error;
      }
    }
  }

  #text(): string {
    this.#texts += 1;
    return `Message ${this.#texts}: ${'it came late and it does not work as it should. '.repeat(WORDS / 10)}`;
  }
}
