import { type BinnedColumn, MAX_BINS } from './binning.ts';

/** Bins of one feature, what is missing included. */
const STRIDE = MAX_BINS + 1;

/** First and second derivatives of the loss. */
export interface Gradients {
  readonly first: Float64Array;
  readonly second: Float64Array;
}

/** For each feature and bin of some items, the sum of their derivatives and how many there are. */
export class Histogram {
  readonly first: Float64Array;
  readonly second: Float64Array;
  readonly counts: Int32Array;

  private constructor(features: number) {
    this.first = new Float64Array(features * STRIDE);
    this.second = new Float64Array(features * STRIDE);
    this.counts = new Int32Array(features * STRIDE);
  }

  static of(rows: Int32Array, columns: readonly BinnedColumn[], gradients: Gradients): Histogram {
    const histogram = new Histogram(columns.length);
    const { first, second, counts } = histogram;
    for (const [feature, { bins }] of columns.entries()) {
      const offset = feature * STRIDE;
      for (let place = 0; place < rows.length; place++) {
        const row = rows[place] ?? 0;
        const bin = offset + (bins[row] ?? 0);
        first[bin] = (first[bin] ?? 0) + (gradients.first[row] ?? 0);
        second[bin] = (second[bin] ?? 0) + (gradients.second[row] ?? 0);
        counts[bin] = (counts[bin] ?? 0) + 1;
      }
    }
    return histogram;
  }

  /** Of the items of this one that are not in `part`. */
  without(part: Histogram): Histogram {
    const rest = new Histogram(this.counts.length / STRIDE);
    for (let bin = 0; bin < rest.counts.length; bin++) {
      rest.first[bin] = (this.first[bin] ?? 0) - (part.first[bin] ?? 0);
      rest.second[bin] = (this.second[bin] ?? 0) - (part.second[bin] ?? 0);
      rest.counts[bin] = (this.counts[bin] ?? 0) - (part.counts[bin] ?? 0);
    }
    return rest;
  }

  /** Where a feature's bins begin in the arrays. */
  static offsetOf(feature: number): number {
    return feature * STRIDE;
  }
}
