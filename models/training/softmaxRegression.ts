import { minimize } from './minimize.ts';
import { addScaled, dot, type Vector } from './vector.ts';

/** Labelled vectors: row `i` is `vectors[i]`, its class is `labels[i]`, from 0 to `classes` - 1. */
export interface ClassedVectors {
  readonly vectors: readonly Vector[];
  readonly labels: readonly number[];
  readonly classes: number;
  /** How many weights the vectors need. */
  readonly size: number;
}

/** One row of weights and one bias for each class. */
export interface SoftmaxModel {
  readonly weights: readonly Float64Array[];
  readonly bias: Float64Array;
}

/** The largest gradient component at which the optimum counts as found. */
const TOLERANCE = 1e-6;

/**
 * Multinomial logistic regression: minimises the sum of log losses + prior/2 · |weights|², the biases left free. The
 * problem is convex: there is no seed, and equal input gives an equal model. A larger prior keeps weights smaller.
 */
export function trainSoftmaxRegression(data: ClassedVectors, prior: number): SoftmaxModel {
  const l2 = prior / data.vectors.length;
  return read(
    minimize((point) => lossAndGradient(data, point, l2), data.classes * (data.size + 1), TOLERANCE),
    data,
  );
}

/** What each class has for it; their softmax is the probability. */
export function logits({ weights, bias }: SoftmaxModel, vector: Vector): Float64Array {
  return Float64Array.from(weights, (row, index) => dot(vector, row) + (bias[index] ?? 0));
}

/** Probabilities that sum to 1, of logits divided by a temperature. */
export function softmax(scores: Float64Array, temperature = 1): Float64Array {
  const most = scores.reduce((high, score) => Math.max(high, score), Number.NEGATIVE_INFINITY);
  const odds = scores.map((score) => Math.exp((score - most) / temperature));
  const sum = odds.reduce((total, odd) => total + odd, 0);
  return odds.map((odd) => odd / sum);
}

/** The rows of the classes, then the biases. */
function read(point: Float64Array, { classes, size }: Pick<ClassedVectors, 'classes' | 'size'>): SoftmaxModel {
  return {
    weights: Array.from({ length: classes }, (_, index) => point.subarray(index * size, (index + 1) * size)),
    bias: point.subarray(classes * size),
  };
}

function lossAndGradient(data: ClassedVectors, point: Float64Array, l2: number) {
  const { vectors, labels, classes, size } = data;
  const gradient = new Float64Array(point.length);
  const [model, slopes] = [read(point, data), read(gradient, data)];
  let loss = 0;
  for (const [row, vector] of vectors.entries()) {
    const probabilities = softmax(logits(model, vector));
    const label = labels[row] ?? 0;
    loss -= Math.log(Math.max(probabilities[label] ?? 0, Number.MIN_VALUE));
    for (let index = 0; index < classes; index++) {
      const error = ((probabilities[index] ?? 0) - (index === label ? 1 : 0)) / vectors.length;
      const slope = slopes.weights[index];
      if (slope) addScaled(slope, vector, error);
      slopes.bias[index] = (slopes.bias[index] ?? 0) + error;
    }
  }
  let squares = 0;
  for (let place = 0; place < classes * size; place++) {
    const weight = point[place] ?? 0;
    squares += weight * weight;
    gradient[place] = (gradient[place] ?? 0) + l2 * weight;
  }
  return { loss: loss / vectors.length + (l2 / 2) * squares, gradient };
}
