import { minimize } from './minimize.ts';
import { addScaled, dot, type Vector } from './vector.ts';

/** Labelled vectors: row `i` is `vectors[i]`, its class 0 or 1 is `labels[i]`. */
export interface LabelledVectors {
  readonly vectors: readonly Vector[];
  readonly labels: readonly (0 | 1)[];
  /** How many weights the vectors need. */
  readonly size: number;
}

export interface LinearModel {
  readonly weights: Float64Array;
  readonly bias: number;
}

/** The largest gradient component at which the optimum counts as found. */
const TOLERANCE = 1e-9;

/**
 * Minimises the sum of log losses + prior/2 · |weights|². The problem is convex and solved to its optimum: there is no
 * seed, and equal input gives an equal model.
 * A larger prior keeps weights smaller; being a prior, it weighs less the more data there is.
 */
export function trainLogisticRegression(data: LabelledVectors, prior: number): LinearModel {
  const { size } = data;
  const l2 = prior / data.vectors.length;
  const point = minimize((given) => lossAndGradient(data, given, l2), size + 1, TOLERANCE);
  return { weights: point.subarray(0, size), bias: point[size] ?? 0 };
}

/** Log odds of class 1. */
export function logit({ weights, bias }: LinearModel, vector: Vector): number {
  return dot(vector, weights) + bias;
}

function lossAndGradient({ vectors, labels, size }: LabelledVectors, point: Float64Array, l2: number) {
  const gradient = new Float64Array(size + 1);
  const model = { weights: point.subarray(0, size), bias: point[size] ?? 0 };
  let loss = 0;
  for (const [row, vector] of vectors.entries()) {
    const label = labels[row] ?? 0;
    const odds = logit(model, vector);
    // log(1 + e^odds) - label · odds, without overflow
    loss += Math.max(odds, 0) + Math.log1p(Math.exp(-Math.abs(odds))) - label * odds;
    const error = (1 / (1 + Math.exp(-odds)) - label) / vectors.length;
    addScaled(gradient, vector, error);
    gradient[size] = (gradient[size] ?? 0) + error;
  }
  for (let i = 0; i < size; i++) gradient[i] = (gradient[i] ?? 0) + l2 * (point[i] ?? 0);
  return { loss: loss / vectors.length + (l2 / 2) * dot(model.weights, model.weights), gradient };
}
