import type { PathStep } from '../operation/plan.ts';
import type { Path } from '../response/errorList.ts';

/**
 * The objects at a path, in order. What is null, missing or of the wrong kind on the way is passed over: the writer
 * tells of it.
 */
export function gather(data: object, path: readonly PathStep[]): object[] {
  if (path.length === 0) return [data];
  const found: object[] = [];
  walk(data, path, 0, found);
  return found;
}

function walk(from: unknown, path: readonly PathStep[], start: number, found: object[]): void {
  let value = from;
  for (let index = start; index < path.length; index++) {
    const key = path[index];
    if (key === null || key === undefined) {
      if (!Array.isArray(value)) return;
      for (let item = 0; item < value.length; item++) walk(value[item], path, index + 1, found);
      return;
    }
    if (!isObject(value)) return;
    // Internal names and schema fields: `constructor` may be one of the latter, and then leads to no object.
    value = Reflect.get(value, key);
  }
  if (isObject(value)) found.push(value);
}

/** The objects on the way to one object: itself last, the root first. */
export type Lineage = readonly object[];

/** As `gather`, with the objects above each. */
export function gatherLineages(data: object, path: readonly PathStep[]): Lineage[] {
  const found: Lineage[] = [];
  const visit = (value: unknown, index: number, above: Lineage): void => {
    const key = path[index];
    if (key === null) {
      if (Array.isArray(value)) for (const item of value) visit(item, index + 1, above);
    } else if (isObject(value)) {
      const lineage = [...above, value];
      if (key === undefined) found.push(lineage);
      else visit(Reflect.get(value, key), index + 1, lineage);
    }
  };
  visit(data, 0, []);
  return found;
}

/** Where each of `wanted` is, as paths of data keys; one object may be in several places. */
export function locate(data: object, path: readonly PathStep[], wanted: ReadonlySet<object>): Map<object, Path[]> {
  const places = new Map<object, Path[]>();
  const visit = (value: unknown, index: number, at: Path): void => {
    const key = path[index];
    if (key === null) {
      if (Array.isArray(value)) for (const [item, inside] of value.entries()) visit(inside, index + 1, [...at, item]);
    } else if (isObject(value)) {
      if (key !== undefined) visit(Reflect.get(value, key), index + 1, [...at, key]);
      else if (wanted.has(value)) places.set(value, [...(places.get(value) ?? []), at]);
    }
  };
  visit(data, 0, []);
  return places;
}

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
