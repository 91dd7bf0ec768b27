import { setImmediate as turn } from 'node:timers/promises';
import type { GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Logger } from '../../kit/log.ts';
import { Durations } from './durations.ts';
import { type OperationSignature, operationSignature } from './operationSignature.ts';
import type { OperationUse, UsageSink } from './usageSink.ts';

export interface UsageReporterOptions {
  readonly sink: UsageSink;
  readonly log: Logger;
}

/** An operation that was executed. */
export interface ExecutedOperation {
  readonly query: string;
  readonly operationName: string | undefined;
  /** Who asked, as they say; empty texts where they do not. */
  readonly client: { readonly name: string; readonly version: string };
  readonly ms: number;
  readonly hadErrors: boolean;
}

interface Entry {
  readonly operation: ExecutedOperation;
  readonly schema: GraphQLSchema;
  requests: number;
  errors: number;
  readonly durations: Durations;
}

/** A crash loses what was not sent yet. */
const EVERY_MS = 20_000;
/** What may wait to be sent; what is beyond is only counted. */
const MAX_ENTRIES = 10_000;
const MAX_CHARACTERS = 20_000_000;
const MAX_SIGNATURES = 2_000;
const MAX_NAME = 200;
/** Signatures made in one turn of the event loop: some milliseconds. */
const SIGNATURES_A_TURN = 10;

/**
 * Counts the operations that the router executes, by operation and client, and reports them every 20 seconds. A request
 * costs it two looks into a map; signatures are made when a report is.
 */
export class UsageReporter {
  readonly #options: UsageReporterOptions;
  readonly #signatures = new LRUCache<string, OperationSignature>({ max: MAX_SIGNATURES });
  readonly #timer: NodeJS.Timeout;
  #entries = new Map<string, Entry>();
  #characters = 0;
  #omitted = 0;
  #reporting: Promise<void> | undefined;

  constructor(options: UsageReporterOptions) {
    this.#options = options;
    this.#timer = setInterval(() => void this.report(), EVERY_MS).unref();
  }

  /** `schema` is the API that the operation was executed on. */
  count(operation: ExecutedOperation, schema: GraphQLSchema): void {
    const { query, operationName = '', client, ms, hadErrors } = operation;
    const key = `${client.name}\n${client.version}\n${operationName}\n${query}`;
    let entry = this.#entries.get(key);
    if (entry === undefined) {
      if (this.#entries.size >= MAX_ENTRIES || this.#characters + query.length > MAX_CHARACTERS) {
        this.#omitted += 1;
        return;
      }
      entry = { operation, schema, requests: 0, errors: 0, durations: new Durations() };
      this.#entries.set(key, entry);
      this.#characters += key.length;
    }
    entry.requests += 1;
    if (hadErrors) entry.errors += 1;
    entry.durations.add(ms);
  }

  /** Sends what was counted. What cannot be sent is counted on, until it is too much. */
  report(): Promise<void> {
    this.#reporting ??= this.#send().finally(() => {
      this.#reporting = undefined;
    });
    return this.#reporting;
  }

  /** Sends what is left. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#reporting;
    await this.report();
  }

  async #send(): Promise<void> {
    const { sink, log } = this.#options;
    const [entries, characters, omitted] = [this.#entries, this.#characters, this.#omitted];
    if (entries.size === 0 && omitted === 0) return;
    this.#entries = new Map();
    this.#characters = 0;
    this.#omitted = 0;
    if (omitted > 0)
      log.warn({ omitted }, 'more different operations were asked than a report holds; these are not in it');
    try {
      await sink(await this.#uses([...entries.values()]));
    } catch (error) {
      log.warn({ err: error }, 'usage could not be reported; it is reported with the next');
      this.#takeBack(entries, characters);
    }
  }

  async #uses(entries: readonly Entry[]): Promise<OperationUse[]> {
    const uses: OperationUse[] = [];
    for (const [index, { operation, schema, requests, errors, durations }] of entries.entries()) {
      if (index % SIGNATURES_A_TURN === SIGNATURES_A_TURN - 1) await turn();
      const signature = this.#signatureOf(operation, schema);
      if (signature === null) continue;
      const { name, version } = operation.client;
      const client = { name: name.slice(0, MAX_NAME), version: version.slice(0, MAX_NAME) };
      uses.push({ signature, client, requests, errors, durations });
    }
    return uses;
  }

  #signatureOf({ query, operationName }: ExecutedOperation, schema: GraphQLSchema): OperationSignature | null {
    const key = `${operationName ?? ''}\n${query}`;
    const known = this.#signatures.get(key);
    if (known) return known;
    const signature = operationSignature(query, operationName, schema);
    if (signature) this.#signatures.set(key, signature);
    return signature;
  }

  /** What came meanwhile goes first: a sum cannot be taken apart, so that an entry that is there again stands twice in the next report. */
  #takeBack(entries: ReadonlyMap<string, Entry>, characters: number): void {
    if (this.#entries.size + entries.size > MAX_ENTRIES || this.#characters + characters > MAX_CHARACTERS) {
      for (const { requests } of entries.values()) this.#omitted += requests;
      return;
    }
    for (const [key, entry] of entries) this.#entries.set(this.#entries.has(key) ? `${key}\n` : key, entry);
    this.#characters += characters;
  }
}
