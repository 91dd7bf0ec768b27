import { defineModel } from '../../kit/model/defineModel.ts';
import { loadTextEncoder } from '../../kit/model/onnx/textEncoder.ts';

/** A text's embedding by MiniLM, in whichever form its folder has it. */
export default defineModel<string, Float32Array>({
  warmUp: ['a text', 'a longer text, '.repeat(30)],
  async load(folder) {
    const encode = await loadTextEncoder(folder, { output: 'embedding', maxTokens: 256 });
    return {
      predict: async (texts) => (await encode(texts)).map(({ vector }) => ({ output: vector, signals: {} })),
    };
  },
});
