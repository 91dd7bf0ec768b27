import type { LookupAddress } from 'node:dns';
import type { Logger } from '../../kit/log.ts';
import { TransportFailure } from './failure.ts';
import { Replica, type ReplicaOptions } from './replica.ts';

/** All addresses of a host name. */
export type Resolve = (hostname: string) => Promise<readonly LookupAddress[]>;

export interface ReplicasOptions extends Omit<ReplicaOptions, 'origin'> {
  readonly url: URL;
  readonly resolve: Resolve;
  /** A resolution older than this is renewed in the background by the next request, in milliseconds. */
  readonly resolveEveryMs: number;
  readonly log: Logger;
}

/** How soon after a refused connection the name is resolved again, in milliseconds. */
const SUSPICION_MS = 100;

/** The addresses behind a subgraph's host name; each request goes to the one with the fewest in flight. */
export class Replicas {
  readonly #options: ReplicasOptions;
  readonly #replicaOptions: ReplicaOptions;
  readonly #hostname: string;
  #replicas: readonly Replica[] = [];
  #resolveAt = 0;
  #resolving: Promise<void> | undefined;
  #turn = 0;
  #closed = false;

  constructor(options: ReplicasOptions) {
    this.#options = options;
    this.#replicaOptions = { ...options, origin: options.url.origin };
    this.#hostname = options.url.hostname.replace(/^\[|\]$/g, '');
  }

  /**
   * Renews what is known of the name, in the background where something is known.
   * @returns the first resolution while nothing is known; it rejects with TransportFailure `unreachable`.
   */
  refresh(): Promise<void> | undefined {
    if (this.#resolving === undefined && !this.#closed && Date.now() >= this.#resolveAt) this.#startResolving();
    return this.#replicas.length === 0 ? this.#resolving : undefined;
  }

  /** Whether there is a replica that has not failed repeatedly. */
  get anyTrusted(): boolean {
    return this.#replicas.some((replica) => replica.ejectedUntil === 0);
  }

  /**
   * The replica to ask next, another than the one that just failed where there is one.
   * @throws TransportFailure `unreachable` when there is none at all.
   */
  pick(failed?: Replica): Replica {
    const now = Date.now();
    const replicas = this.#replicas;
    const start = this.#turn++;
    let best: Replica | undefined;
    let lastResort: Replica | undefined;
    for (let i = 0; i < replicas.length; i++) {
      const replica = replicas[(start + i) % replicas.length];
      if (replica === undefined) continue;
      if (lastResort === undefined || replica.ejectedUntil < lastResort.ejectedUntil) lastResort = replica;
      if (replica === failed || !replica.usable(now)) continue;
      if (best === undefined || replica.inFlight < best.inFlight) best = replica;
    }
    const choice = best ?? lastResort;
    if (choice === undefined) throw new TransportFailure('unreachable', 'no address is known');
    return choice;
  }

  /** A refused connection may mean that the addresses have changed. */
  suspect(): void {
    this.#resolveAt = Math.min(this.#resolveAt, Date.now() + SUSPICION_MS);
  }

  /** Requests in flight still get their answers. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all(this.#replicas.map((replica) => replica.retire()));
    this.#replicas = [];
  }

  #startResolving(): void {
    this.#resolving = this.#resolve().finally(() => {
      this.#resolving = undefined;
    });
    // In the background nobody waits for it; the log has the reason.
    this.#resolving.catch(() => {});
  }

  async #resolve(): Promise<void> {
    this.#resolveAt = Date.now() + this.#options.resolveEveryMs;
    try {
      const addresses = await this.#options.resolve(this.#hostname);
      // An empty answer is a fault of the resolver: better to go on with what worked.
      if (addresses.length > 0 && !this.#closed) this.#adopt(addresses);
    } catch (error) {
      this.#options.log.warn({ err: error }, 'the name of a subgraph does not resolve');
      throw new TransportFailure('unreachable', 'the name does not resolve', { cause: error });
    }
  }

  #adopt(addresses: readonly LookupAddress[]): void {
    const known = new Map(this.#replicas.map((replica) => [replica.address, replica]));
    this.#replicas = [...new Map(addresses.map((address) => [address.address, address])).values()].map(
      (address) => known.get(address.address) ?? new Replica(address, this.#replicaOptions),
    );
    for (const replica of this.#replicas) known.delete(replica.address);
    for (const replica of known.values()) void replica.retire();
  }
}
