import type { Signals } from '../../../kit/model/quality/signals.ts';
import { articles as worldArticles } from '../../../world/articles.ts';
import { type Adapter, adapt, readMatrix, writeMatrix } from '../encoder/adapter.ts';
import { signalsOf } from '../ranker.ts';
import { type Ranking, rank, type Weights } from '../ranking.ts';
import type { Article } from '../retrieval/article.ts';
import { LanguageIndex, type Match } from '../retrieval/languageIndex.ts';
import { passagesOf } from '../retrieval/passagesOf.ts';
import type { Language } from '../text/language.ts';
import { type Features, FOLDS, foldOf, itemOf, supposedTopic } from './devSet.ts';
import type { Embed } from './embed.ts';
import { learnAdapter, multiply } from './learnAdapter.ts';
import { learnRanker, type RankedQuestion } from './learnRanker.ts';
import type { DevQuestion } from './questions.ts';

/** Of the questions without an answer, the share that is to be handed off: above the 0.9 that is promised, for want of luck. */
const HANDED_OFF = 0.93;

export interface LearnedRanker {
  readonly weights: Weights;
  /** What it noticed of questions that it had not seen. */
  readonly signals: readonly Signals[];
}

/** What is learned for one language. */
export interface LearnedLanguage {
  readonly language: Language;
  readonly index: LanguageIndex;
  readonly adapter: Adapter['en'];
  readonly hybrid: LearnedRanker;
  readonly words: LearnedRanker;
}

/**
 * Learns the adapter of questions, and both rankers. What a ranker learns from is made by adapters that had not seen the
 * question, and its threshold is chosen on questions that the ranker had not seen either.
 */
export async function learnLanguage(
  language: Language,
  questions: readonly DevQuestion[],
  embed: Embed,
  print: (line: string) => void,
): Promise<LearnedLanguage> {
  const articles = worldArticles.filter((article) => article.language === language);
  const passages: (readonly Float32Array[])[] = [];
  for (const article of articles) passages.push(await embed(passagesOf(article), language));
  const vectors = await embed(
    questions.map(({ text }) => text),
    language,
  );
  const index = new LanguageIndex(language, articles, ({ id }) => passages[placeOf(articles, id)] ?? null);

  const answered = questions.flatMap(({ article }, place) => {
    const vector = vectors[place];
    return article === null || vector === undefined
      ? []
      : [{ vector, article: placeOf(articles, article), fold: foldOf(place) }];
  });
  const adapters = Array.from({ length: FOLDS }, (_, fold) =>
    learnAdapter(
      answered.filter((one) => one.fold !== fold),
      passages,
    ),
  );
  print(`${language}: learned ${FOLDS} adapters for what they had not seen`);
  const match = (question: DevQuestion, place: number, topic: string | null): readonly Match[] => {
    const [adapter, vector] = [adapters[foldOf(place)], vectors[place]];
    if (adapter === undefined || vector === undefined) throw new TypeError('A question has no embedding.');
    return index.match({ text: question.text, topic }, unit(multiply(adapter, vector)));
  };
  const asked = questions.flatMap((question, place) => {
    const answer = question.article === null ? null : placeOf(articles, question.article);
    const topic = supposedTopic(question, place, articles);
    const asIs = { fold: foldOf(place), answer, topicKnown: false, matches: match(question, place, null) };
    return topic === null ? [asIs] : [asIs, { ...asIs, topicKnown: true, matches: match(question, place, topic) }];
  });
  const rankerOf = (features: Features): LearnedRanker => {
    const items = asked.map(({ fold, answer, topicKnown, matches }) => ({
      fold,
      answer,
      ...itemOf(matches, { language, topicKnown, features }),
    }));
    return chooseThreshold(language, features, items, print);
  };
  const [hybrid, words] = [rankerOf('words and meaning'), rankerOf('words')];
  const adapter = writeMatrix(learnAdapter(answered, passages));
  return { language, index, adapter, hybrid, words };
}

function chooseThreshold(
  language: Language,
  features: Features,
  items: readonly (RankedQuestion & { readonly fold: number })[],
  print: (line: string) => void,
): LearnedRanker {
  const judged = Array.from({ length: FOLDS }, (_, fold) => {
    const weights = { ...learnRanker(items.filter((item) => item.fold !== fold)), threshold: 0 };
    return items
      .filter((item) => item.fold === fold)
      .map((item) => ({ item, ranking: rank({ en: weights, id: weights }, item) }));
  }).flat();
  const plain = judged.filter(({ item }) => !item.topicKnown);
  const first = ({ best }: Ranking): number => best[0]?.probability ?? 0;
  const vain = plain.filter(({ item }) => item.answer === null).map(({ ranking }) => first(ranking));
  const threshold = Number((vain.toSorted((a, b) => a - b)[Math.floor(vain.length * HANDED_OFF)] ?? 1).toFixed(3));
  const answerable = plain.filter(({ item }) => item.answer !== null);
  const right = answerable.filter(({ item, ranking }) => ranking.best[0]?.article === item.answer);
  const told = answerable.filter(({ ranking }) => first(ranking) >= threshold);
  const rightOfTold = told.filter(({ item, ranking }) => ranking.best[0]?.article === item.answer);
  print(
    `${language}, by ${features}, dev: R@1 ${share(right, answerable)}, threshold ${threshold}, answered ${share(told, answerable)}, of those right ${share(rightOfTold, told)}`,
  );
  return {
    weights: { ...learnRanker(items), threshold },
    signals: answerable.map(({ ranking }) => signalsOf({ ...ranking, answers: first(ranking) >= threshold })),
  };
}

/** The question's embedding as the island has it. */
export function turned(adapter: Adapter['en'], vector: Float32Array): Float32Array {
  return adapt(readMatrix(adapter), vector);
}

function unit(vector: Float32Array): Float32Array {
  const norm = Math.hypot(...vector) || 1;
  return vector.map((value) => value / norm);
}

function placeOf(articles: readonly Article[], id: string): number {
  const place = articles.findIndex((article) => article.id === id);
  if (place >= 0) return place;
  throw new TypeError(`There is no article ${id}.`);
}

function share(some: readonly unknown[], all: readonly unknown[]): string {
  return (some.length / all.length).toFixed(3);
}
