import type { PreparedOperation } from '../operation/prepare.ts';
import type { Variables } from '../response/compileWriter.ts';
import type { FetchContext } from '../transport/transport.ts';
import { callerKey } from './callerKey.ts';

/** How much later than its own deadline a request may have wanted an answer that it shares. */
const DEADLINE_TOLERANCE_MS = 1_000;

interface Shared<Answer> {
  readonly answer: Promise<Answer>;
  readonly deadline: number;
  readonly controller: AbortController;
  waiting: number;
}

/**
 * Lets equal queries in flight together share one execution: same operation, same variables, same identity, same
 * propagated headers. It is aborted when the last one who waits has left.
 */
export class SharedAnswers<Answer> {
  readonly #inFlight = new Map<PreparedOperation, Map<string, Shared<Answer>>>();

  get(
    operation: PreparedOperation,
    variables: Variables,
    caller: FetchContext,
    run: (context: FetchContext) => Promise<Answer>,
  ): Promise<Answer> {
    const key = `${JSON.stringify(variables)}\n${callerKey(caller)}`;
    let ofOperation = this.#inFlight.get(operation);
    if (!ofOperation) {
      ofOperation = new Map();
      this.#inFlight.set(operation, ofOperation);
    }
    let shared = ofOperation.get(key);
    // One that ends earlier than this request must would be late; one that ends much earlier would be poor.
    if (!shared || caller.deadline < shared.deadline || caller.deadline > shared.deadline + DEADLINE_TOLERANCE_MS) {
      shared = this.#start(operation, ofOperation, key, caller, run);
    }
    join(shared, caller.signal);
    return shared.answer;
  }

  #start(
    operation: PreparedOperation,
    ofOperation: Map<string, Shared<Answer>>,
    key: string,
    caller: FetchContext,
    run: (context: FetchContext) => Promise<Answer>,
  ): Shared<Answer> {
    const controller = new AbortController();
    const forget = (): void => {
      if (ofOperation.get(key) === shared) ofOperation.delete(key);
      if (ofOperation.size === 0 && this.#inFlight.get(operation) === ofOperation) this.#inFlight.delete(operation);
    };
    controller.signal.addEventListener('abort', forget);
    const answer = run({ ...caller, signal: controller.signal }).finally(forget);
    const shared: Shared<Answer> = { answer, deadline: caller.deadline, controller, waiting: 0 };
    ofOperation.set(key, shared);
    return shared;
  }
}

function join(shared: Shared<unknown>, signal: AbortSignal): void {
  shared.waiting += 1;
  const leave = (): void => {
    shared.waiting -= 1;
    if (shared.waiting === 0) shared.controller.abort();
  };
  if (signal.aborted) leave();
  else {
    signal.addEventListener('abort', leave, { once: true });
    const settle = (): void => signal.removeEventListener('abort', leave);
    shared.answer.then(settle, settle);
  }
}
