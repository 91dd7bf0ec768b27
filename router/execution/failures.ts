import type { AnswerTree } from '../operation/plan.ts';
import type { ClientError } from '../response/errorList.ts';

/** Why values are missing; where is said by whoever meets the gap. */
export type Failure = Omit<ClientError, 'path'>;

/** Which keys of which objects a failed fetch left out. Errors are made of it where a client misses a value. */
export class Failures {
  readonly #byObject = new Map<object, Map<string, Failure>>();

  /** Notes that `failure` kept from `target` all of `answers` that it does not have. */
  mark(target: object, answers: AnswerTree, failure: Failure): void {
    for (const [key, inside] of Object.entries(answers)) {
      const value: unknown = Object.hasOwn(target, key) ? Reflect.get(target, key) : undefined;
      if (value === undefined) this.#note(target, key, failure);
      else if (inside) this.#markWithin(value, inside, failure);
    }
  }

  of(target: object, key: string): Failure | undefined {
    return this.#byObject.get(target)?.get(key);
  }

  #markWithin(value: unknown, answers: AnswerTree, failure: Failure): void {
    if (Array.isArray(value)) for (const item of value) this.#markWithin(item, answers, failure);
    else if (typeof value === 'object' && value !== null) this.mark(value, answers, failure);
  }

  #note(target: object, key: string, failure: Failure): void {
    const known = this.#byObject.get(target);
    if (!known) this.#byObject.set(target, new Map([[key, failure]]));
    else if (!known.has(key)) known.set(key, failure);
  }
}
