import type { ContextStep, KeyRename } from '../operation/plan.ts';
import { isObject } from './gather.ts';

/** Gives keys that were aliased for one fetch the names they have in the data. */
export function renameKeys(answer: unknown, renames: readonly KeyRename[]): void {
  for (const { path, from, to } of renames) {
    forEachAt(answer, path, (object) => {
      if (!Object.hasOwn(object, from)) return;
      Reflect.set(object, to, Reflect.get(object, from));
      Reflect.deleteProperty(object, from);
    });
  }
}

function forEachAt(value: unknown, path: readonly ContextStep[], act: (object: object) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) forEachAt(item, path, act);
    return;
  }
  if (!isObject(value)) return;
  const [step, ...rest] = path;
  if (!step) act(value);
  else if ('key' in step) forEachAt(Object.hasOwn(value, step.key) ? Reflect.get(value, step.key) : null, rest, act);
  else if (isOfType(value, step.types)) forEachAt(value, rest, act);
}

/** An object of unstated type is of the only type it can be. */
function isOfType(object: object, types: readonly string[]): boolean {
  const typename: unknown = Reflect.get(object, '__typename');
  return typeof typename !== 'string' || types.includes(typename);
}

/** The value at a path from one object, or undefined. */
export function valueAt(object: object, path: readonly ContextStep[]): unknown {
  let value: unknown = object;
  for (const step of path) {
    if (!isObject(value)) return value === null ? null : undefined;
    if ('key' in step) value = Object.hasOwn(value, step.key) ? Reflect.get(value, step.key) : undefined;
    else if (!isOfType(value, step.types)) return undefined;
  }
  return value;
}
