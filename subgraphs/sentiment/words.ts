import { defineModel } from '../../kit/model/defineModel.ts';
import type { Judgement } from './judgement.ts';
import { textFault } from './textFault.ts';
import { judgeWords } from './words/judgeWords.ts';
import { readWords } from './words/terms.ts';
import { parseWeights } from './words/wordModel.ts';

/** The cheaper model that answers when MiniLM cannot: it weighs words, in microseconds and without onnxruntime. */
export default defineModel<string, Judgement>({
  warmUp: ['Good.'],
  async load(folder) {
    const model = parseWeights(String(await folder.read('weights.json')));
    return {
      async predict(texts) {
        return texts.map((text) => textFault(text) ?? judgeWords(model, readWords(text)));
      },
    };
  },
});
