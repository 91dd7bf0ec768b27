/** Labelled vectors: row `i` is `vectors[i]`, its class 0 or 1 is `labels[i]`. */
export interface LabelledVectors {
  readonly vectors: readonly Float32Array[];
  readonly labels: readonly (0 | 1)[];
}

export interface LinearModel {
  readonly weights: Float64Array;
  readonly bias: number;
}

const HISTORY = 10;
const MAX_ITERATIONS = 500;
/** The largest gradient component at which the optimum counts as found. */
const TOLERANCE = 1e-9;
const SUFFICIENT_DECREASE = 1e-4;

/**
 * Minimises the sum of log losses + prior/2 · |weights|² by L-BFGS (Nocedal and Wright, Numerical Optimization, algorithm 7.5).
 * The problem is convex and solved to its optimum: there is no seed, and equal input gives an equal model.
 * A larger prior keeps weights smaller; being a prior, it weighs less the more data there is.
 */
export function trainLogisticRegression(data: LabelledVectors, prior: number): LinearModel {
  const l2 = prior / data.vectors.length;
  const size = data.vectors[0]?.length ?? 0;
  let point = new Float64Array(size + 1);
  let here = lossAndGradient(data, point, l2);
  const steps: { change: Float64Array; gradientChange: Float64Array; curvature: number }[] = [];

  for (let iteration = 0; iteration < MAX_ITERATIONS && largest(here.gradient) > TOLERANCE; iteration++) {
    const direction = descentDirection(here.gradient, steps);
    const slope = dot(direction, here.gradient);
    let stride = 1;
    let next = moved(point, direction, stride);
    let there = lossAndGradient(data, next, l2);
    while (there.loss > here.loss + SUFFICIENT_DECREASE * stride * slope && stride > 1e-10) {
      stride /= 2;
      next = moved(point, direction, stride);
      there = lossAndGradient(data, next, l2);
    }
    const change = moved(next, point, -1);
    const gradientChange = moved(there.gradient, here.gradient, -1);
    const curvature = dot(change, gradientChange);
    if (curvature <= 0) break;
    steps.push({ change, gradientChange, curvature });
    if (steps.length > HISTORY) steps.shift();
    point = next;
    here = there;
  }
  return { weights: point.subarray(0, size), bias: point[size] ?? 0 };
}

/** Log odds of class 1. */
export function logit({ weights, bias }: LinearModel, vector: Float32Array): number {
  return dot(vector, weights) + bias;
}

function lossAndGradient({ vectors, labels }: LabelledVectors, point: Float64Array, l2: number) {
  const size = point.length - 1;
  const gradient = new Float64Array(size + 1);
  const model = { weights: point.subarray(0, size), bias: point[size] ?? 0 };
  let loss = 0;
  for (const [row, vector] of vectors.entries()) {
    const label = labels[row] ?? 0;
    const odds = logit(model, vector);
    // log(1 + e^odds) - label · odds, without overflow
    loss += Math.max(odds, 0) + Math.log1p(Math.exp(-Math.abs(odds))) - label * odds;
    const error = (1 / (1 + Math.exp(-odds)) - label) / vectors.length;
    for (let i = 0; i < size; i++) gradient[i] = (gradient[i] ?? 0) + error * (vector[i] ?? 0);
    gradient[size] = (gradient[size] ?? 0) + error;
  }
  for (let i = 0; i < size; i++) gradient[i] = (gradient[i] ?? 0) + l2 * (point[i] ?? 0);
  return { loss: loss / vectors.length + (l2 / 2) * dot(model.weights, model.weights), gradient };
}

function descentDirection(
  gradient: Float64Array,
  steps: readonly { change: Float64Array; gradientChange: Float64Array; curvature: number }[],
): Float64Array {
  let direction = gradient.map((value) => -value);
  const factors: number[] = [];
  for (const { change, gradientChange, curvature } of steps.toReversed()) {
    const factor = dot(change, direction) / curvature;
    factors.push(factor);
    direction = moved(direction, gradientChange, -factor);
  }
  const last = steps.at(-1);
  if (last) {
    const scale = last.curvature / dot(last.gradientChange, last.gradientChange);
    direction = direction.map((value) => value * scale);
  }
  for (const { change, gradientChange, curvature } of steps) {
    const factor = dot(gradientChange, direction) / curvature;
    direction = moved(direction, change, (factors.pop() ?? 0) - factor);
  }
  return direction;
}

function moved(from: Float64Array, direction: Float64Array, stride: number): Float64Array<ArrayBuffer> {
  return new Float64Array(from.length).map((_, i) => (from[i] ?? 0) + stride * (direction[i] ?? 0));
}

/** Over the length of the first. */
function dot(a: Float32Array | Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

function largest(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}
