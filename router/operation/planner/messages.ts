import type { GraphQLFormattedError } from 'graphql';
import type { Denial, GuardTable } from '../guards.ts';
import type { OperationLimits } from '../limits.ts';
import type { PlanNode } from '../plan.ts';

/** What the router's own thread asks of the planner's. */
export type PlannerRequest =
  | { readonly kind: 'load'; readonly id: number; readonly graph: number; readonly sdl: string }
  | { readonly kind: 'plan'; readonly id: number; readonly graph: number; readonly operation: OperationToPlan }
  | { readonly kind: 'drop'; readonly graph: number };

export interface OperationToPlan {
  readonly query: string;
  readonly operationName: string | undefined;
  /** The `@override` labels that hold for this request. */
  readonly labels: readonly string[];
  /** The guards that do not hold for whoever asks: their fields are not fetched. */
  readonly denials: readonly Denial[];
  readonly limits: OperationLimits;
  /** The most that planning it may take, in milliseconds. */
  readonly planningMs: number;
}

export type PlannerReply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'loaded'; readonly id: number; readonly graph: LoadedGraph }
  | { readonly kind: 'planned'; readonly id: number; readonly plan: PlanNode | null }
  | {
      readonly kind: 'refused';
      readonly id: number;
      readonly errors: readonly GraphQLFormattedError[];
      readonly stack: string | undefined;
    };

/** What the router's own thread needs to know of a supergraph. */
export interface LoadedGraph {
  readonly apiSdl: string;
  readonly subgraphs: readonly { readonly name: string; readonly url: string }[];
  /** Names of fields with arguments that `@requires` and contexts name: clients' own go by internal names. */
  readonly neededWithArguments: readonly string[];
  /** Interfaces that some subgraph has as an object: its `__typename` then says only what an object can do. */
  readonly interfaceObjects: readonly string[];
  readonly overrideLabels: readonly string[];
  readonly guards: GuardTable;
}
