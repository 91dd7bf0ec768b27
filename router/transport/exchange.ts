import type { Dispatcher } from 'undici';
import { Body } from './body.ts';
import { TransportFailure } from './failure.ts';

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
}

export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** The longest delay that setTimeout does not take for 1 ms. */
const MAX_TIMEOUT_MS = 2 ** 31 - 1;

/**
 * Sends one request and reads the whole answer. Whatever happens, it settles at the deadline at the latest.
 * @throws TransportFailure `unreachable`, `unanswered`, `cutOff`, `tooLarge`, `late` or `abandoned`.
 */
export function exchange(dispatcher: Dispatcher, outgoing: Outgoing): Promise<Answer> {
  return new Promise((resolve, reject) => {
    new Exchange(outgoing, resolve, reject).start(dispatcher);
  });
}

class Exchange implements Dispatcher.DispatchHandler {
  readonly #outgoing: Outgoing;
  readonly #resolve: (answer: Answer) => void;
  readonly #reject: (failure: TransportFailure) => void;
  readonly #body = new Body();
  readonly #abandon = (): void => this.#fail('abandoned', 'the caller left');
  #timer: NodeJS.Timeout | undefined;
  #controller: Dispatcher.DispatchController | undefined;
  #status = 0;
  #settled: TransportFailure | true | undefined;

  constructor(outgoing: Outgoing, resolve: (answer: Answer) => void, reject: (failure: TransportFailure) => void) {
    this.#outgoing = outgoing;
    this.#resolve = resolve;
    this.#reject = reject;
  }

  start(dispatcher: Dispatcher): void {
    const { path, headers, body, deadline, signal } = this.#outgoing;
    const left = deadline - Date.now();
    if (signal.aborted) this.#abandon();
    else if (left <= 0) this.#late();
    else {
      if (left <= MAX_TIMEOUT_MS) this.#timer = setTimeout(() => this.#late(), left);
      signal.addEventListener('abort', this.#abandon);
      dispatcher.dispatch({ path, method: 'POST', headers, body }, this);
    }
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    // It was given up while it waited for the connection; undici sends it otherwise.
    if (this.#settled instanceof TransportFailure) controller.abort(this.#settled);
  }

  onResponseStart(_: Dispatcher.DispatchController, status: number, headers: Record<string, unknown>): void {
    this.#status = status;
    const declared = Number(headers['content-length']);
    if (declared > this.#outgoing.maxBytes) this.#tooLarge(declared);
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.#settled !== undefined) return;
    this.#body.append(chunk);
    if (this.#body.length > this.#outgoing.maxBytes) this.#tooLarge(this.#body.length);
  }

  onResponseEnd(): void {
    if (this.#settled !== undefined) return;
    this.#settle(true);
    this.#resolve({ status: this.#status, body: this.#body.toString() });
  }

  onResponseError(_: Dispatcher.DispatchController | undefined, error: Error): void {
    const kind = this.#controller === undefined ? 'unreachable' : this.#status === 0 ? 'unanswered' : 'cutOff';
    this.#fail(kind, error.message, error);
  }

  #late(): void {
    this.#fail('late', this.#status === 0 ? 'no answer before the deadline' : 'half an answer before the deadline');
  }

  #tooLarge(bytes: number): void {
    this.#fail('tooLarge', `at least ${bytes} bytes came where ${this.#outgoing.maxBytes} may`);
  }

  #fail(kind: TransportFailure['kind'], message: string, cause?: Error): void {
    if (this.#settled !== undefined) return;
    const failure = new TransportFailure(kind, message, { cause });
    this.#settle(failure);
    this.#reject(failure);
    this.#controller?.abort(failure);
  }

  #settle(outcome: TransportFailure | true): void {
    this.#settled = outcome;
    clearTimeout(this.#timer);
    this.#outgoing.signal.removeEventListener('abort', this.#abandon);
  }
}
