import { badInput } from '../../kit/errors.ts';
import { defineModel } from '../../kit/model/defineModel.ts';
import { judge, parseHead } from './head.ts';
import type { Judgement } from './kinds.ts';
import { wordsOf } from './text/features.ts';

/** The cheaper model that answers when the usual one cannot: it knows words and pairs of words alone. */
export default defineModel<string, Judgement>({
  warmUp: ['Invoice no. 417. Total due: SGD 38.50'],
  async load(folder) {
    const head = parseHead(String(await folder.read('head.json')));
    return {
      predict: async (texts) =>
        texts.map((text) =>
          typeof text === 'string'
            ? judge(head, text, wordsOf)
            : badInput(`Expected the text of a document, got ${typeof text}.`),
        ),
    };
  },
});
