import type { Article } from '../retrieval/article.ts';
import type { Match } from '../retrieval/languageIndex.ts';
import type { Language } from '../text/language.ts';
import type { RankedQuestion } from './learnRanker.ts';
import type { DevQuestion } from './questions.ts';

export const FOLDS = 3;

export function foldOf(place: number): number {
  return (place * 7 + Math.floor(place / FOLDS)) % FOLDS;
}

/** Which features a ranker is given. */
export type Features = 'words' | 'words and meaning';

export function rowOf({ words, meaning }: Match, features: Features): readonly number[] {
  if (features === 'words') return words;
  if (meaning === null) throw new TypeError('There are no embeddings to rank by.');
  return [...words, ...meaning];
}

export function itemOf(
  matches: readonly Match[],
  { language, topicKnown, features }: { language: Language; topicKnown: boolean; features: Features },
): Omit<RankedQuestion, 'answer'> {
  return { language, topicKnown, articles: matches.map((match) => rowOf(match, features)) };
}

/**
 * What the topics island would say, which is not always right: of ten questions it does not know one and takes one for
 * another. A question that no article answers has the topic that was written down with it.
 */
export function supposedTopic(
  { article, topic }: DevQuestion,
  place: number,
  articles: readonly Article[],
): string | null {
  if (article === null) return topic;
  if (place % 10 === 0) return null;
  const own = articles.find(({ id }) => id === article)?.topic ?? null;
  if (place % 10 !== 1) return own;
  const topics = [...new Set(articles.map((one) => one.topic))];
  return topics[(topics.indexOf(own) + 1) % topics.length] ?? null;
}
