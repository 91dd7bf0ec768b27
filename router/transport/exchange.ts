import { type Dispatcher, errors } from 'undici';
import { Body } from './body.ts';
import { TransportFailure, type TransportFailureOptions } from './failure.ts';
import type { FetchContext } from './transport.ts';
import { unwatch, type Watched, watch } from './watch.ts';

/** One HTTP POST. */
export interface Outgoing {
  readonly path: string;
  /** Names and values in turn. */
  readonly headers: string[];
  readonly body: string;
  /** Epoch milliseconds. */
  readonly deadline: number;
  /** Whose `signal` is asked for when it takes long. */
  readonly caller: Pick<FetchContext, 'signal'>;
  /** The longest answer that is read, in bytes. */
  readonly maxBytes: number;
  readonly budget: ReadBudget;
}

/** What all answers of one subgraph that are being read may hold together. */
export interface ReadBudget {
  readonly bytes: number;
  taken: number;
}

export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** A deadline that passes sooner than this, in milliseconds, says more of the deadline than of the subgraph. */
const FAIR_WAIT_MS = 250;
/** How long a fetch goes on at least before its caller's leaving ends it: to ask a signal sooner is to make one. */
const ABORTABLE_AFTER_MS = 50;

/**
 * Sends one request and reads the whole answer. Whatever happens, it settles at the deadline.
 * @param connectTimeoutMs how long a connection may take that is not there yet.
 * @throws TransportFailure `unreachable`, `unanswered`, `cutOff`, `tooLarge`, `flood`, `late` or `abandoned`.
 */
export function exchange(dispatcher: Dispatcher, outgoing: Outgoing, connectTimeoutMs?: number): Promise<Answer> {
  return new Promise((resolve, reject) => {
    new Exchange(outgoing, resolve, reject).start(dispatcher, connectTimeoutMs);
  });
}

/** To undici: do not pause. */
const GO_ON = true;

/**
 * Its methods are those that undici 7 itself calls. It calls the newer ones (`onRequestStart` and so on) through an
 * adapter that parses every header, for a tenth of what a fetch costs.
 */
class Exchange implements Dispatcher.DispatchHandler, Watched {
  readonly #outgoing: Outgoing;
  readonly #resolve: (answer: Answer) => void;
  readonly #reject: (failure: TransportFailure) => void;
  readonly #body = new Body();
  readonly #startedAt = Date.now();
  #connectBy = Number.POSITIVE_INFINITY;
  #abort: ((error: Error) => void) | undefined;
  #status = 0;
  #settled: TransportFailure | true | undefined;

  constructor(outgoing: Outgoing, resolve: (answer: Answer) => void, reject: (failure: TransportFailure) => void) {
    this.#outgoing = outgoing;
    this.#resolve = resolve;
    this.#reject = reject;
  }

  start(dispatcher: Dispatcher, connectTimeoutMs = Number.POSITIVE_INFINITY): void {
    const { path, headers, body, deadline } = this.#outgoing;
    if (this.#startedAt >= deadline) {
      this.#late(this.#startedAt);
      return;
    }
    this.#connectBy = this.#startedAt + connectTimeoutMs;
    watch(this);
    dispatcher.dispatch({ path, method: 'POST', headers, body }, this);
  }

  check(now: number): void {
    if (now >= this.#outgoing.deadline) this.#late(now);
    else if (now >= this.#connectBy) this.#fail('unreachable', 'no connection came about');
    else if (now - this.#startedAt >= ABORTABLE_AFTER_MS && this.#outgoing.caller.signal.aborted) {
      this.#fail('abandoned', 'the caller left');
    }
  }

  onConnect(abort: (error: Error) => void): void {
    this.#abort = abort;
    this.#connectBy = Number.POSITIVE_INFINITY;
    // It was given up while it waited for the connection; undici sends it otherwise.
    if (this.#settled instanceof TransportFailure) abort(this.#settled);
  }

  onHeaders(status: number): boolean {
    this.#status = status;
    return GO_ON;
  }

  onData(chunk: Buffer): boolean {
    if (this.#settled !== undefined) return GO_ON;
    const { maxBytes, budget } = this.#outgoing;
    this.#body.append(chunk);
    budget.taken += chunk.length;
    if (this.#body.length > maxBytes) {
      this.#fail('tooLarge', `more than ${maxBytes} bytes came`);
    } else if (budget.taken > budget.bytes) {
      this.#fail('flood', `more than ${budget.bytes} bytes of answers are held`);
    }
    return GO_ON;
  }

  onComplete(): void {
    if (this.#settled !== undefined) return;
    this.#settle(true);
    this.#resolve({ status: this.#status, body: this.#body.toString() });
  }

  onError(error: Error): void {
    // A header that undici refuses came from a client; the subgraph never saw it.
    const refused = error instanceof errors.InvalidArgumentError;
    this.#fail(this.#kindOf(error), error.message, refused ? { cause: error, blame: false } : { cause: error });
  }

  #kindOf(error: Error): TransportFailure['kind'] {
    if (this.#abort === undefined) return 'unreachable';
    if (error instanceof errors.HTTPParserError) return 'notGraphql';
    return this.#status === 0 ? 'unanswered' : 'cutOff';
  }

  #late(now: number): void {
    const waited = now - this.#startedAt;
    const message = this.#status === 0 ? 'no answer' : 'half an answer';
    this.#fail('late', `${message} after ${waited} ms, at the deadline`, { blame: waited >= FAIR_WAIT_MS });
  }

  #fail(kind: TransportFailure['kind'], message: string, options?: TransportFailureOptions): void {
    if (this.#settled !== undefined) return;
    const failure = new TransportFailure(kind, message, options);
    this.#settle(failure);
    this.#reject(failure);
    this.#abort?.(failure);
  }

  #settle(outcome: TransportFailure | true): void {
    this.#settled = outcome;
    this.#outgoing.budget.taken -= this.#body.length;
    unwatch(this);
  }
}
