import { type Dispatcher, errors } from 'undici';
import { Body } from './body.ts';
import { TransportFailure, type TransportFailureOptions } from './failure.ts';
import { MAX_TIMEOUT_MS } from './waitUntil.ts';

/** One HTTP POST. */
export interface Outgoing {
  readonly path: string;
  /** Names and values in turn. */
  readonly headers: string[];
  readonly body: string;
  /** Epoch milliseconds; Infinity when there is none. */
  readonly deadline: number;
  readonly signal: AbortSignal;
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

/**
 * Sends one request and reads the whole answer. Whatever happens, it settles at the deadline at the latest.
 * @param connectTimeoutMs how long a connection may take that is not there yet.
 * @throws TransportFailure `unreachable`, `unanswered`, `cutOff`, `tooLarge`, `flood`, `late` or `abandoned`.
 */
export function exchange(dispatcher: Dispatcher, outgoing: Outgoing, connectTimeoutMs?: number): Promise<Answer> {
  return new Promise((resolve, reject) => {
    new Exchange(outgoing, resolve, reject).start(dispatcher, connectTimeoutMs);
  });
}

/** It is its own abort listener: a closure per request would be one more thing to make and name. */
class Exchange implements Dispatcher.DispatchHandler {
  readonly #outgoing: Outgoing;
  readonly #resolve: (answer: Answer) => void;
  readonly #reject: (failure: TransportFailure) => void;
  readonly #body = new Body();
  #startedAt = 0;
  #timer: NodeJS.Timeout | undefined;
  #controller: Dispatcher.DispatchController | undefined;
  /** The timer is that of the connection, not yet that of the deadline. */
  #connecting = false;
  #status = 0;
  #settled: TransportFailure | true | undefined;

  constructor(outgoing: Outgoing, resolve: (answer: Answer) => void, reject: (failure: TransportFailure) => void) {
    this.#outgoing = outgoing;
    this.#resolve = resolve;
    this.#reject = reject;
  }

  start(dispatcher: Dispatcher, connectTimeoutMs = Number.POSITIVE_INFINITY): void {
    const { path, headers, body, deadline, signal } = this.#outgoing;
    this.#startedAt = Date.now();
    const left = deadline - this.#startedAt;
    if (signal.aborted) this.handleEvent();
    else if (left <= 0) this.#late();
    else {
      if (connectTimeoutMs < left) {
        this.#connecting = true;
        this.#timer = setTimeout(() => this.#fail('unreachable', 'no connection came about'), connectTimeoutMs);
      } else {
        this.#awaitDeadline(left);
      }
      signal.addEventListener('abort', this);
      dispatcher.dispatch({ path, method: 'POST', headers, body }, this);
    }
  }

  handleEvent(): void {
    this.#fail('abandoned', 'the caller left');
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#settled instanceof TransportFailure) {
      // It was given up while it waited for the connection; undici sends it otherwise.
      controller.abort(this.#settled);
    } else if (this.#connecting) {
      this.#connecting = false;
      clearTimeout(this.#timer);
      this.#awaitDeadline(this.#outgoing.deadline - Date.now());
    }
  }

  onResponseStart(_: Dispatcher.DispatchController, status: number, headers: Record<string, unknown>): void {
    this.#status = status;
    const declared = Number(headers['content-length']);
    if (declared > this.#outgoing.maxBytes) this.#tooLarge(declared);
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.#settled !== undefined) return;
    const { maxBytes, budget } = this.#outgoing;
    this.#body.append(chunk);
    budget.taken += chunk.length;
    if (this.#body.length > maxBytes) this.#tooLarge(this.#body.length);
    else if (budget.taken > budget.bytes) {
      this.#fail('flood', `more than ${budget.bytes} bytes of answers are held`);
    }
  }

  onResponseEnd(): void {
    if (this.#settled !== undefined) return;
    this.#settle(true);
    this.#resolve({ status: this.#status, body: this.#body.toString() });
  }

  onResponseError(_: Dispatcher.DispatchController | undefined, error: Error): void {
    this.#fail(this.#kindOf(error), error.message, { cause: error });
  }

  #kindOf(error: Error): TransportFailure['kind'] {
    if (this.#controller === undefined) return 'unreachable';
    if (error instanceof errors.HTTPParserError) return 'notGraphql';
    return this.#status === 0 ? 'unanswered' : 'cutOff';
  }

  #awaitDeadline(left: number): void {
    if (left <= MAX_TIMEOUT_MS) this.#timer = setTimeout(() => this.#late(), left);
  }

  #late(): void {
    const waited = Date.now() - this.#startedAt;
    const message = this.#status === 0 ? 'no answer' : 'half an answer';
    this.#fail('late', `${message} after ${waited} ms, at the deadline`, { blame: waited >= FAIR_WAIT_MS });
  }

  #tooLarge(bytes: number): void {
    this.#fail('tooLarge', `at least ${bytes} bytes came where ${this.#outgoing.maxBytes} may`);
  }

  #fail(kind: TransportFailure['kind'], message: string, options?: TransportFailureOptions): void {
    if (this.#settled !== undefined) return;
    const failure = new TransportFailure(kind, message, options);
    this.#settle(failure);
    this.#reject(failure);
    this.#controller?.abort(failure);
  }

  #settle(outcome: TransportFailure | true): void {
    this.#settled = outcome;
    clearTimeout(this.#timer);
    this.#outgoing.budget.taken -= this.#body.length;
    this.#outgoing.signal.removeEventListener('abort', this);
  }
}
