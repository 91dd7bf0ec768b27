import { badInput } from '../../kit/errors.ts';
import { defineModel } from '../../kit/model/defineModel.ts';
import { loadTextEncoder } from '../../kit/model/textEncoder.ts';
import { headSchema, judge, type Prediction } from './model/head.ts';

/** Twice the encoder's 128 training tokens; about 190 English words. What follows is not read. */
export const MAX_TOKENS = 256;

/** What resolvers of the GraphQL type `Sentiment` are given. */
export type SentimentRow = Prediction;

export default defineModel<string, Prediction>({
  async load(folder) {
    const head = headSchema.parse(JSON.parse(String(await folder.read('head.json'))));
    const encode = await loadTextEncoder(folder, { output: 'blocks', maxTokens: MAX_TOKENS });
    return {
      async predict(texts) {
        const faults = texts.map(fault);
        const good = texts.filter((_, index) => faults[index] === null);
        const vectors = (await encode(good)).values();
        return faults.map((error) => error ?? judge(head, vectors.next().value ?? new Float32Array()));
      },
    };
  },
});

function fault(text: unknown): Error | null {
  if (typeof text === 'string' && text.trim() !== '') return null;
  return badInput(`Expected a text with at least one letter, got ${text === '' ? 'an empty one' : typeof text}.`);
}
