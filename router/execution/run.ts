import type { Variables } from '../response/compileWriter.ts';
import { type ClientError, ErrorList } from '../response/errorList.ts';
import type { Caller } from './caller.ts';
import { callerKey } from './callerKey.ts';
import { Failures } from './failures.ts';

/** One execution of a prepared operation. */
export class Run {
  readonly variables: Variables;
  readonly caller: Caller;
  /** Responses of subgraphs, merged; keys are internal names. */
  readonly data: object;
  readonly errors: ErrorList;
  /** Errors of which it is not known where they belong. They are told where nothing better can be. */
  readonly pathless: ClientError[] = [];
  /** Set once nobody waits for more: what is still under way is dropped. */
  over = false;
  /** Set when its time was up, or its caller gone, before its plan was done. */
  expired = false;
  #failures: Failures | undefined;
  #callerKey: string | undefined;

  constructor(variables: Variables, caller: Caller, data: object, maxErrors: number) {
    this.variables = variables;
    this.caller = caller;
    this.data = data;
    this.errors = new ErrorList(maxErrors);
  }

  get failures(): Failures {
    this.#failures ??= new Failures();
    return this.#failures;
  }

  /** Who asks, as part of keys. */
  get callerKey(): string {
    this.#callerKey ??= callerKey(this.caller);
    return this.#callerKey;
  }
}
