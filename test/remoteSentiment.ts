import { defineModel } from '../kit/model/defineModel.ts';
import { openRemoteModel } from '../kit/openInference/remote/remoteModel.ts';
import { type Judgement, signalsOf } from '../subgraphs/sentiment/judgement.ts';
import { textFault } from '../subgraphs/sentiment/textFault.ts';

/** Judges texts as the server that its manifest names does. */
export default defineModel<string, Judgement>({
  warmUp: ['Good.'],
  async load({ manifest, onUnload }) {
    const remote = await openRemoteModel(manifest);
    onUnload(async () => remote.close());
    return {
      async predict(texts) {
        const faults = texts.map(textFault);
        const fit = texts.filter((_, index) => faults[index] === null);
        if (fit.length === 0) return faults.map((fault) => fault ?? new Error('There is no text.'));
        const answer = await remote.infer({ text: { shape: [fit.length], data: fit } });
        const judgements = fit.map((_, index): Judgement => {
          const bytes = answer.label?.data[index];
          return {
            label:
              bytes instanceof Uint8Array && Buffer.from(bytes).toString() === 'POSITIVE' ? 'POSITIVE' : 'NEGATIVE',
            score: Number(answer.score?.data[index]),
            confidence: Number(answer.confidence?.data[index]),
          };
        });
        const next = judgements.values();
        return faults.map((fault) => {
          const { value } = fault ? {} : next.next();
          return value ? { output: value, signals: signalsOf(value) } : (fault ?? new Error('A text has no answer.'));
        });
      },
    };
  },
});
