import type { SubgraphEntry } from '../../subgraphs/index.ts';

/** What a placement has to know of an island that runs from the image of this repository. */
export interface Island {
  readonly name: string;
  readonly usesDatabase: boolean;
  readonly usesModels: boolean;
}

/** Names that a placement gives to what is not an island. */
const TAKEN: readonly string[] = ['router', 'postgres', 'world'];

/**
 * The islands of the list that need a place to run, in the list's order; one that runs elsewhere needs none.
 * @throws RangeError for an island whose name a placement already uses.
 */
export async function readIslands(list: Readonly<Record<string, SubgraphEntry>>): Promise<Island[]> {
  const islands = await Promise.all(
    Object.entries(list).map(async ([name, entry]) => {
      if (!(entry instanceof Function)) return [];
      if (TAKEN.includes(name)) {
        throw new RangeError(
          `An island may not be called ${TAKEN.join(', ')}: the placements use these names. Rename it.`,
        );
      }
      const { default: definition } = await entry();
      return [{ name, usesDatabase: definition.database !== undefined, usesModels: definition.models !== undefined }];
    }),
  );
  return islands.flat();
}
