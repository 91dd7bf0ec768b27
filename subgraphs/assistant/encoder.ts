import { badInput } from '../../kit/errors.ts';
import { defineModel } from '../../kit/model/defineModel.ts';
import { loadTextEncoder } from '../../kit/model/onnx/textEncoder.ts';
import { adapt, adapterSchema, readMatrix } from './encoder/adapter.ts';
import { inEnglish } from './text/inEnglish.ts';
import type { Language } from './text/language.ts';

/** What follows is not read: about 95 words, more than any passage has. */
export const MAX_TOKENS = 128;

export interface ReadText {
  readonly text: string;
  readonly language: Language;
  /** A question is turned towards the passages that answer it; a passage is embedded as it is. */
  readonly as: 'question' | 'passage';
}

/** MiniLM, to which Indonesian is read word by word in English. The vectors have length 1. */
export default defineModel<ReadText, Float32Array>({
  warmUp: [
    { text: 'Where is my parcel?', language: 'en', as: 'question' },
    { text: 'My parcel is later than promised. Once it is late, write to us.', language: 'en', as: 'passage' },
  ],
  async load(folder) {
    const adapter = adapterSchema.parse(JSON.parse(String(await folder.read('adapter.json'))));
    const matrices = { en: readMatrix(adapter.en), id: readMatrix(adapter.id) };
    const encode = await loadTextEncoder(folder, { output: 'embedding', maxTokens: MAX_TOKENS });
    return {
      async predict(items) {
        // A text of words that mean nothing by themselves is read as it is.
        const texts = items.map(({ text, language }) => inEnglish(text, language) || text);
        const encodings = await encode(texts);
        return items.map(({ language, as }, place) => {
          const encoding = encodings[place];
          if (encoding === undefined) return badInput('Expected a text with something in it.');
          const { vector, tokens, unknownTokens, norm } = encoding;
          return {
            output: as === 'question' ? adapt(matrices[language], vector) : vector,
            signals: { length: tokens, unknownTokens, embeddingNorm: norm },
          };
        });
      },
    };
  },
});
