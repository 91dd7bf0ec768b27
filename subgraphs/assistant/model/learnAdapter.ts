import { minimize } from '../../../models/training/minimize.ts';
import { SIZE } from '../encoder/adapter.ts';

export interface AnsweredQuestion {
  readonly vector: Float32Array;
  /** The place of the article that answers. */
  readonly article: number;
}

/** Scores are cosines: so much apart by 0.1 makes one article 4.5 times as likely as another. */
const SHARPNESS = 15;
/** Of the squares of the weights. On dev 10 and 40 did alike, and 150 worse. */
const PRIOR = 20;
/** The largest gradient component at which it has learned enough: more does not show in the figures. */
const TOLERANCE = 3e-3;
const NEGLIGIBLE = 1e-4;

/**
 * Learns what to add to the identity, so that a question's embedding is nearest to the best passage of the article that
 * answers it. L-BFGS from zero: there is no seed.
 * @param passages of each article
 */
export function learnAdapter(
  questions: readonly AnsweredQuestion[],
  passages: readonly (readonly Float32Array[])[],
): Float64Array {
  return minimize((point) => lossAndGradient(point, questions, passages), SIZE * SIZE, TOLERANCE);
}

function lossAndGradient(
  point: Float64Array,
  questions: readonly AnsweredQuestion[],
  passages: readonly (readonly Float32Array[])[],
) {
  const gradient = new Float64Array(point.length);
  let loss = 0;
  for (const { vector, article } of questions) {
    const turned = multiply(point, vector);
    const best = passages.map((own) => nearest(turned, own));
    const odds = best.map(({ likeness }) => Math.exp(SHARPNESS * likeness));
    const sum = odds.reduce((total, one) => total + one, 0);
    loss -= Math.log((odds[article] ?? 0) / sum);
    const pull = new Float32Array(SIZE);
    for (const [place, { passage }] of best.entries()) {
      const error = SHARPNESS * ((odds[place] ?? 0) / sum - (place === article ? 1 : 0));
      if (passage === undefined || Math.abs(error) < NEGLIGIBLE) continue;
      for (let i = 0; i < SIZE; i++) pull[i] = (pull[i] ?? 0) + error * (passage[i] ?? 0);
    }
    for (let row = 0; row < SIZE; row++) {
      const factor = pull[row] ?? 0;
      for (let column = 0; column < SIZE; column++) {
        const place = row * SIZE + column;
        gradient[place] = (gradient[place] ?? 0) + factor * (vector[column] ?? 0);
      }
    }
  }
  for (let place = 0; place < point.length; place++) {
    const weight = point[place] ?? 0;
    loss += (PRIOR / 2) * weight * weight;
    gradient[place] = ((gradient[place] ?? 0) + PRIOR * weight) / questions.length;
  }
  return { loss: loss / questions.length, gradient };
}

/** By the identity and the weights. */
export function multiply(weights: Float64Array, vector: Float32Array): Float32Array {
  return vector.map((value, row) => {
    let sum = 0;
    for (let column = 0; column < SIZE; column++) sum += (weights[row * SIZE + column] ?? 0) * (vector[column] ?? 0);
    return value + sum;
  });
}

function nearest(vector: Float32Array, passages: readonly Float32Array[]) {
  let best: { likeness: number; passage: Float32Array | undefined } = {
    likeness: Number.NEGATIVE_INFINITY,
    passage: undefined,
  };
  for (const passage of passages) {
    let likeness = 0;
    for (let i = 0; i < SIZE; i++) likeness += (vector[i] ?? 0) * (passage[i] ?? 0);
    if (likeness > best.likeness) best = { likeness, passage };
  }
  return best;
}
