import type { Entry } from './pictureIndex.ts';
import type { Embedding } from './productTables.ts';

export interface Match {
  readonly productId: string;
  readonly likeness: number;
}

/** What a picture is compared by: its vector, or its colours where there is none. */
export type Asked = Pick<Embedding, 'histogram'> & { readonly vector: Embedding['vector'] | null };

/** The products whose pictures are likest, the likest first; of equal ones that with the first id. The product itself is none. */
export function nearest(
  { vector, histogram }: Asked,
  entries: readonly Entry[],
  { except, first }: { readonly except: string; readonly first: number },
): readonly Match[] {
  return entries
    .filter(({ id }) => id !== except)
    .map((entry) => ({
      productId: entry.id,
      likeness: vector === null ? product(histogram, entry.histogram) : product(vector, entry.vector),
    }))
    .sort((a, b) => b.likeness - a.likeness || (a.productId < b.productId ? -1 : 1))
    .slice(0, first);
}

/** The cosine of two vectors of length 1. */
function product(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (let place = 0; place < one.length; place++) sum += (one[place] ?? 0) * (other[place] ?? 0);
  return Math.min(1, sum);
}
