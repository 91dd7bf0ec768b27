import type { GraphRef } from '../graphRef.ts';
import { requireRole } from '../keys/access.ts';
import type { LaunchedSubgraph } from '../store/launch.ts';
import type { ApiContext } from './context.ts';

/** `GraphVariantSubgraph` of the API. */
export class SubgraphNode {
  readonly #ref: GraphRef;
  readonly #subgraph: LaunchedSubgraph;

  constructor(ref: GraphRef, subgraph: LaunchedSubgraph) {
    this.#ref = ref;
    this.#subgraph = subgraph;
  }

  get name(): string {
    return this.#subgraph.name;
  }

  get url(): string {
    return this.#subgraph.url;
  }

  get activePartialSchema(): object {
    const { sha256 } = this.#subgraph;
    return {
      hash: sha256,
      sdl: (_: unknown, { registry, key }: ApiContext) => {
        requireRole(key, 'read', this.#ref);
        return registry.launches.document(sha256);
      },
    };
  }

  async updatedAt(_: unknown, { registry }: ApiContext): Promise<Date> {
    return (await registry.launches.launch(this.#ref, this.#subgraph.since)).createdAt;
  }
}
