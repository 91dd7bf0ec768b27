import { z } from 'zod';
import { LANGUAGES, type Language } from './text/language.ts';

/** A question as the ranker is given it: what it has in common with each article. */
export interface RankerItem {
  readonly language: Language;
  /** Whether the topic of the message is known; then an article of another one is less likely. */
  readonly topicKnown: boolean;
  /** A row of features for each article. */
  readonly articles: readonly (readonly number[])[];
}

export interface Ranking {
  /** The likeliest articles, at most `KEPT`, the likeliest first. */
  readonly best: readonly {
    /** Its place among the item's articles. */
    readonly article: number;
    /** The probability that it is the one that answers, from 0 to 1. */
    readonly probability: number;
  }[];
  /** Whether the likeliest is likely enough to be told to a customer. */
  readonly answers: boolean;
}

/** The labels of its manifest: whether the likeliest article helps. */
export const LABELS = ['HELPFUL', 'UNHELPFUL'] as const;

/** More than anybody is shown. */
export const KEPT = 20;

const weightsSchema = z.strictObject({
  /** One for each feature of an article. */
  articles: z.array(z.number()),
  /** What an answer has to beat: that no article answers, and what a known topic adds to that. */
  none: z.number(),
  noneWithTopic: z.number(),
  /** The probability from which the likeliest article is told. */
  threshold: z.number(),
});
export type Weights = z.infer<typeof weightsSchema>;

/** ranker.json. */
export const rankerSchema = z.record(z.enum(LANGUAGES), weightsSchema);
export type Ranker = z.infer<typeof rankerSchema>;

/** The probability of each article, and last that none answers: a conditional logit (McFadden, 1974) with an option outside. */
export function probabilities(
  { articles: weights, none, noneWithTopic }: Omit<Weights, 'threshold'>,
  { topicKnown, articles }: Pick<RankerItem, 'topicKnown' | 'articles'>,
): Float64Array {
  const scores = Float64Array.from(articles, (row) =>
    row.reduce((sum, value, place) => sum + value * (weights[place] ?? 0), 0),
  );
  const all = Float64Array.of(...scores, none + (topicKnown ? noneWithTopic : 0));
  const most = all.reduce((high, score) => Math.max(high, score), Number.NEGATIVE_INFINITY);
  const odds = all.map((score) => Math.exp(score - most));
  const sum = odds.reduce((total, one) => total + one, 0);
  return odds.map((one) => one / sum);
}

export function rank(ranker: Ranker, item: RankerItem): Ranking {
  const weights = ranker[item.language];
  const all = probabilities(weights, item);
  const best = item.articles
    .map((_, article) => ({ article, probability: all[article] ?? 0 }))
    .sort((a, b) => b.probability - a.probability)
    .slice(0, KEPT);
  return { best, answers: (best[0]?.probability ?? 0) >= weights.threshold };
}
