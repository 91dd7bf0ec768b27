import { runInThisContext } from 'node:vm';
import type { Operation, Supergraph } from '@apollo/federation-internals';
import { type QueryPlan, QueryPlanner } from '@apollo/query-planner';

/** Ways the planner may weigh at one field. Product-like graphs have tens; more is a graph or a query made to explode. */
const PATHS_LIMIT = 1_000;

interface Attempt {
  /** Whole plans that may be compared. */
  readonly plans: number;
  /** Its part of the time. */
  readonly share: number;
}

/** The planner's own default first; then fewer plans to choose from, down to the first that does. */
const ATTEMPTS: readonly Attempt[] = [
  { plans: 10_000, share: 0.5 },
  { plans: 30, share: 0.25 },
  { plans: 1, share: 0.25 },
];

/**
 * Plans within a time. The planner may take minutes to compare plans, or go round in circles on one of them (a cycle
 * among fetches that it merged); with fewer to choose from it often finds a good one at once.
 */
export class PatientPlanner {
  readonly #supergraph: Supergraph;
  readonly #planners = new Map<number, QueryPlanner>();

  constructor(supergraph: Supergraph) {
    this.#supergraph = supergraph;
    this.#planner(ATTEMPTS[0]?.plans ?? 1);
  }

  /** @throws what the planner says in its last attempt. */
  plan(operation: Operation, overrideConditions: Map<string, boolean>, ms: number): QueryPlan {
    let failure: unknown;
    for (const { plans, share } of ATTEMPTS) {
      const planner = this.#planner(plans);
      try {
        return within(ms * share, () => planner.buildQueryPlan(operation, { overrideConditions }));
      } catch (error) {
        failure = error;
        // Interrupted anywhere, it may have left its caches half-filled.
        if (wasInterrupted(error)) this.#planners.delete(plans);
        else if (!(error instanceof RangeError)) throw error;
      }
    }
    throw failure;
  }

  #planner(plans: number): QueryPlanner {
    let planner = this.#planners.get(plans);
    if (!planner) {
      planner = new QueryPlanner(this.#supergraph, {
        exposeDocumentNodeInFetchNode: true,
        // Expanding is quicker than finding out which of the client's fragments fit a subgraph.
        reuseQueryFragments: false,
        debug: { pathsLimit: PATHS_LIMIT, maxEvaluatedPlans: plans },
      });
      this.#planners.set(plans, planner);
    }
    return planner;
  }
}

const SLOT = Symbol.for('archipelago.planning');

/** Runs synchronous work that is interrupted when it takes too long. Node interrupts only what it evaluates itself. */
function within<Result>(ms: number, work: () => Result): Result {
  let result: { readonly value: Result } | undefined;
  const run = (): void => {
    result = { value: work() };
  };
  Reflect.set(globalThis, SLOT, run);
  try {
    runInThisContext(`globalThis[Symbol.for('archipelago.planning')]()`, { timeout: Math.max(1, Math.ceil(ms)) });
  } finally {
    Reflect.deleteProperty(globalThis, SLOT);
  }
  if (!result) throw new Error('the work ended without a result');
  return result.value;
}

function wasInterrupted(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
}
