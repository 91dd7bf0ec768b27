import { addScaled, dot } from './vector.ts';

export interface LossAndGradient {
  readonly loss: number;
  readonly gradient: Float64Array;
}

const HISTORY = 10;
const MAX_ITERATIONS = 500;
const SUFFICIENT_DECREASE = 1e-4;
/** Below it a step changes nothing that a number shows. */
const SHORTEST_STRIDE = 1e-10;

/**
 * Minimises a convex function of `size` weights by L-BFGS, from zero (Nocedal and Wright, Numerical Optimization,
 * algorithm 7.5). There is no seed, and equal functions have equal results.
 * @param tolerance the largest gradient component at which the optimum counts as found
 */
export function minimize(
  lossAndGradient: (point: Float64Array) => LossAndGradient,
  size: number,
  tolerance: number,
): Float64Array {
  let point = new Float64Array(size);
  let here = lossAndGradient(point);
  const steps: { change: Float64Array; gradientChange: Float64Array; curvature: number }[] = [];

  for (let iteration = 0; iteration < MAX_ITERATIONS && largest(here.gradient) > tolerance; iteration++) {
    const direction = descentDirection(here.gradient, steps);
    const slope = dot(direction, here.gradient);
    let stride = 1;
    let next = moved(point, direction, stride);
    let there = lossAndGradient(next);
    while (there.loss > here.loss + SUFFICIENT_DECREASE * stride * slope && stride > SHORTEST_STRIDE) {
      stride /= 2;
      next = moved(point, direction, stride);
      there = lossAndGradient(next);
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
  return point;
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
  const to = new Float64Array(from);
  addScaled(to, direction, stride);
  return to;
}

function largest(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}
