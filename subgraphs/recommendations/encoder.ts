import { badInput } from '../../kit/errors.ts';
import { defineModel } from '../../kit/model/defineModel.ts';
import { loadTextEncoder } from '../../kit/model/onnx/textEncoder.ts';

/** What follows is not read: about 190 words. */
export const MAX_TOKENS = 256;

/** MiniLM: what a product's text means, as a vector of length 1. */
export default defineModel<string, Float32Array>({
  warmUp: ['Enamel tiffin. Three tiers for a packed lunch.'],
  async load(folder) {
    const encode = await loadTextEncoder(folder, { output: 'embedding', maxTokens: MAX_TOKENS });
    return {
      async predict(texts) {
        const encodings = await encode(texts);
        return texts.map((_, place) => {
          const encoding = encodings[place];
          if (encoding === undefined) return badInput('Expected a text with something in it.');
          const { vector, tokens, unknownTokens, norm } = encoding;
          return { output: vector, signals: { length: tokens, unknownTokens, embeddingNorm: norm } };
        });
      },
    };
  },
});
