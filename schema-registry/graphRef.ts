import { badInput } from '../kit/errors.ts';

/** A graph and one of its variants, written `archipelago@staging`. */
export interface GraphRef {
  readonly graph: string;
  readonly variant: string;
}

/** The variant of a reference that names none. */
const DEFAULT_VARIANT = 'current';

const ID = /^[a-zA-Z][a-zA-Z0-9_-]{0,63}$/;

/** @throws CodedError `BAD_USER_INPUT` */
export function parseGraphRef(text: string): GraphRef {
  const [graph = '', variant = DEFAULT_VARIANT, ...rest] = text.split('@');
  if (ID.test(graph) && ID.test(variant) && rest.length === 0) return { graph, variant };
  throw badInput(
    `Expected a graph and a variant, such as archipelago@staging (1 to 64 letters, digits, - and _, a letter first); got ${JSON.stringify(text.slice(0, 140))}.`,
  );
}

export function formatGraphRef({ graph, variant }: GraphRef): string {
  return `${graph}@${variant}`;
}
