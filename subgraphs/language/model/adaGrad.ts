import type { TextVector } from '../../../kit/model/text/characterGrams.ts';
import { softmax } from './softmax.ts';

export interface Example {
  readonly vector: TextVector;
  /** The place of its class. */
  readonly label: number;
}

export interface AdaGradOptions {
  readonly classes: number;
  readonly features: number;
  readonly epochs: number;
  readonly rate: number;
  /** Strength of the prior that keeps weights small, at each step of an example. */
  readonly decay: number;
}

export interface LinearWeights {
  /** Those of a feature stand together: that of class `c` at `feature · classes + c`. */
  readonly weights: Float32Array;
  readonly bias: Float64Array;
}

const SMALLEST_SQUARES = 1e-3;
const SEED = 7;

/**
 * Softmax regression by AdaGrad (Duchi, Hazan, Singer, JMLR 2011), example by example, in an order shuffled from a fixed
 * seed: equal input gives an equal model. L-BFGS goes through all weights at each step, and here are half a million of
 * which an example has a hundred: it took minutes where this takes seconds, and was no better.
 */
export function trainByAdaGrad(
  examples: readonly Example[],
  { classes, features, epochs, rate, decay }: AdaGradOptions,
): LinearWeights {
  const weights = new Float32Array(features * classes);
  const squares = new Float32Array(features * classes).fill(SMALLEST_SQUARES);
  const bias = new Float64Array(classes);
  const biasSquares = new Float64Array(classes).fill(SMALLEST_SQUARES);
  const order = Uint32Array.from(examples.keys());
  const next = random(SEED);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, next);
    for (const index of order) {
      const example = examples[index];
      if (!example) continue;
      const { indices, values } = example.vector;
      const errors = softmax(scores({ weights, bias }, example.vector));
      errors[example.label] = (errors[example.label] ?? 0) - 1;
      for (let c = 0; c < classes; c++) {
        const slope = errors[c] ?? 0;
        const sum = (biasSquares[c] ?? 0) + slope * slope;
        biasSquares[c] = sum;
        bias[c] = (bias[c] ?? 0) - (rate * slope) / Math.sqrt(sum);
      }
      for (let i = 0; i < indices.length; i++) {
        const [first, value] = [(indices[i] ?? 0) * classes, values[i] ?? 0];
        for (let c = 0; c < classes; c++) {
          const place = first + c;
          const weight = weights[place] ?? 0;
          const slope = (errors[c] ?? 0) * value + decay * weight;
          const sum = (squares[place] ?? 0) + slope * slope;
          squares[place] = sum;
          weights[place] = weight - (rate * slope) / Math.sqrt(sum);
        }
      }
    }
  }
  return { weights, bias };
}

/** What each class has for it: log odds, not yet normalised. */
export function scores({ weights, bias }: LinearWeights, { indices, values }: TextVector): Float64Array {
  const sums = Float64Array.from(bias);
  const classes = sums.length;
  for (let i = 0; i < indices.length; i++) {
    const [first, value] = [(indices[i] ?? 0) * classes, values[i] ?? 0];
    for (let c = 0; c < classes; c++) sums[c] = (sums[c] ?? 0) + (weights[first + c] ?? 0) * value;
  }
  return sums;
}

/** Fisher and Yates. */
function shuffle(order: Uint32Array, next: () => number): void {
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(next() * (last + 1));
    [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
  }
}

/** A linear congruential generator (Numerical Recipes), from 0 to below 1. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
