import { softmax } from '../../../models/training/softmaxRegression.ts';
import type { Calibration } from '../head.ts';
import { KINDS, type Kind } from '../kinds.ts';

/** A document that the model has not seen, and how it scores the kinds. */
export interface Scored {
  readonly kind: Kind;
  readonly scores: Float64Array;
}

const SEARCH_STEPS = 40;
const TEMPERATURES = { coldest: Math.log(0.01), hottest: Math.log(1) };
const THRESHOLDS = Array.from({ length: 13 }, (_, index) => Number((0.2 + index * 0.05).toFixed(2)));
/** Kinds that are told are at least so often right, where any threshold makes them so. */
const PRECISION = 0.9;

/**
 * Chooses, on documents that the model has not seen, the temperature that makes probabilities honest, then the lowest
 * threshold from which the kinds that are told are right often enough.
 */
export function calibrate(scored: readonly Scored[], print: (line: string) => void): Calibration {
  const temperature = Number(fitTemperature(scored).toFixed(3));
  const trials = THRESHOLDS.map((kindFrom) => {
    const told = scored.flatMap(({ kind, scores }) => {
      const probabilities = [...softmax(scores, temperature)];
      const most = Math.max(...probabilities);
      return most < kindFrom ? [] : [KINDS[probabilities.indexOf(most)] === kind];
    });
    return { kindFrom, told: told.length, precision: told.filter(Boolean).length / Math.max(1, told.length) };
  });
  for (const { kindFrom, told, precision } of trials) {
    print(`    kinds from ${kindFrom.toFixed(2)}: told of ${told} of ${scored.length}, right ${precision.toFixed(3)}`);
  }
  const chosen = trials.find(({ precision }) => precision >= PRECISION) ?? trials.at(-1);
  const kindFrom = chosen?.kindFrom ?? 1;
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
