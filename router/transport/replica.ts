import type { LookupAddress } from 'node:dns';
import { buildConnector, Client } from 'undici';

export interface ReplicaOptions {
  /** Scheme, host name and port; the name also goes into the Host header and is what a certificate must be for. */
  readonly origin: string;
  readonly connectTimeoutMs: number;
  /** A connection is closed at about this age, between two requests. */
  readonly maxConnectionAgeMs: number;
}

export interface Connection {
  readonly client: Client;
  /** Epoch milliseconds. */
  readonly expires: number;
  /** Not made yet: the first exchange waits for it. */
  fresh: boolean;
}

/** Failures in a row after which a replica is left alone for a while. One refused connection is enough. */
const FAILURES_TO_EJECT = 3;
const FIRST_EJECTION_MS = 1_000;
/** Each return costs the request that tries it; a replica that came back should not wait long for its share. */
const LONGEST_EJECTION_MS = 4_000;

/** One address of a subgraph, its connections, and what is known of its health. */
export class Replica {
  readonly address: string;
  inFlight = 0;
  readonly #options: ReplicaOptions;
  readonly #connector: buildConnector.connector;
  /** The last one used is the first one taken, so that the others grow idle and close. */
  readonly #idle: Connection[] = [];
  #retired = false;
  #failures = 0;
  #ejections = 0;
  /** Epoch milliseconds; 0 when it is trusted. */
  #ejectedUntil = 0;

  constructor({ address, family }: LookupAddress, options: ReplicaOptions) {
    this.address = address;
    this.#options = options;
    this.#connector = buildConnector({
      timeout: options.connectTimeoutMs,
      autoSelectFamily: false,
      lookup: (_, { all }, callback) => (all ? callback(null, [{ address, family }]) : callback(null, address, family)),
    });
  }

  /** When it is to be tried again, in epoch milliseconds; 0 for one that is trusted. */
  get ejectedUntil(): number {
    return this.#ejectedUntil;
  }

  /** Whether to send it a request now: one that comes back from an ejection gets a single one to prove itself. */
  usable(now: number): boolean {
    return this.#ejectedUntil === 0 || (this.#ejectedUntil <= now && this.inFlight === 0);
  }

  /** A connection for one exchange, to be handed back to `giveBack`. */
  take(): Connection {
    this.inFlight++;
    const now = Date.now();
    for (let connection = this.#idle.pop(); connection; connection = this.#idle.pop()) {
      if (connection.expires > now) return connection;
      void connection.client.close();
    }
    // Spread over a quarter of the age, or connections born in one burst would all be renewed in one.
    const age = this.#options.maxConnectionAgeMs * (0.75 + Math.random() / 4);
    // Every exchange has its own deadline.
    const options = { connect: this.#connector, headersTimeout: 0, bodyTimeout: 0 };
    return { client: new Client(this.#options.origin, options), expires: now + age, fresh: true };
  }

  /** @param whole whether the whole answer was read; a connection with the rest of one in it is of no use. */
  giveBack(connection: Connection, whole: boolean): void {
    this.inFlight--;
    connection.fresh = false;
    if (!whole) void connection.client.destroy();
    else if (this.#retired || connection.expires <= Date.now()) void connection.client.close();
    else this.#idle.push(connection);
  }

  answered(): void {
    this.#failures = 0;
    this.#ejections = 0;
    this.#ejectedUntil = 0;
  }

  /** @param refused no connection came about: waiting for more of the same would only cost requests. */
  failed(refused: boolean): void {
    if (!refused && ++this.#failures < FAILURES_TO_EJECT && this.#ejectedUntil === 0) return;
    const now = Date.now();
    if (this.#ejectedUntil > now) return;
    this.#ejectedUntil = now + Math.min(FIRST_EJECTION_MS * 2 ** this.#ejections++, LONGEST_EJECTION_MS);
  }

  /** Its name no longer resolves to it: requests in flight still get their answers, then their connections close. */
  async retire(): Promise<void> {
    this.#retired = true;
    await Promise.all(this.#idle.splice(0).map(({ client }) => client.close()));
  }
}
