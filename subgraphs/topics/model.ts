import { defineModel } from '../../kit/model/defineModel.ts';
import type { Predicted } from '../../kit/model/handle.ts';
import { loadTextEncoder } from '../../kit/model/onnx/textEncoder.ts';
import { judgeFeatures, parseHead } from './head.ts';
import { itemFault } from './itemFault.ts';
import type { Judgement } from './judgement.ts';
import { asEnglish, gramsOf, withBlocks } from './text/features.ts';
import { parseLexicon } from './text/gloss.ts';
import type { Message } from './topics.ts';

/** Twice the encoder's 128 training tokens; about 190 English words. What follows is not read. */
export const MAX_TOKENS = 256;

/** What resolvers of the GraphQL type `Topic` are given. */
export type TopicRow = Predicted<Judgement>;

export default defineModel<Message, Judgement>({
  // The lengths that messages have: memory for the shapes of a session's runs is set aside once.
  warmUp: [
    { text: 'Where is my parcel?', language: 'en' },
    { text: 'Barang yang saya terima rusak, bagaimana cara mengembalikannya? '.repeat(4), language: 'id' },
  ],
  async load(folder) {
    const head = parseHead(String(await folder.read('head.json')));
    const lexicon = parseLexicon(String(await folder.read('lexicon.txt')));
    const encode = await loadTextEncoder(folder, { output: 'blocks', maxTokens: MAX_TOKENS });
    return {
      async predict(messages) {
        const faults = messages.map(itemFault);
        const sound = messages.filter((_, index) => faults[index] === null);
        // A text of signs alone has no words to gloss.
        const encodings = await encode(sound.map((message) => asEnglish(message, lexicon) || message.text));
        const judged = sound.map((message, index) => {
          const encoding = encodings[index];
          if (encoding === undefined) return new Error('The encoder left out a text.');
          const { vector, tokens, unknownTokens, norm } = encoding;
          const { output, signals } = judgeFeatures(
            head,
            message.language,
            withBlocks(gramsOf(message, lexicon), vector),
          );
          return { output, signals: { ...signals, length: tokens, unknownTokens, embeddingNorm: norm } };
        });
        const results = judged.values();
        return faults.map((fault) => fault ?? results.next().value ?? new Error('A text was left out.'));
      },
    };
  },
});
