import { defineModel } from '../../kit/model/defineModel.ts';
import type { Predicted } from '../../kit/model/handle.ts';
import type { Detection } from './detection.ts';
import { detect, parseWeights } from './model/linearModel.ts';
import { textFault } from './textFault.ts';

/** What resolvers of the GraphQL type `Language` are given. */
export type LanguageRow = Predicted<Detection>;

export default defineModel<string, Detection>({
  warmUp: ['Where is my parcel?', 'พัสดุอยู่ที่ไหน'],
  async load(folder) {
    const model = parseWeights(String(await folder.read('weights.json')));
    return {
      async predict(texts) {
        return texts.map((text) => textFault(text) ?? detect(model, text));
      },
    };
  },
});
