import { defineModel } from '../../kit/model/defineModel.ts';
import type { Encoded, ReadText } from './encoder.ts';
import { fusionSchema } from './fusion.ts';
import { wordsOf } from './text/wordsOf.ts';

/** The cheaper model that answers when MiniLM cannot: words alone are compared. */
export default defineModel<ReadText, Encoded>({
  warmUp: [{ text: 'umbrella for two', as: 'query' }],
  async load(folder) {
    const fusion = fusionSchema.parse(JSON.parse(String(await folder.read('fusion.json'))));
    return {
      predict: async (items) =>
        items.map(({ text, as }) =>
          as === 'product'
            ? new Error('A product has to be embedded, which words alone cannot do.')
            : { output: { vector: null, fusion }, signals: { length: Math.max(1, wordsOf(text).length) } },
        ),
    };
  },
});
