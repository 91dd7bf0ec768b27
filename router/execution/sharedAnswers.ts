import type { PreparedOperation } from '../operation/prepare.ts';
import type { Variables } from '../response/compileWriter.ts';
import type { Caller } from './caller.ts';
import { callerKey } from './callerKey.ts';
import { Waiting } from './waiting.ts';

/** How much later than its own deadline a request may have wanted an answer that it shares. */
const DEADLINE_TOLERANCE_MS = 1_000;

interface Shared<Answer> {
  readonly answer: Promise<Answer>;
  readonly deadline: number;
  readonly waiting: Waiting;
  members: number;
}

/**
 * Lets equal queries in flight together share one execution: same operation, same variables, same identity, same
 * propagated headers. It is given up when the last one who waits has left.
 */
export class SharedAnswers<Answer> {
  readonly #inFlight = new Map<PreparedOperation, Map<string, Shared<Answer>>>();

  get(
    operation: PreparedOperation,
    variables: Variables,
    caller: Caller,
    run: (caller: Caller) => Promise<Answer>,
  ): Promise<Answer> {
    const key = `${JSON.stringify(variables)}\n${callerKey(caller)}`;
    let ofOperation = this.#inFlight.get(operation);
    if (!ofOperation) {
      ofOperation = new Map();
      this.#inFlight.set(operation, ofOperation);
    }
    const found = ofOperation.get(key);
    const shared = found && fits(found, caller) ? found : this.#start(operation, ofOperation, key, caller, run);
    shared.members += 1;
    const stay = caller.waiting.onLeave(() => {
      shared.members -= 1;
      if (shared.members === 0) shared.waiting.leave();
    });
    shared.answer.then(stay, stay);
    return shared.answer;
  }

  #start(
    operation: PreparedOperation,
    ofOperation: Map<string, Shared<Answer>>,
    key: string,
    { identity, deadline, headers }: Caller,
    run: (caller: Caller) => Promise<Answer>,
  ): Shared<Answer> {
    const waiting = new Waiting();
    const answer = run({ identity, deadline, headers, waiting });
    const shared: Shared<Answer> = { answer, deadline, waiting, members: 0 };
    ofOperation.set(key, shared);
    const forget = (): void => {
      if (ofOperation.get(key) === shared) ofOperation.delete(key);
      if (ofOperation.size === 0 && this.#inFlight.get(operation) === ofOperation) this.#inFlight.delete(operation);
    };
    answer.then(forget, forget);
    waiting.onLeave(forget);
    return shared;
  }
}

/** An answer that ends earlier than this request must would be poor; one that ends later would be late. */
function fits({ deadline }: Shared<unknown>, request: Caller): boolean {
  // Two that have no deadline differ by NaN.
  return (
    deadline === request.deadline ||
    (deadline < request.deadline && request.deadline - deadline <= DEADLINE_TOLERANCE_MS)
  );
}
