import { minimize } from '../../../models/training/minimize.ts';
import { probabilities, type RankerItem, type Weights } from '../ranking.ts';

export interface RankedQuestion extends RankerItem {
  /** The place of the article that answers; null when none does. */
  readonly answer: number | null;
}

type Learned = Omit<Weights, 'threshold'>;

const PRIOR = 0.3;
const TOLERANCE = 1e-4;
const DIGITS = 3;

/** Maximises the likelihood of the answers, a prior on the weights included. The problem is convex: there is no seed. */
export function learnRanker(questions: readonly RankedQuestion[]): Learned {
  const features = questions[0]?.articles[0]?.length ?? 0;
  const point = minimize((given) => lossAndGradient(given, questions, features), features + 2, TOLERANCE);
  const { articles, none, noneWithTopic } = read(point, features);
  return { articles: articles.map(rounded), none: rounded(none), noneWithTopic: rounded(noneWithTopic) };
}

function lossAndGradient(point: Float64Array, questions: readonly RankedQuestion[], features: number) {
  const weights = read(point, features);
  const gradient = new Float64Array(point.length);
  const add = (place: number, value: number): void => {
    gradient[place] = (gradient[place] ?? 0) + value / questions.length;
  };
  let loss = 0;
  for (const item of questions) {
    const all = probabilities(weights, item);
    const answer = item.answer ?? item.articles.length;
    loss -= Math.log(Math.max(all[answer] ?? 0, Number.MIN_VALUE));
    for (const [article, row] of item.articles.entries()) {
      const error = (all[article] ?? 0) - (article === answer ? 1 : 0);
      for (const [place, value] of row.entries()) if (value !== 0) add(place, error * value);
    }
    const error = (all.at(-1) ?? 0) - (item.answer === null ? 1 : 0);
    add(features, error);
    if (item.topicKnown) add(features + 1, error);
  }
  for (const [place, weight] of point.entries()) {
    if (place === features) continue;
    loss += (PRIOR / 2) * weight * weight;
    add(place, PRIOR * weight);
  }
  return { loss: loss / questions.length, gradient };
}

function read(point: Float64Array, features: number): Learned {
  return {
    articles: Array.from(point.subarray(0, features)),
    none: point[features] ?? 0,
    noneWithTopic: point[features + 1] ?? 0,
  };
}

function rounded(value: number): number {
  return Number(value.toFixed(DIGITS));
}
