/** A domain object, or the arguments of a field. */
export interface Row {
  readonly [field: string]: unknown;
}

/** Works on a domain object as well as on what a subgraph knows of it: a representation's fields take precedence. */
export type Resolve = (parent: Row, args: Row) => unknown;

/** One world of data, fresh for each operation, that monolith and subgraphs resolve alike. */
export interface Domain {
  /** By type and field; those of an interface hold for all that implement it. Fields not named here are properties. */
  readonly resolvers?: Readonly<Record<string, Readonly<Record<string, Resolve>>>>;
  /** By type: the entity that a representation means. */
  readonly find?: Readonly<Record<string, (reference: Row) => Row | null | undefined>>;
}

export interface Operation {
  /** What is special about it, in a few words. */
  readonly name: string;
  readonly query: string;
  readonly operationName?: string;
  readonly variables?: Row;
  /** The `@override` labels that hold. */
  readonly labels?: readonly string[];
}

export interface Graph {
  readonly name: string;
  /** SDL by subgraph, without the federation @link, which all have in the same form. */
  readonly subgraphs: Readonly<Record<string, string>>;
  readonly create: () => Domain;
  /** Values for the arguments of generated operations, by argument name or `Type.field.argument`. */
  readonly samples?: Readonly<Record<string, readonly unknown[]>>;
  readonly operations: readonly Operation[];
  /** Seeds of the generated operations. */
  readonly seeds: number;
}

export function defineGraph(graph: Graph): Graph {
  return graph;
}

/** Set on what a subgraph knows of an entity by its representation. */
export const REPRESENTED = Symbol('made of a representation');

/**
 * A field that a `@requires` names: computed by the monolith, but in a subgraph what the router sent and nothing else.
 * @throws when the router did not send it.
 */
export function input(row: Row, field: string, compute: (row: Row) => unknown): unknown {
  if (!(REPRESENTED in row)) return compute(row);
  if (!(field in row)) throw new Error(`the representation has no ${field}`);
  return row[field];
}

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
  "@key", "@shareable", "@external", "@requires", "@provides", "@override", "@inaccessible", "@tag", "@interfaceObject",
  "@context", "@fromContext", "@extends"
])
`;

export function sdlOf({ subgraphs }: Graph): Record<string, string> {
  return Object.fromEntries(Object.entries(subgraphs).map(([name, sdl]) => [name, LINK + sdl]));
}
