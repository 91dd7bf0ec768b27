import { softmax } from '../../../models/training/softmaxRegression.ts';
import { type Calibration, judgeScores } from '../head.ts';
import { KINDS, type Kind } from '../kinds.ts';
import { measure } from './measure.ts';

/** A document that the model has not seen, and how it scores the kinds. */
export interface Scored {
  readonly kind: Kind;
  readonly scores: Float64Array;
}

const SEARCH_STEPS = 40;
const TEMPERATURES = { coldest: Math.log(0.01), hottest: Math.log(1) };
const THRESHOLDS = Array.from({ length: 13 }, (_, index) => Number((0.2 + index * 0.05).toFixed(2)));
/**
 * Chooses, on documents that the model has not seen, the temperature that makes probabilities honest, then the threshold
 * of kinds with the best macro-F1, where no answer counts as a wrong one; of equal ones the highest.
 */
export function calibrate(scored: readonly Scored[], print: (line: string) => void): Calibration {
  const temperature = Number(fitTemperature(scored).toFixed(3));
  const trials = THRESHOLDS.map((kindFrom) => {
    const judged = scored.map(({ kind, scores }) => ({
      kind,
      judgement: judgeScores(scores, { temperature, kindFrom }, 1).output,
    }));
    return { kindFrom, figures: measure(judged) };
  });
  for (const { kindFrom, figures } of trials) {
    const precision = figures.right / Math.max(1, figures.told);
    print(
      `    kinds from ${kindFrom.toFixed(2)}: macro-F1 ${figures.macroF1.toFixed(3)}, told of ${figures.told} of ${scored.length}, right ${precision.toFixed(3)}`,
    );
  }
  const { kindFrom } = trials.reduce((best, trial) => (trial.figures.macroF1 >= best.figures.macroF1 ? trial : best));
  print(`    chosen: temperature ${temperature}, kinds from ${kindFrom}`);
  return { temperature, kindFrom };
}

/** Golden-section search for the least log loss (Guo et al., On Calibration of Modern Neural Networks, 2017). */
function fitTemperature(scored: readonly Scored[]): number {
  const golden = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [TEMPERATURES.coldest, TEMPERATURES.hottest];
  for (let step = 0; step < SEARCH_STEPS; step++) {
    const [left, right] = [high - golden * (high - low), low + golden * (high - low)];
    if (logLoss(scored, Math.exp(left)) < logLoss(scored, Math.exp(right))) high = right;
    else low = left;
  }
  return Math.exp((low + high) / 2);
}

function logLoss(scored: readonly Scored[], temperature: number): number {
  return scored.reduce((sum, { kind, scores }) => {
    const right = softmax(scores, temperature)[KINDS.indexOf(kind)] ?? 0;
    return sum - Math.log(Math.max(right, Number.MIN_VALUE));
  }, 0);
}
