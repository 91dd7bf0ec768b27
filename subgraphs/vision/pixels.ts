import { defineModel, type Prediction } from '../../kit/model/defineModel.ts';
import type { Analysis } from './analysis.ts';
import { lookAt } from './picture/lookAt.ts';
import { readPicture } from './picture/readPicture.ts';
import { WHITE_PIXEL } from './whitePixel.ts';

/** What pixels alone tell, for when the network cannot answer: quality and colours. It tells no tags, and moderates nothing. */
export default defineModel<Uint8Array, Analysis>({
  warmUp: [WHITE_PIXEL],
  async load() {
    const look = async (bytes: Uint8Array): Promise<Prediction<Analysis> | Error> => {
      try {
        const seen = lookAt(await readPicture(bytes));
        return { output: { ...seen, tags: [], moderation: null, embedding: null }, signals: {} };
      } catch (error) {
        return error instanceof Error ? error : new Error(String(error));
      }
    };
    return {
      async predict(pictures) {
        const results: (Prediction<Analysis> | Error)[] = [];
        for (const bytes of pictures) results.push(await look(bytes));
        return results;
      },
    };
  },
});
