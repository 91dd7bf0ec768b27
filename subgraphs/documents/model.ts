import { badInput } from '../../kit/errors.ts';
import { defineModel } from '../../kit/model/defineModel.ts';
import { judge, parseHead } from './head.ts';
import type { Judgement } from './kinds.ts';
import { featuresOf } from './text/features.ts';

/** Says of what kind a document is, by its text. */
export default defineModel<string, Judgement>({
  warmUp: ['Invoice no. 417. Total due: SGD 38.50'],
  async load(folder) {
    const head = parseHead(String(await folder.read('head.json')));
    return {
      predict: async (texts) =>
        texts.map((text) =>
          typeof text === 'string'
            ? judge(head, text, featuresOf)
            : badInput(`Expected the text of a document, got ${typeof text}.`),
        ),
    };
  },
});
