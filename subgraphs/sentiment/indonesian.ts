import { defineModel } from '../../kit/model/defineModel.ts';
import { judgeIndonesian, parseIndonesian, readIndonesian } from './indonesian/indonesianModel.ts';
import type { Judgement } from './judgement.ts';
import { textFault } from './textFault.ts';

/** Weighs the words and character grams of an Indonesian text, in well under a millisecond and without onnxruntime. */
export default defineModel<string, Judgement>({
  warmUp: ['Bagus.'],
  async load(folder) {
    const [weights, grams] = await Promise.all([folder.read('weights.json'), folder.read('grams.json')]);
    const model = parseIndonesian(String(weights), String(grams));
    return {
      async predict(texts) {
        return texts.map((text) => textFault(text) ?? judgeIndonesian(model, readIndonesian(text)));
      },
    };
  },
});
