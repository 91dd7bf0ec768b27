import { defineModel } from '../../kit/model/defineModel.ts';
import { judgeFeatures, parseHead } from './head.ts';
import { itemFault } from './itemFault.ts';
import type { Judgement } from './judgement.ts';
import { gramsOf } from './text/features.ts';
import { parseLexicon, wordsOf } from './text/gloss.ts';
import type { Message } from './topics.ts';

/** The cheaper model that answers when MiniLM cannot: it reads character grams, without onnxruntime. */
export default defineModel<Message, Judgement>({
  warmUp: [{ text: 'Where is my parcel?', language: 'en' }],
  async load(folder) {
    const head = parseHead(String(await folder.read('head.json')));
    const lexicon = parseLexicon(String(await folder.read('lexicon.txt')));
    return {
      async predict(messages) {
        return messages.map((message) => {
          const fault = itemFault(message);
          if (fault) return fault;
          const { output, signals } = judgeFeatures(head, message.language, gramsOf(message, lexicon));
          return { output, signals: { ...signals, length: Math.max(1, wordsOf(message.text.slice(0, 1_000)).length) } };
        });
      },
    };
  },
});
