import { setTimeout as sleep } from 'node:timers/promises';
import type { SupergraphManager } from '@apollo/gateway';
import type { Logger } from '../../kit/log.ts';
import { type Core, type CoreOptions, createCore } from '../core.ts';
import type { SubgraphEndpoint, TransportTo } from '../transport/endpoint.ts';
import type { Transport } from '../transport/transport.ts';
import { createManagerHooks } from './managerHooks.ts';
import type { Snapshot } from './snapshot.ts';
import { TransportPool } from './transportPool.ts';

export interface LiveGraphOptions extends Omit<CoreOptions, 'transportTo'> {
  /** Where supergraphs come from: one SDL for good, or a manager that also brings its successors. */
  readonly supergraph: string | SupergraphManager;
  /** Opens the way to a subgraph; asked again only when its URL changes. */
  readonly transportTo: TransportTo;
}

/** Operations that are planned on a new supergraph before it serves, and the longest that serving waits for them. */
const HOTTEST = 100;
const WARMING_MS = 10_000;

/**
 * The supergraph that serves now. A new one is validated, its hottest operations are planned, and then it takes over
 * at once; a bad one is refused with a line in the log and what served before serves on.
 */
export class LiveGraph {
  readonly #supergraph: string | SupergraphManager;
  readonly #log: Logger;
  readonly #core: Core;
  readonly #transports: TransportPool;
  readonly #listeners = new Set<(snapshot: Snapshot) => void>();
  readonly #retiring = new Set<Promise<void>>();
  #snapshot: Snapshot | undefined;
  /** What the supergraph that is being loaded took from the pool so far. */
  #acquired: SubgraphEndpoint[] = [];
  #next: string | undefined;
  #updating: Promise<void> | undefined;
  #cleanUp: (() => Promise<void>) | undefined;
  #stopped = false;

  constructor({ supergraph, transportTo, ...options }: LiveGraphOptions) {
    this.#supergraph = supergraph;
    this.#log = options.log;
    this.#transports = new TransportPool(transportTo);
    this.#core = createCore({ ...options, transportTo: (endpoint) => this.#acquire(endpoint) });
  }

  /** The snapshot to answer a request with. */
  get current(): Snapshot {
    if (this.#snapshot === undefined) throw new TypeError('the graph is not started');
    return this.#snapshot;
  }

  /**
   * Loads the first supergraph.
   * @throws CodedError `SUPERGRAPH_INVALID`, or what its source says when it has none
   */
  async start(): Promise<void> {
    try {
      this.#swap(await this.#load(await this.#first()));
    } catch (error) {
      await this.stop();
      throw error;
    }
    // Its source may have brought another while the first one was loaded.
    void this.#updateAll();
  }

  /** Waits for the requests in flight, then closes the transports. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#next = undefined;
    await this.#cleanUp?.();
    await this.#updating;
    if (this.#snapshot) this.#retire(this.#snapshot);
    await Promise.all(this.#retiring);
    await this.#core.close();
  }

  /** Calls `listener` with the snapshot that serves, if any, and with each that takes over. */
  onSwap(listener: (snapshot: Snapshot) => void): () => void {
    this.#listeners.add(listener);
    if (this.#snapshot) listener(this.#snapshot);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Lets a new supergraph take over as soon as it is ready; of several that come meanwhile, the last.
   * Resolves once that is done, or refused in the log.
   */
  async update(sdl: string): Promise<void> {
    if (this.#stopped) return;
    this.#next = sdl;
    if (this.#snapshot) await this.#updateAll();
  }

  async #first(): Promise<string> {
    if (typeof this.#supergraph === 'string') return this.#supergraph;
    const hooks = createManagerHooks((sdl) => void this.update(sdl), this.#transports);
    const { supergraphSdl, cleanup } = await this.#supergraph.initialize(hooks);
    this.#cleanUp = cleanup;
    return supergraphSdl;
  }

  #updateAll(): Promise<void> {
    this.#updating ??= this.#updateWhileNew().finally(() => {
      this.#updating = undefined;
    });
    return this.#updating;
  }

  async #updateWhileNew(): Promise<void> {
    for (let sdl = this.#takeNext(); sdl !== undefined; sdl = this.#takeNext()) {
      if (sdl === this.current.sdl) continue;
      try {
        await this.#replace(sdl);
      } catch (error) {
        this.#log.error({ err: error }, 'refused a supergraph; the one before serves on');
      }
    }
  }

  #takeNext(): string | undefined {
    const next = this.#next;
    this.#next = undefined;
    return next;
  }

  async #replace(sdl: string): Promise<void> {
    const snapshot = await this.#load(sdl);
    const warm = snapshot.warm(this.current.hottest(HOTTEST));
    await Promise.race([warm, sleep(WARMING_MS, undefined, { ref: false })]);
    if (this.#stopped) this.#retire(snapshot);
    else this.#swap(snapshot);
  }

  #swap(snapshot: Snapshot): void {
    const before = this.#snapshot;
    this.#snapshot = snapshot;
    for (const listener of this.#listeners) listener(snapshot);
    if (before) this.#retire(before);
    this.#log.info(before ? 'a new supergraph serves' : 'the supergraph is loaded');
  }

  /** Only one at a time: see `#acquired`. */
  async #load(sdl: string): Promise<Snapshot> {
    const acquired: SubgraphEndpoint[] = [];
    this.#acquired = acquired;
    try {
      return await this.#core.load(sdl);
    } catch (error) {
      await this.#transports.release(acquired);
      throw error;
    }
  }

  #acquire(endpoint: SubgraphEndpoint): Transport {
    const transport = this.#transports.acquire(endpoint);
    this.#acquired.push(endpoint);
    return transport;
  }

  #retire(snapshot: Snapshot): void {
    const retired = snapshot
      .retire()
      .then(() => this.#transports.release(snapshot.subgraphs))
      .catch((error: unknown) => this.#log.error({ err: error }, 'a supergraph could not be let go'))
      .finally(() => this.#retiring.delete(retired));
    this.#retiring.add(retired);
  }
}
