/** What the transport to one subgraph may take; sizes in bytes, times in milliseconds. */
export interface HttpLimits {
  /** Requests in flight. */
  readonly maxConcurrent: number;
  /** Requests that wait for a place among those; further ones are refused with `OVERLOADED`. */
  readonly maxQueued: number;
  /** The longest answer that is read. */
  readonly maxResponseBytes: number;
  /** What all answers being read may hold together. */
  readonly maxBufferedBytes: number;
  readonly connectTimeoutMs: number;
  /** A connection is renewed at about this age, so that a new replica behind one address gets its share. */
  readonly maxConnectionAgeMs: number;
  /** How old a DNS answer may grow. */
  readonly resolveEveryMs: number;
  /** How often a query is sent at most. */
  readonly attempts: number;
  /** Failures in a row that open the breaker. */
  readonly breakerFailures: number;
  /** Failures closer together than this count as one of those. */
  readonly breakerSpacingMs: number;
  /** How long the breaker stays open at first, and at most after failed probes. */
  readonly breakerRestMs: number;
  readonly breakerMaxRestMs: number;
}

export const HTTP_LIMITS: HttpLimits = Object.freeze({
  maxConcurrent: 128,
  maxQueued: 1_000,
  maxResponseBytes: 8 * 1_048_576,
  maxBufferedBytes: 32 * 1_048_576,
  connectTimeoutMs: 1_000,
  maxConnectionAgeMs: 8_000,
  resolveEveryMs: 2_000,
  attempts: 3,
  breakerFailures: 5,
  breakerSpacingMs: 100,
  breakerRestMs: 1_000,
  breakerMaxRestMs: 5_000,
});
