import { defineModel } from '../../kit/model/defineModel.ts';
import { loadTextEncoder } from '../../kit/model/onnx/textEncoder.ts';
import type { Judgement } from './judgement.ts';
import { headSchema, judgeText, readText } from './model/head.ts';
import { textFault } from './textFault.ts';
import { parseValences } from './words/valences.ts';

/** Twice the encoder's 128 training tokens; about 190 English words. What follows is not read. */
export const MAX_TOKENS = 256;

export default defineModel<string, Judgement>({
  // The lengths that reviews have: memory for the shapes of a session's runs is set aside once.
  warmUp: ['Good.', 'It works as described and came a day early, so I would buy it again. '.repeat(6)],
  async load(folder) {
    const head = headSchema.parse(JSON.parse(String(await folder.read('head.json'))));
    const lexicon = parseValences(String(await folder.read('valences.txt')));
    const encode = await loadTextEncoder(folder, { output: 'blocks', maxTokens: MAX_TOKENS });
    return {
      async predict(texts) {
        const faults = texts.map(textFault);
        const encodings = (await encode(texts.filter((_, index) => faults[index] === null))).values();
        return faults.map((error, index) => {
          if (error) return error;
          const { value } = encodings.next();
          return value
            ? judgeText(head, readText(texts[index] ?? '', value, lexicon))
            : new Error('The encoder left out a text.');
        });
      },
    };
  },
});
