import { TransportFailure } from './failure.ts';

export interface BreakerOptions {
  /** Failures in a row, with no answer between them, after which it opens. */
  readonly failures: number;
  /** Failures within so many milliseconds of one that counted are the same event: a hiccup fails all that are in flight. */
  readonly spacingMs: number;
  /** How long it stays open the first time, in milliseconds; twice as long after each failed probe. */
  readonly restMs: number;
  /** The longest it stays open before it probes again, in milliseconds. */
  readonly maxRestMs: number;
  /** Whether nobody is left to ask: while one replica answers, the failures of another are no reason to ask none. */
  readonly hopeless: () => boolean;
  /** Called when it opens (with the time it rests) and when it closes (with null). */
  readonly onChange?: (restMs: number | null) => void;
}

/**
 * What a fetch says of the subgraph's health: `neutral` when it ended for a reason that is not the subgraph's,
 * `harmful` when to go on would hurt the router itself.
 */
export type Verdict = 'answered' | 'failed' | 'harmful' | 'neutral';

/** Stops asking a subgraph that fails again and again, and lets one fetch at a time find out whether it recovered. */
export class Breaker {
  readonly #options: BreakerOptions;
  #state: 'closed' | 'open' | 'probing' = 'closed';
  #failures = 0;
  /** When a failure last counted, in epoch milliseconds. */
  #countedAt = 0;
  #restMs: number;
  /** Epoch milliseconds until which nobody else may try. */
  #until = 0;
  /** A fetch that began before the state changed says nothing of the state now. */
  #era = 0;

  constructor(options: BreakerOptions) {
    this.#options = options;
    this.#restMs = options.restMs;
  }

  get open(): boolean {
    return this.#state !== 'closed';
  }

  /**
   * @returns a permit, to be handed back to `leave` exactly once.
   * @throws TransportFailure `shut`, with `retryAfterMs`.
   */
  enter(): number {
    if (this.#state !== 'closed') this.#probe();
    return this.#era;
  }

  leave(permit: number, verdict: Verdict): void {
    if (permit !== this.#era) return;
    if (verdict === 'answered') this.#answered();
    else if (verdict === 'harmful') this.#open();
    else if (verdict === 'failed') {
      if (this.#state !== 'closed' || this.#isEnough()) this.#open();
    } else if (this.#state === 'probing') this.#until = 0;
  }

  #probe(): void {
    const now = Date.now();
    const wait = this.#until - now;
    if (wait > 0) {
      const message = this.#state === 'open' ? 'the breaker is open' : 'the breaker waits for its probe';
      throw new TransportFailure('shut', message, { retryAfterMs: wait });
    }
    if (this.#state === 'open') this.#era++;
    this.#state = 'probing';
    this.#until = now + this.#restMs;
  }

  #isEnough(): boolean {
    const { failures, spacingMs, hopeless } = this.#options;
    const now = Date.now();
    if (now - this.#countedAt < spacingMs) return false;
    this.#countedAt = now;
    return ++this.#failures >= failures && hopeless();
  }

  #answered(): void {
    this.#failures = 0;
    if (this.#state === 'closed') return;
    this.#state = 'closed';
    this.#restMs = this.#options.restMs;
    this.#era++;
    this.#options.onChange?.(null);
  }

  #open(): void {
    if (this.#state === 'probing') this.#restMs = Math.min(this.#restMs * 2, this.#options.maxRestMs);
    this.#state = 'open';
    // Routers that lost a subgraph at the same moment must not all probe it at the same moment.
    const restMs = Math.round(this.#restMs * (0.8 + 0.4 * Math.random()));
    this.#until = Date.now() + restMs;
    this.#era++;
    this.#options.onChange?.(restMs);
  }
}
