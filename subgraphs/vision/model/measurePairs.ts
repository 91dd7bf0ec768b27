import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Analysis } from '../analysis.ts';
import { nearest } from '../products/nearest.ts';
import { type AnalysePath, type Figure, share } from './measure.ts';

export const pair = z.looseObject({
  relation: z.enum(['same-object', 'same-kind']),
  query: z.string(),
  /** A pool of pools.json. */
  candidates: z.string(),
  /** Those of the pool that are a hit. */
  similar: z.array(z.string()),
});
export type Pair = z.infer<typeof pair>;

const poolsSchema = z.record(z.string(), z.array(z.string()));
const RELATIONS = {
  'same-object': 'held-out renders that ask for the drawing of the same object',
  'same-kind': 'held-out pictures that ask for another of their kind in the other style',
} as const;

/** How often the likest picture of a pool is a hit, by the model and by a colour histogram. */
export async function measurePairs(pairs: readonly Pair[], analyse: AnalysePath): Promise<Figure[]> {
  const pools = poolsSchema.parse(JSON.parse(await readFile(new URL('eval/pools.json', import.meta.url), 'utf8')));
  const seen = new Map<string, Analysis>();
  for (const path of new Set([...pairs.map(({ query }) => query), ...Object.values(pools).flat()])) {
    seen.set(path, await analyse(path));
  }
  const entries = (pool: string) =>
    (pools[pool] ?? []).map((path) => ({ id: path, pictureId: path, ...embeddingOf(seen.get(path)) }));
  const byPool = new Map(Object.keys(pools).map((pool) => [pool, entries(pool)]));
  const hits = (relation: Pair['relation'], by: 'model' | 'colours', first: number): number =>
    pairs.filter(({ relation: own, query, candidates, similar }) => {
      if (own !== relation) return false;
      const { vector, histogram } = embeddingOf(seen.get(query));
      const asked = { vector: by === 'model' ? vector : null, histogram };
      const found = nearest(asked, byPool.get(candidates) ?? [], { except: query, first });
      return found.some(({ productId }) => similar.includes(productId));
    }).length;
  return (['same-object', 'same-kind'] as const).flatMap((relation) => {
    const n = pairs.filter((one) => one.relation === relation).length;
    return [1, 5].flatMap((first) => [
      share(`hit among the first ${first}`, RELATIONS[relation], hits(relation, 'model', first), n),
      share(
        `hit among the first ${first} by a colour histogram`,
        RELATIONS[relation],
        hits(relation, 'colours', first),
        n,
      ),
    ]);
  });
}

function embeddingOf(analysis: Analysis | undefined) {
  if (!analysis?.embedding) throw new TypeError('A test picture has no embedding.');
  return { vector: analysis.embedding, histogram: analysis.histogram };
}
