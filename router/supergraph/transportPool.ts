import type { SubgraphEndpoint, TransportTo } from '../transport/endpoint.ts';
import type { Transport } from '../transport/transport.ts';

interface Shared {
  readonly transport: Transport;
  users: number;
}

/**
 * The ways to subgraphs, shared by the supergraphs that name them: a reload keeps the connections, the breaker and
 * the balance of every subgraph whose URL did not change.
 */
export class TransportPool {
  readonly #open: TransportTo;
  readonly #shared = new Map<string, Shared>();

  constructor(open: TransportTo) {
    this.#open = open;
  }

  /** @throws what opening throws */
  acquire(endpoint: SubgraphEndpoint): Transport {
    const key = keyOf(endpoint);
    let shared = this.#shared.get(key);
    if (shared === undefined) {
      shared = { transport: this.#open(endpoint), users: 0 };
      this.#shared.set(key, shared);
    }
    shared.users += 1;
    return shared.transport;
  }

  /** Closes those that nobody uses any more. */
  async release(endpoints: readonly SubgraphEndpoint[]): Promise<void> {
    const unused: Transport[] = [];
    for (const endpoint of endpoints) {
      const key = keyOf(endpoint);
      const shared = this.#shared.get(key);
      if (shared === undefined) continue;
      shared.users -= 1;
      if (shared.users > 0) continue;
      this.#shared.delete(key);
      unused.push(shared.transport);
    }
    await Promise.all(unused.map((transport) => transport.close()));
  }
}

function keyOf({ name, url }: SubgraphEndpoint): string {
  return `${name} ${url}`;
}
