import { defineModel } from '../../kit/model/defineModel.ts';
import type { Judgement } from './judgement.ts';
import { textFault } from './textFault.ts';
import { standardWords } from './words/indonesian.ts';
import { judgeWords } from './words/judgeWords.ts';
import { readWords } from './words/terms.ts';
import { parseWeights } from './words/wordModel.ts';

/** The cheaper model that answers when the Indonesian one cannot: words alone. */
export default defineModel<string, Judgement>({
  warmUp: ['Bagus.'],
  async load(folder) {
    const model = parseWeights(String(await folder.read('weights.json')));
    return {
      async predict(texts) {
        return texts.map((text) => textFault(text) ?? judgeWords(model, standardWords(readWords(text))));
      },
    };
  },
});
