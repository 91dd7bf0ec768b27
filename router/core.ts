import type { Logger } from '../kit/log.ts';
import { OPERATION_LIMITS, type OperationLimits } from './operation/limits.ts';
import { Planner } from './operation/planner/planner.ts';
import { Snapshot } from './supergraph/snapshot.ts';
import type { Transport } from './transport/transport.ts';

export interface CoreLimits {
  readonly operation: OperationLimits;
  /** The most that one new operation may take to plan, in milliseconds. */
  readonly planningMs: number;
  /** New operations that may wait to be planned. */
  readonly waitingPlans: number;
  /** Errors told in one response. */
  readonly errors: number;
  /** Operations that each snapshot keeps prepared. */
  readonly cachedOperations: number;
  /** What a fetch may take beyond the largest `@deadline` of its fields, in milliseconds. */
  readonly deadlineMarginMs: number;
}

export const CORE_LIMITS: CoreLimits = {
  operation: OPERATION_LIMITS,
  planningMs: 2_000,
  waitingPlans: 200,
  errors: 100,
  cachedOperations: 2_000,
  deadlineMarginMs: 100,
};

export interface CoreOptions {
  /** The way to a subgraph; asked for each subgraph of each supergraph that is loaded. The caller closes it. */
  readonly transportTo: (subgraph: { readonly name: string; readonly url: string }) => Transport;
  readonly limits?: Partial<CoreLimits>;
  /** Joins `_entities` fetches that concurrent requests make in one turn of the event loop; on by default. */
  readonly batching?: boolean;
  /** Lets equal queries of one caller in flight together share one execution; on by default. */
  readonly deduplication?: boolean;
  /** Asks a subgraph once for an entity that an answer has several times; on by default. */
  readonly distinctRepresentations?: boolean;
  readonly log: Logger;
}

/** What makes supergraphs executable. It listens on nothing. */
export interface Core {
  /**
   * Checks a supergraph and makes it ready to execute.
   * @throws CodedError `SUPERGRAPH_INVALID`
   */
  load(sdl: string): Promise<Snapshot>;
  /** Ends the planner's thread; operations not yet planned are refused. */
  close(): Promise<void>;
}

export function createCore(options: CoreOptions): Core {
  const { transportTo, limits, batching = true, deduplication = true, distinctRepresentations = true, log } = options;
  const { operation, planningMs, waitingPlans, errors, cachedOperations, deadlineMarginMs } = {
    ...CORE_LIMITS,
    ...limits,
  };
  const planner = new Planner({ planningMs, waiting: waitingPlans });
  return {
    load: async (sdl) => {
      const { graph, loaded } = await planner.load(sdl);
      return new Snapshot({
        sdl,
        graph,
        loaded,
        planner,
        transportTo,
        operationLimits: operation,
        maxErrors: errors,
        cachedOperations,
        deadlineMarginMs,
        batching,
        deduplication,
        distinctRepresentations,
        log,
      });
    },
    close: () => planner.close(),
  };
}
