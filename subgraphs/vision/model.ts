import { defineModel, type Prediction } from '../../kit/model/defineModel.ts';
import type { Predicted } from '../../kit/model/handle.ts';
import type { Analysis, Moderation } from './analysis.ts';
import { judge, parseHead } from './head.ts';
import { openNetwork } from './network.ts';
import { lookAt } from './picture/lookAt.ts';
import { readPicture } from './picture/readPicture.ts';
import type { SimilarProducts } from './similarProducts.ts';
import { WHITE_PIXEL } from './whitePixel.ts';

/** What resolvers of the GraphQL type `ImageAnalysis` are given. */
export type ImageAnalysisRow = Predicted<Analysis>;
/** … of `Product`, the picture undefined where catalog could not be asked … */
export interface ProductRow {
  readonly id: string;
  readonly picture?: { readonly id: string } | null;
}
/** … of `ImageModeration` … */
export type ImageModerationRow = Pick<Predicted<Analysis>, 'model' | 'degraded'> & { readonly moderation: Moderation };
/** … and of `SimilarProducts`. */
export type SimilarProductsRow = SimilarProducts;

export default defineModel<Uint8Array, Analysis>({
  warmUp: [WHITE_PIXEL],
  async load(folder) {
    const head = parseHead(String(await folder.read('head.json')));
    const network = await openNetwork(folder);
    const look = async (bytes: Uint8Array): Promise<Prediction<Analysis>> => {
      const picture = await readPicture(bytes);
      const { signals, ...judgement } = judge(head, await network(picture.view));
      return { output: { ...lookAt(picture), ...judgement }, signals };
    };
    return {
      async predict(pictures) {
        const results: (Prediction<Analysis> | Error)[] = [];
        // One after the other: the runtime's workers are the parallelism.
        for (const bytes of pictures) results.push(await look(bytes).catch(asError));
        return results;
      },
    };
  },
});

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
