import type { Prediction } from '../../../kit/model/defineModel.ts';
import { type Judgement, judgementOf, signalsOf } from '../judgement.ts';
import { type CalibratedWordModel, weigh } from './wordModel.ts';

/** @param words those that were read of the text. */
export function judgeWords(model: CalibratedWordModel, words: readonly string[]): Prediction<Judgement> {
  const { logOdds, known } = weigh(model, words);
  const output = judgementOf(logOdds / model.temperature);
  return {
    output,
    signals: {
      ...signalsOf(output),
      length: Math.max(1, words.length),
      unknownTokens: words.length === 0 ? 1 : (words.length - known) / words.length,
    },
  };
}
