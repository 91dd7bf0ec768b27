/** Bins a feature's values fall in; what is missing has one more, the last. */
export const MAX_BINS = 255;

/** A feature's values by bin: `x` is in the first bin whose threshold is at least `x`. */
export interface BinnedColumn {
  readonly thresholds: Float32Array;
  readonly bins: Uint8Array;
  /** The bin of what is missing: one above all others. */
  readonly missing: number;
}

/** Bins of about equally many items; of few different values each has its own. */
export function binColumn(values: Float32Array, maxBins = MAX_BINS): BinnedColumn {
  const thresholds = thresholdsOf(values, maxBins);
  const missing = thresholds.length + 1;
  return { thresholds, missing, bins: Uint8Array.from(values, (value) => binOf(value, thresholds, missing)) };
}

function thresholdsOf(values: Float32Array, maxBins: number): Float32Array {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  const distinct = sorted.filter((value, place) => place === 0 || value !== sorted[place - 1]);
  const few = distinct.length <= maxBins;
  const cuts = few
    ? Array.from({ length: Math.max(0, distinct.length - 1) }, (_, place) => between(distinct, place + 1))
    : Array.from({ length: maxBins - 1 }, (_, place) =>
        between(sorted, Math.floor(((place + 1) * sorted.length) / maxBins)),
      );
  return Float32Array.from(new Set(cuts));
}

/** A float32 from the value before `place` on, and below that at `place` where they differ. */
function between(sorted: Float32Array, place: number): number {
  const [low, high] = [sorted[place - 1] ?? 0, sorted[place] ?? 0];
  const middle = Math.fround(low + (high - low) / 2);
  return middle < high ? middle : low;
}

function binOf(value: number, thresholds: Float32Array, missing: number): number {
  if (Number.isNaN(value)) return missing;
  let [low, high] = [0, thresholds.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= (thresholds[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}
