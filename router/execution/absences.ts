import type { AnswerTree } from '../operation/plan.ts';
import { isObject } from './gather.ts';

/** What is null because a subgraph said that it has no such entity. */
export class Absences {
  readonly #byObject = new Map<object, Set<string>>();

  /** Makes null of `answers` all that `target` does not have. */
  fill(target: object, answers: AnswerTree): void {
    for (const [key, inside] of Object.entries(answers)) {
      if (key === '__typename') continue;
      const value: unknown = Object.hasOwn(target, key) ? Reflect.get(target, key) : undefined;
      if (value === undefined) {
        Reflect.set(target, key, null);
        this.#note(target, key);
      } else if (inside) this.#fillWithin(value, inside);
    }
  }

  has(target: object, key: string): boolean {
    return this.#byObject.get(target)?.has(key) ?? false;
  }

  #fillWithin(value: unknown, answers: AnswerTree): void {
    if (Array.isArray(value)) for (const item of value) this.#fillWithin(item, answers);
    else if (isObject(value)) this.fill(value, answers);
  }

  #note(target: object, key: string): void {
    const known = this.#byObject.get(target);
    if (known) known.add(key);
    else this.#byObject.set(target, new Set([key]));
  }
}
