import { badInput } from '../../kit/errors.ts';
import { defineModel } from '../../kit/model/defineModel.ts';
import { loadTextEncoder } from '../../kit/model/textEncoder.ts';
import { features, headSchema } from './model/head.ts';

/** Twice the encoder's 128 training tokens; about 190 English words. What follows is not read. */
export const MAX_TOKENS = 256;

export interface Prediction {
  readonly label: 'POSITIVE' | 'NEGATIVE';
  /** -1 (negative) to 1 (positive): probability of positive minus that of negative. */
  readonly score: number;
  /** Calibrated probability of the label, 0.5 to 1. */
  readonly confidence: number;
}

/** What resolvers of the GraphQL type `Sentiment` are given. */
export type SentimentRow = Prediction;

export default defineModel<string, Prediction>({
  async load(folder) {
    const { blocks, temperature, bias, weights } = headSchema.parse(JSON.parse(String(await folder.read('head.json'))));
    const encode = await loadTextEncoder(folder, { output: 'blocks', maxTokens: MAX_TOKENS });
    const flat = weights.flat();

    const judge = (pooled: Float32Array): Prediction => {
      const logit = features(pooled, blocks).reduce((sum, value, i) => sum + value * (flat[i] ?? 0), bias);
      const positive = 1 / (1 + Math.exp(-logit / temperature));
      return {
        label: positive >= 0.5 ? 'POSITIVE' : 'NEGATIVE',
        score: 2 * positive - 1,
        confidence: Math.max(positive, 1 - positive),
      };
    };

    return {
      async predict(texts) {
        const faults = texts.map(fault);
        const good = texts.filter((_, index) => faults[index] === null);
        const vectors = (await encode(good)).values();
        return faults.map((error) => error ?? judge(vectors.next().value ?? new Float32Array()));
      },
    };
  },
});

function fault(text: unknown): Error | null {
  if (typeof text === 'string' && text.trim() !== '') return null;
  return badInput(`Expected a text with at least one letter, got ${text === '' ? 'an empty one' : typeof text}.`);
}
