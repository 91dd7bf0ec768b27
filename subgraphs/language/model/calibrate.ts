import { CODES, type Code } from '../codes.ts';
import { softmax } from './softmax.ts';

/** What a model says of a message that it did not learn from: log odds in the order of the codes. */
export interface Scored {
  readonly sums: Float64Array;
  readonly code: Code;
}

const SEARCH_STEPS = 40;
const COLDEST = Math.log(0.05);
const HOTTEST = Math.log(20);
const BINS = 10;
/** Right answers that may be given up, of all, for saying `unknown` where nothing is sure. */
const GIVEN_UP = 0.005;

/**
 * The temperature by which log odds must be divided so that probabilities are honest: it minimises log loss
 * (Guo et al., On Calibration of Modern Neural Networks, 2017). Golden-section search; the loss has one minimum.
 */
export function fitTemperature(scored: readonly Scored[]): number {
  const golden = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [COLDEST, HOTTEST];
  for (let step = 0; step < SEARCH_STEPS; step++) {
    const [left, right] = [high - golden * (high - low), low + golden * (high - low)];
    if (logLoss(scored, Math.exp(left)) < logLoss(scored, Math.exp(right))) high = right;
    else low = left;
  }
  return Number(Math.exp((low + high) / 2).toFixed(2));
}

/** The highest threshold, in steps of 0.05, that gives up at most one right answer in 200. */
export function chooseThreshold(scored: readonly Scored[], temperature: number): number {
  const judged = scored.map(({ sums, code }) => {
    const probabilities = softmax(sums, temperature);
    const most = Math.max(...probabilities);
    return { told: CODES[probabilities.indexOf(most)], most, code };
  });
  const right = (threshold: number): number =>
    judged.filter(({ told, most, code }) => (most < threshold ? 'unknown' : told) === code).length;
  let chosen = 0;
  for (let step = 1; step < 20; step++) {
    if (right(step / 20) >= right(0) - GIVEN_UP * judged.length) chosen = step / 20;
  }
  return chosen;
}

/** Mean gap between confidence and accuracy over ten equal bins of confidence, weighted by their items. */
export function expectedCalibrationError(
  judged: readonly { readonly confidence: number; readonly right: boolean }[],
): number {
  const bins = Array.from({ length: BINS }, () => ({ confidence: 0, right: 0 }));
  for (const { confidence, right } of judged) {
    const bin = bins[Math.min(Math.floor(confidence * BINS), BINS - 1)];
    if (bin === undefined) continue;
    bin.confidence += confidence;
    if (right) bin.right++;
  }
  return bins.reduce((sum, { confidence, right }) => sum + Math.abs(confidence - right), 0) / judged.length;
}

function logLoss(scored: readonly Scored[], temperature: number): number {
  return scored.reduce((sum, { sums, code }) => {
    const likely = softmax(sums, temperature)[CODES.indexOf(code)] ?? 0;
    return sum - Math.log(Math.max(likely, Number.MIN_VALUE));
  }, 0);
}
