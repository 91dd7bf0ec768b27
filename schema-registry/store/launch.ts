import type { CompositionFault } from '../../supergraph/compose.ts';

export type LaunchCause = 'PUBLISH' | 'DELETE' | 'PROMOTION' | 'ROLLBACK';

/** A subgraph as a launch has it. */
export interface LaunchedSubgraph {
  readonly name: string;
  /** Where routers find it. */
  readonly url: string;
  /** Of its schema, hexadecimal. */
  readonly sha256: string;
  /** Of the JSON of what its models promise, hexadecimal; null for one without. */
  readonly models: string | null;
  /** The number of the launch that published it as it is. */
  readonly since: number;
}

/** Who asks for a change, and by which state of their repository. */
export interface Authorship {
  readonly author: string;
  readonly commit: string | null;
}

/** A variant's subgraphs at one time and what came of composing them. */
export interface Launch extends Authorship {
  readonly graph: string;
  readonly variant: string;
  /** From 1, without a gap, in the order in which the changes came. */
  readonly number: number;
  readonly cause: LaunchCause;
  /** The launch that was promoted or rolled back to. */
  readonly origin: { readonly variant: string; readonly number: number } | null;
  readonly subgraphs: readonly LaunchedSubgraph[];
  readonly outcome: Outcome;
  readonly createdAt: Date;
}

export type Outcome =
  | { readonly status: 'PENDING' }
  | { readonly status: 'SUCCEEDED'; readonly completedAt: Date /** Hexadecimal. */; readonly supergraph: string }
  | { readonly status: 'FAILED'; readonly completedAt: Date; readonly faults: readonly CompositionFault[] };
