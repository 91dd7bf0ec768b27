import { logit, trainLogisticRegression } from '../../../models/training/logisticRegression.ts';
import { TAG_LABELS } from '../tagLabels.ts';
import { factorise, gramOf, plus, ridged, type Symmetric, solveLower, solveUpper } from './symmetric.ts';
import type { TrainingPicture } from './trainingPictures.ts';
import { FLAT } from './variants.ts';

/** Strength of the prior that keeps weights small, as a share of the features' mean variance; chosen on pictures held out of training. */
const RIDGE = 0.3;
const FOLDS = 4;
/** Of the tags told of pictures that a model has not seen, as they are and flat, so many have to be right … */
const PRECISION = 0.9;
/** … and of so many families of pictures. */
const LEAST_FAMILIES = 4;

/** A training picture, each of its variants as features less their mean. */
export interface Example {
  readonly picture: TrainingPicture;
  readonly variants: readonly Float64Array[];
}

export interface LearnedTags {
  /** Of each tag, to be multiplied with the features. */
  readonly weights: readonly Float64Array[];
  readonly bias: readonly number[];
  readonly tellFrom: readonly (number | null)[];
  readonly calibration: { readonly slope: number; readonly offset: number };
  /** Of all examples' variants. */
  readonly gram: Symmetric;
  /** The scores of each picture's first variant, by a model that had not seen its family. */
  readonly heldOut: readonly Float64Array[];
}

/** What is summed over examples, so that those of one fold can be taken away again. */
interface Sums {
  readonly gram: Symmetric;
  /** For each tag, the features weighed by the targets. */
  readonly products: readonly Float64Array[];
  readonly targets: Float64Array;
  readonly count: number;
}

interface Scored {
  readonly score: number;
  readonly right: boolean;
  readonly family: string;
}

/**
 * Ridge regression from features to one indicator a tag, solved exactly: no seed, and equal input gives an equal model.
 */
export function learnTags(examples: readonly Example[]): LearnedTags {
  const folds = foldsOf(examples);
  const sums = Array.from({ length: FOLDS }, (_, fold) => sumsOf(examples.filter((_, place) => folds[place] === fold)));
  const all = sums.reduce((one, other) => combined(one, other, 1));
  const heldOut = examples.map((): Float64Array[] => []);
  for (const [fold, own] of sums.entries()) {
    const model = solve(combined(all, own, -1));
    for (const [place, { variants }] of examples.entries()) {
      if (folds[place] === fold) heldOut[place] = variants.map((vector) => scores(model, vector));
    }
  }
  const told = TAG_LABELS.map((_, tag) => scoredOf(examples, heldOut, tag));
  return {
    ...solve(all),
    gram: all.gram,
    tellFrom: told.map(thresholdOf),
    calibration: calibrate(told.flat()),
    heldOut: heldOut.map(([first]) => first ?? new Float64Array()),
  };
}

/** Families, in the order of their names, are dealt out in turn. */
function foldsOf(examples: readonly Example[]): readonly number[] {
  const families = [...new Set(examples.map(({ picture }) => picture.family))].sort();
  const folds = new Map(families.map((family, place) => [family, place % FOLDS]));
  return examples.map(({ picture }) => folds.get(picture.family) ?? 0);
}

function sumsOf(examples: readonly Example[]): Sums {
  const vectors = examples.flatMap(({ variants }) => variants);
  const size = vectors[0]?.length ?? 0;
  const products = TAG_LABELS.map(() => new Float64Array(size));
  const targets = new Float64Array(TAG_LABELS.length);
  for (const { picture, variants } of examples) {
    const wanted = TAG_LABELS.map((tag) => (picture.tags.includes(tag) ? 1 : picture.doubtful.includes(tag) ? 0.5 : 0));
    for (const vector of variants) {
      for (const [tag, target] of wanted.entries()) {
        targets[tag] = (targets[tag] ?? 0) + target;
        const product = products[tag];
        if (target === 0 || product === undefined) continue;
        for (let place = 0; place < size; place++) {
          product[place] = (product[place] ?? 0) + target * (vector[place] ?? 0);
        }
      }
    }
  }
  return { gram: gramOf(vectors), products, targets, count: vectors.length };
}

function combined(one: Sums, other: Sums, factor: 1 | -1): Sums {
  return {
    gram: plus(one.gram, other.gram, factor),
    products: one.products.map((product, tag) =>
      product.map((value, place) => value + factor * (other.products[tag]?.[place] ?? 0)),
    ),
    targets: one.targets.map((value, tag) => value + factor * (other.targets[tag] ?? 0)),
    count: one.count + factor * other.count,
  };
}

/** The features' mean is 0 over all examples, and close to it over all folds but one: the bias is the targets' mean. */
function solve({ gram, products, targets, count }: Sums): Pick<LearnedTags, 'weights' | 'bias'> {
  const factor = factorise(ridged(gram, RIDGE));
  return {
    weights: products.map((product) => solveUpper(factor, solveLower(factor, product))),
    bias: [...targets].map((sum) => sum / count),
  };
}

function scores({ weights, bias }: Pick<LearnedTags, 'weights' | 'bias'>, vector: Float64Array): Float64Array {
  return Float64Array.from(weights, (row, tag) =>
    row.reduce((sum, weight, place) => sum + weight * (vector[place] ?? 0), bias[tag] ?? 0),
  );
}

/** A tag's scores of pictures as they are and flat, those left out of which it is doubtful; the highest first. */
function scoredOf(
  examples: readonly Example[],
  heldOut: readonly (readonly Float64Array[])[],
  tag: number,
): readonly Scored[] {
  const label = TAG_LABELS[tag];
  if (label === undefined) return [];
  return examples
    .flatMap(({ picture }, place): Scored[] =>
      picture.doubtful.includes(label)
        ? []
        : [0, ...FLAT].map((variant) => ({
            score: heldOut[place]?.[variant]?.[tag] ?? 0,
            right: picture.tags.includes(label),
            family: picture.family,
          })),
    )
    .sort((a, b) => b.score - a.score);
}

/** The lowest score from which on enough of what is told is right; null where there is none. */
function thresholdOf(scored: readonly Scored[]): number | null {
  let threshold: number | null = null;
  let right = 0;
  const families = new Set<string>();
  for (const [place, one] of scored.entries()) {
    if (!one.right) continue;
    right += 1;
    families.add(one.family);
    if (right / (place + 1) >= PRECISION && families.size >= LEAST_FAMILIES) threshold = one.score;
  }
  return threshold;
}

/** One curve for all tags: a single tag has too few pictures for one of its own. */
function calibrate(scored: readonly Scored[]): LearnedTags['calibration'] {
  const vectors = scored.map(({ score }) => Float64Array.of(score));
  const data = { vectors, labels: scored.map(({ right }): 0 | 1 => (right ? 1 : 0)), size: 1 };
  const model = trainLogisticRegression(data, 0);
  const offset = logit(model, Float64Array.of(0));
  return { slope: model.weights[0] ?? 0, offset };
}
