import { z } from 'zod';
import { BINS, binOf, type NormRange, type NumericSignal } from './bins.ts';
import type { Signals } from './signals.ts';

const count = z.number().int().min(0);
const someItem = { error: 'expected at least one item to be counted; leave out a signal that no item has' };
const counts = z
  .array(count)
  .length(BINS)
  .refine((bins) => bins.some((items) => items > 0), someItem);

/**
 * The part `baseline` of a manifest: how often each signal had which value on data that the model is known to be good
 * on. Counts, not values, so that a manifest gives away nobody's text. bins.ts says what the 20 bins of a signal are.
 */
export const baselineSchema = z.strictObject({
  /** What was counted over, such as `the held-out reviews of …`. */
  on: z.string().min(1),
  /** Items that were counted; a signal that some items lack was counted over fewer. */
  n: z.number().int().min(1),
  /** Items by the class that the model chose. */
  labels: z
    .record(z.string(), count)
    .refine((labels) => Object.values(labels).some((items) => items > 0), someItem)
    .optional(),
  confidence: counts.optional(),
  margin: counts.optional(),
  length: counts.optional(),
  unknownTokens: counts.optional(),
  embeddingNorm: z
    .strictObject({ from: z.number(), to: z.number(), counts })
    .refine(({ from, to }) => from < to, { error: 'expected `from` to be less than `to`' })
    .optional(),
});

/** What production is compared with. */
export type Baseline = z.infer<typeof baselineSchema>;

/** Room on both sides of the norms that the baseline saw, as a share of their range and at least of the norm itself. */
const WIDER_BY = { range: 0.1, norm: 0.01 };

/**
 * Counts what a model noticed about the items of a data set, for its manifest. A signal that no item has is left out.
 * @param on what the items are.
 * @throws RangeError without items.
 */
export function createBaseline(on: string, signals: readonly Signals[]): Baseline {
  if (signals.length === 0) throw new RangeError('A baseline is counted over at least one item; got none.');
  const baseline: Baseline = { on, n: signals.length };
  const labels = countLabels(signals);
  if (labels) baseline.labels = labels;
  for (const signal of ['confidence', 'margin', 'length', 'unknownTokens'] as const) {
    const bins = countBins(signal, signals, { from: 0, to: 1 });
    if (bins) baseline[signal] = bins;
  }
  const range = normRange(signals);
  const norms = range && countBins('embeddingNorm', signals, range);
  if (norms) baseline.embeddingNorm = { ...range, counts: norms };
  return baseline;
}

function countLabels(signals: readonly Signals[]): Record<string, number> | undefined {
  const items = new Map<string, number>();
  for (const { label } of signals) if (label !== undefined) items.set(label, (items.get(label) ?? 0) + 1);
  return items.size === 0 ? undefined : Object.fromEntries([...items].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function countBins(signal: NumericSignal, signals: readonly Signals[], range: NormRange): number[] | undefined {
  const bins = Array.from({ length: BINS }, () => 0);
  for (const { [signal]: value } of signals) {
    const bin = value === undefined ? -1 : binOf(signal, value, range);
    if (bin >= 0) bins[bin] = (bins[bin] ?? 0) + 1;
  }
  return bins.some((items) => items > 0) ? bins : undefined;
}

function normRange(signals: readonly Signals[]): NormRange | undefined {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { embeddingNorm } of signals) {
    if (embeddingNorm === undefined || !Number.isFinite(embeddingNorm)) continue;
    from = Math.min(from, embeddingNorm);
    to = Math.max(to, embeddingNorm);
  }
  if (from > to) return undefined;
  const wider = Math.max(WIDER_BY.range * (to - from), WIDER_BY.norm * Math.abs(to)) || 1;
  // Off centre: norms that differ by rounding only would else lie on the edge between the two middle bins.
  return { from: from - wider, to: to + 1.1 * wider };
}
