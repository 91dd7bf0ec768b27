import { nearest } from './products/nearest.ts';
import { readAttachedPicture } from './products/readAttachedPicture.ts';
import type { Context } from './resolvers.ts';

export interface SimilarProducts {
  readonly matches: readonly { readonly product: { readonly id: string }; readonly likeness: number }[];
  readonly model: { readonly name: string; readonly version: string };
  readonly degraded: boolean;
}

/** The products whose pictures are likest to a product's; one that is not in the index yet is looked at now. */
export async function similarProducts(
  { id, pictureId }: { readonly id: string; readonly pictureId: string },
  first: number,
  context: Context,
): Promise<SimilarProducts> {
  const { index, model } = context;
  const entries = await index.entries();
  const { name } = model.manifest;
  const known = entries.find((entry) => entry.pictureId === pictureId);
  const { output, ...predicted } = known
    ? { output: { ...known, embedding: known.vector }, model: { name, version: index.version }, degraded: false }
    : await model.predict(await readAttachedPicture(pictureId, context), context);
  const matches = nearest({ vector: output.embedding, histogram: output.histogram }, entries, { except: id, first });
  return {
    matches: matches.map(({ productId, likeness }) => ({ product: { id: productId }, likeness })),
    model: predicted.model,
    degraded: predicted.degraded,
  };
}
