import type { Row } from './graph.ts';

type Path = readonly (string | number)[];

export interface Outcome {
  readonly data: unknown;
  /** The nulls of the data that errors explain, each once, sorted. */
  readonly explained: readonly string[];
}

interface Result {
  readonly data?: unknown;
  readonly errors?: readonly { readonly path?: Path | undefined; readonly extensions?: Row | undefined }[] | undefined;
}

/**
 * A result as far as two executors must agree on it. An error below a null that bubbled up counts for that null: the
 * specification leaves open which of several errors in the discarded part are told.
 */
export function outcomeOf({ data, errors = [] }: Result): Outcome {
  const read: unknown = data === undefined ? undefined : JSON.parse(JSON.stringify(data));
  const explained = new Set(errors.map(({ path = [] }) => visiblePart(read, path).join('.')));
  return { data: read, explained: [...explained].sort() };
}

function visiblePart(data: unknown, path: Path): Path {
  let value = data;
  for (const [index, key] of path.entries()) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return path.slice(0, index);
    value = Reflect.get(value, key);
  }
  return path;
}
