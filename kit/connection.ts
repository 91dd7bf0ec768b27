import { badInput } from './errors.ts';

/** The values a row is ordered by, last one unique: what a cursor stands for. */
export type CursorKey = readonly (string | number)[];

export interface PageLimits {
  /** What the cursors are of, such as `products`: a cursor of one list is refused by another. */
  readonly of: string;
  /** Items when the caller names no number. */
  readonly default: number;
  /** The most items a caller may ask for. */
  readonly max: number;
}

export interface PageArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

/** A page to read: up to `first` items that follow the key `after`. */
export interface Page<Key extends CursorKey> {
  readonly of: string;
  readonly first: number;
  readonly after: Key | null;
}

export interface Connection<Node> {
  readonly nodes: Node[];
  readonly edges: { readonly node: Node; readonly cursor: string }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

/**
 * Reads a Relay connection's `first` and `after`. `isKey` tells whether a decoded cursor has the list's key in it.
 * @throws CodedError `BAD_USER_INPUT` for a number outside the limits or a cursor that this list did not give.
 */
export function readPage<Key extends CursorKey>(
  { first, after }: PageArguments,
  limits: PageLimits,
  isKey: (key: unknown) => key is Key,
): Page<Key> {
  const count = first ?? limits.default;
  if (!Number.isInteger(count) || count < 0 || count > limits.max) {
    throw badInput(
      `first: expected a number from 0 to ${limits.max}, got ${count}. Ask for fewer and continue with after.`,
      'first',
    );
  }
  if (after === null || after === undefined) return { of: limits.of, first: count, after: null };
  const key = decodeCursor(after, limits.of);
  if (!isKey(key)) {
    throw badInput(
      `after: expected the endCursor or an edge's cursor of an earlier page of ${limits.of}, got ${quote(after)}.`,
      'after',
    );
  }
  return { of: limits.of, first: count, after: key };
}

/** Makes the connection from `page.first + 1` rows: the one too many tells that another page follows. */
export function toConnection<Node, Key extends CursorKey>(
  rows: readonly Node[],
  page: Page<Key>,
  keyOf: (node: Node) => Key,
): Connection<Node> {
  const nodes = rows.slice(0, page.first);
  const edges = nodes.map((node) => ({ node, cursor: encodeCursor(page.of, keyOf(node)) }));
  return {
    nodes,
    edges,
    pageInfo: {
      hasNextPage: rows.length > page.first,
      hasPreviousPage: page.after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

function encodeCursor(of: string, key: CursorKey): string {
  return Buffer.from(JSON.stringify([of, ...key])).toString('base64url');
}

function decodeCursor(cursor: string, of: string): unknown[] | null {
  try {
    const decoded: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(decoded) && decoded[0] === of ? decoded.slice(1) : null;
  } catch {
    return null;
  }
}

const QUOTED_LENGTH = 60;

function quote(text: string): string {
  return JSON.stringify(text.length > QUOTED_LENGTH ? `${text.slice(0, QUOTED_LENGTH)}…` : text);
}
