import { CODES, type Code } from '../codes.ts';
import type { LabelledText } from '../model/dataset.ts';
import { type CueModel, wordsOf } from './cueModel.ts';

/** Texts that a word must be in, and the share of them that must be of one language, to be a cue of it. */
const MIN_TEXTS = 2;
const MIN_SHARE = 0.75;

/** The words that nearly only one language has. */
export function learnCues(texts: readonly LabelledText[]): CueModel['cues'] {
  const counts = new Map<string, Map<Code, number>>();
  for (const { text, code } of texts) {
    for (const word of new Set(wordsOf(text))) {
      const own = counts.get(word) ?? new Map<Code, number>();
      own.set(code, (own.get(code) ?? 0) + 1);
      counts.set(word, own);
    }
  }
  const cues = new Map<string, Code>();
  for (const [word, own] of counts) {
    const all = [...own.values()].reduce((sum, count) => sum + count, 0);
    const code = CODES.find((one) => (own.get(one) ?? 0) / all >= MIN_SHARE);
    if (all >= MIN_TEXTS && code && /^\p{Script=Latin}+$/u.test(word)) cues.set(word, code);
  }
  return cues;
}
