import type { Domain, Graph, Resolve, Row } from './graph.ts';

/** The domain of the moment: schemas are built once for a graph, its data anew for each operation. */
export class World {
  readonly #graph: Graph;
  #domain: Domain;

  constructor(graph: Graph) {
    this.#graph = graph;
    this.#domain = graph.create();
  }

  renew(): void {
    this.#domain = this.#graph.create();
  }

  /** The resolver that the first of `owners` has for a field. */
  resolverOf(owners: readonly string[], field: string): Resolve | undefined {
    const owner = owners.find((name) => this.#domain.resolvers?.[name]?.[field]);
    if (owner === undefined) return undefined;
    return (parent, args) => this.#domain.resolvers?.[owner]?.[field]?.(parent, args);
  }

  finderOf(type: string): ((reference: Row) => Row | null | undefined) | undefined {
    if (!this.#domain.find?.[type]) return undefined;
    return (reference) => this.#domain.find?.[type]?.(reference);
  }
}
