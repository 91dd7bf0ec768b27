import { badInput } from '../../kit/errors.ts';
import { defineModel } from '../../kit/model/defineModel.ts';
import { loadTextEncoder } from '../../kit/model/onnx/textEncoder.ts';
import { askedSchema, readAsked, withAsked } from './asked.ts';
import { type Fusion, fusionSchema } from './fusion.ts';

/** What follows is not read: about 95 words. */
export const MAX_TOKENS = 128;

export interface ReadText {
  readonly text: string;
  readonly as: 'query' | 'product';
}

/** What a text is searched by. */
export interface Encoded {
  /** Of length 1 for a query; null where meaning cannot be compared. */
  readonly vector: Float32Array | null;
  /** How much it counts beside the words. */
  readonly fusion: Fusion;
}

/** MiniLM, which knows English only, and for products what shoppers ask when they mean them. */
export default defineModel<ReadText, Encoded>({
  warmUp: [
    { text: 'umbrella for two', as: 'query' },
    { text: 'Folding Umbrella. Opens and closes with one button, ten ribs that flip back in the wind.', as: 'product' },
  ],
  async load(folder) {
    const json = async (name: string): Promise<unknown> => JSON.parse(String(await folder.read(name)));
    const fusion = fusionSchema.parse(await json('fusion.json'));
    const asked = readAsked(askedSchema.parse(await json('asked.json')));
    const encode = await loadTextEncoder(folder, { output: 'embedding', maxTokens: MAX_TOKENS });
    return {
      async predict(items) {
        const encodings = await encode(items.map(({ text }) => text));
        return items.map(({ text, as }, place) => {
          const encoding = encodings[place];
          if (encoding === undefined) return badInput('Expected a text with something in it.');
          const { vector, tokens, unknownTokens, norm } = encoding;
          return {
            output: { vector: as === 'product' ? withAsked(vector, text, asked) : vector, fusion },
            // What is watched is what people ask.
            signals: as === 'product' ? {} : { length: tokens, unknownTokens, embeddingNorm: norm },
          };
        });
      },
    };
  },
});
