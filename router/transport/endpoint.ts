import type { Transport } from './transport.ts';

/** A subgraph as the supergraph names it. */
export interface SubgraphEndpoint {
  readonly name: string;
  /** Empty where the supergraph has none. */
  readonly url: string;
}

/** Opens the way to a subgraph. */
export type TransportTo = (subgraph: SubgraphEndpoint) => Transport;
