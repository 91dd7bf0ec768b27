import { hasWork, usesJobs } from '../../kit/subgraph.ts';
import type { SubgraphEntry } from '../../subgraphs/index.ts';

/** What a placement has to know of an island that runs from the image of this repository. */
export interface Island {
  readonly name: string;
  readonly usesDatabase: boolean;
  readonly usesModels: boolean;
  /** Whether it submits or shows jobs, tells of changes or keeps projections. */
  readonly usesJobs: boolean;
  /** Whether it has jobs or projections of its own, for a worker beside it. */
  readonly hasWorker: boolean;
}

/** Names that a placement gives to what is not an island. */
export const PLACEMENT_NAMES: readonly string[] = ['router', 'postgres', 'rabbitmq', 'world'];

/**
 * The islands of the list that need a place to run, in the list's order; one that runs elsewhere needs none.
 * @throws RangeError for an island whose name a placement already uses.
 */
export async function readIslands(list: Readonly<Record<string, SubgraphEntry>>): Promise<Island[]> {
  const islands = await Promise.all(
    Object.entries(list).map(async ([name, entry]) => {
      if (!(entry instanceof Function)) return [];
      if (PLACEMENT_NAMES.includes(name)) {
        throw new RangeError(
          `An island may not be called ${PLACEMENT_NAMES.join(', ')}: the placements use these names. Rename it.`,
        );
      }
      const { default: definition } = await entry();
      const island: Island = {
        name,
        // The tables of jobs and changes are in the database that all share.
        usesDatabase: definition.database !== undefined || usesJobs(definition),
        usesModels: definition.models !== undefined,
        usesJobs: usesJobs(definition),
        hasWorker: hasWork(definition),
      };
      return [island];
    }),
  );
  return islands.flat();
}
