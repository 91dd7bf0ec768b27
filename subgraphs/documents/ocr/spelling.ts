import type { WordGap } from './wordGaps.ts';

/** What a line of text says, and how sure that is. */
export interface ReadLine {
  readonly text: string;
  /** Mean probability of its characters, 0 to 1; 0 for an empty one. */
  readonly confidence: number;
}

const OF_NUMBERS = /[\p{N}.,:/-]/u;

/** @param file of PaddleOCR's: a character a line; its recogniser has nothing before them, and a space behind. */
export function parseCharacters(file: string): readonly string[] {
  return ['', ...file.replace(/\r?\n$/, '').split(/\r?\n/), ' '];
}

/**
 * The likeliest character of each step, those that repeat taken for one, and nothing between them dropped (Graves et al.,
 * Connectionist Temporal Classification, 2006, best path). The recogniser leaves out many a space, so one is put wherever
 * there is a gap between two words.
 * @param probabilities of each character at each step, a step after the other.
 * @param gaps their middles in steps.
 */
export function spell(
  probabilities: Float32Array,
  characters: readonly string[],
  gaps: readonly WordGap[] = [],
): ReadLine {
  const size = characters.length;
  const waiting = [...gaps];
  let [text, sum, count, before, lastAt] = ['', 0, 0, 0, 0];
  for (let step = 0; (step + 1) * size <= probabilities.length; step++) {
    const [best, most] = likeliest(probabilities.subarray(step * size, (step + 1) * size));
    if (best !== 0 && best !== before) {
      const character = characters[best] ?? '';
      while (waiting[0] !== undefined && waiting[0].at <= lastAt + 0.5) waiting.shift();
      const gap = waiting.find(({ at }) => at < step + 0.5);
      if (count > 0 && gap && needsSpace(text.at(-1) ?? ' ', character, gap)) text += ' ';
      text += character;
      sum += most;
      count += 1;
      lastAt = step;
    }
    before = best;
  }
  // Letters and digits of the width of Chinese ones are letters and digits.
  return { text: text.normalize('NFKC').trim(), confidence: count === 0 ? 0 : sum / count };
}

function needsSpace(before: string, after: string, { wide }: WordGap): boolean {
  if (before === ' ' || after === ' ') return false;
  return wide || !(OF_NUMBERS.test(before) && OF_NUMBERS.test(after));
}

function likeliest(probabilities: Float32Array): readonly [index: number, probability: number] {
  let [best, most] = [0, 0];
  for (let index = 0; index < probabilities.length; index++) {
    const probability = probabilities[index] ?? 0;
    if (probability > most) [best, most] = [index, probability];
  }
  return [best, most];
}
