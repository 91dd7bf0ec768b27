import type { Signals } from './signals.ts';

/** Bins of every number among the signals; 20, as Yurdakul (2018) and most users of PSI take 10 to 20. */
export const BINS = 20;

/** The signals that are numbers; `label` is counted by class. */
export type NumericSignal = Exclude<keyof Signals, 'label'>;

/** The ends of the bins of `embeddingNorm`; the other signals' bins are the same for every model. */
export interface NormRange {
  readonly from: number;
  readonly to: number;
}

/**
 * The bin a value falls into, 0 to 19: equal ones of [0, 1] for shares and probabilities, half octaves from 1 for
 * `length` (1, 1.4, 2, 2.8, 4, … and all from 724), equal ones of `range` for `embeddingNorm`.
 * A value beyond the ends counts in the end bin, because rounding makes probabilities of 1.0000001.
 * @returns -1 for NaN, which belongs nowhere: it is not to be counted.
 */
export function binOf(signal: NumericSignal, value: number, range: NormRange): number {
  if (Number.isNaN(value)) return -1;
  if (signal === 'length') return clamp(Math.floor(2 * Math.log2(Math.max(value, 1))));
  if (signal === 'embeddingNorm') return clamp(Math.floor((BINS * (value - range.from)) / (range.to - range.from)));
  return clamp(Math.floor(BINS * value));
}

function clamp(bin: number): number {
  return Math.min(Math.max(bin, 0), BINS - 1);
}
