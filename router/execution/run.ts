import type { Variables } from '../response/compileWriter.ts';
import { type ClientError, ErrorList } from '../response/errorList.ts';
import { Absences } from './absences.ts';
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
  /** Set once nobody waits for more: what is still under way is dropped. */
  over = false;
  /** Set when its time was up, or its caller gone, before its plan was done. */
  expired = false;
  readonly #nearby = new Map<string, ClientError>();
  #failures: Failures | undefined;
  #absences: Absences | undefined;
  #callerKey: string | undefined;

  constructor(variables: Variables, caller: Caller, data: object, maxErrors: number) {
    this.variables = variables;
    this.caller = caller;
    this.data = data;
    this.errors = new ErrorList(maxErrors);
  }

  /** Whether nothing went wrong that is known before the answer is written. */
  get isFlawless(): boolean {
    return this.errors.isEmpty && this.#nearby.size === 0;
  }

  /** Notes an error of which it is not known where it belongs. It is told unless the same is told at its place. */
  tellNearby(error: ClientError): void {
    this.#nearby.set(keyOf(error), error);
  }

  /** Adds what is not told at its place. */
  addNearby(): void {
    for (const error of this.#nearby.values()) {
      if (!this.errors.told.some((told) => tellsOf(told, error))) this.errors.add(error);
    }
  }

  get failures(): Failures {
    this.#failures ??= new Failures();
    return this.#failures;
  }

  get absences(): Absences {
    this.#absences ??= new Absences();
    return this.#absences;
  }

  /** Who asks, as part of keys. */
  get callerKey(): string {
    this.#callerKey ??= callerKey(this.caller);
    return this.#callerKey;
  }
}

function keyOf({ message, path, extensions }: ClientError): string {
  return JSON.stringify([message, path, extensions.service]);
}

/** Whether the same is told there or below. */
function tellsOf(told: ClientError, { message, path = [], extensions }: ClientError): boolean {
  if (told.message !== message || told.extensions.service !== extensions.service) return false;
  return path.every((key, index) => told.path?.[index] === key);
}
