import { setTimeout as sleep } from 'node:timers/promises';
import type { GraphRef } from '../graphRef.ts';
import { formatGraphRef } from '../graphRef.ts';
import type { LaunchStore, Served } from '../store/launchStore.ts';

/** What a variant delivers, with the id by which whoever has it already says so. */
export interface Delivered extends Served {
  /** `<launch>-<beginning of the hash>`: another one for each launch, also where two serve the same. */
  readonly id: string;
}

/** A process asks its database as often for what a variant serves, however many routers poll it. */
const FRESH_MS = 200;

interface Known {
  readonly askedAt: number;
  readonly delivered: Promise<Delivered | null>;
}

/** Supergraphs for routers. They poll: what they have already costs a look into memory. */
export class Delivery {
  readonly #launches: LaunchStore;
  readonly #known = new Map<string, Known>();

  constructor(launches: LaunchStore) {
    this.#launches = launches;
  }

  /** What the variant serves, at most 200 ms ago; null for one that serves nothing, or is unknown. */
  async current(ref: GraphRef): Promise<Delivered | null> {
    const name = formatGraphRef(ref);
    const known = this.#known.get(name);
    if (known && performance.now() - known.askedAt < FRESH_MS) return known.delivered;
    const delivered = this.#ask(ref, known?.delivered);
    this.#known.set(name, { askedAt: performance.now(), delivered });
    try {
      const found = await delivered;
      // Only of variants that there are: names that are made up must not fill the memory.
      if (found === null) this.#forget(name, delivered);
      return found;
    } catch (error) {
      this.#forget(name, delivered);
      throw error;
    }
  }

  /**
   * What the variant serves as soon as it is not `id`, which whoever asks has already; what it serves anyway once
   * `signal` aborts.
   */
  async changed(ref: GraphRef, id: string, signal: AbortSignal): Promise<Delivered | null> {
    for (;;) {
      const current = await this.current(ref);
      if (current?.id !== id || signal.aborted) return current;
      await sleep(FRESH_MS, undefined, { signal }).catch(() => {});
    }
  }

  #forget(name: string, delivered: Promise<Delivered | null>): void {
    if (this.#known.get(name)?.delivered === delivered) this.#known.delete(name);
  }

  async #ask(ref: GraphRef, before: Promise<Delivered | null> | undefined): Promise<Delivered | null> {
    const [launch, last] = await Promise.all([this.#launches.servedLaunch(ref), before?.catch(() => null)]);
    if (launch === null) return null;
    if (last?.launch === launch) return last;
    const served = await this.#launches.served(ref);
    return served && { ...served, id: `${served.launch}-${served.sha256.slice(0, 16)}` };
  }
}
