import { z } from 'zod';
import type { Manifest } from '../../../kit/model/folder/manifest.ts';
import { wilsonInterval } from '../../../kit/model/quality/wilsonInterval.ts';
import { type MeasuredModel, openTestSet } from '../../../models/training/testSet.ts';
import { type Ranker, rank } from '../ranking.ts';
import type { Match } from '../retrieval/languageIndex.ts';
import type { Language } from '../text/language.ts';
import { type Features, itemOf } from './devSet.ts';
import type { Embed } from './embed.ts';
import { type LearnedLanguage, turned } from './learnLanguage.ts';

type Quality = Manifest['quality'][number];

const answerable = z.object({ id: z.string(), text: z.string(), article: z.string() });
const unanswerable = z.object({ id: z.string(), text: z.string() });

const NAMES: Readonly<Record<Language, string>> = { en: 'English', id: 'Indonesian' };

/** Measures a ranker on the held-out questions, without a topic, as `suggestReply` would answer them. */
export async function measureRanker(
  model: MeasuredModel,
  { ranker, features, learned, embed }: MeasuredRanker,
): Promise<Quality[]> {
  const quality: Quality[] = [];
  for (const one of learned) {
    const { language } = one;
    const file = (name: string): URL => new URL(`eval/${name}.${language}.jsonl`, import.meta.url);
    const asked = await openTestSet(file('questions'), answerable, model);
    const vain = await openTestSet(file('unanswerable'), unanswerable, model);
    const answer = async (texts: readonly string[]) => {
      const matches = await matchAll(one, texts, embed);
      return matches.map((all) => {
        const { best, answers } = rank(ranker, itemOf(all, { language, topicKnown: false, features }));
        return { ids: best.map(({ article }) => all[article]?.article.id), answers };
      });
    };
    const told = await answer(asked.map(({ text }) => text));
    const toldInVain = await answer(vain.map(({ text }) => text));
    const right = (place: number): boolean => told[place]?.ids[0] === asked[place]?.article;
    const answered = told.flatMap(({ answers }, place) => (answers ? [place] : []));
    const on = `questions in ${NAMES[language]} that were held out`;
    quality.push(
      figure('R@1', on, asked.filter((_, place) => right(place)).length, asked.length),
      figure(
        'R@3',
        on,
        told.filter(({ ids }, place) => ids.slice(0, 3).includes(asked[place]?.article)).length,
        asked.length,
      ),
      figure(
        'handed off, rightly',
        `questions in ${NAMES[language]} that nothing answers`,
        toldInVain.filter(({ answers }) => !answers).length,
        vain.length,
      ),
      figure('handed off in vain', on, asked.length - answered.length, asked.length),
      figure('answers that cite the right article first', on, answered.filter(right).length, answered.length),
    );
  }
  return byMetric(quality);
}

export interface MeasuredRanker {
  readonly ranker: Ranker;
  readonly features: Features;
  readonly learned: readonly LearnedLanguage[];
  readonly embed: Embed;
}

/** Measures what the embeddings find by themselves: the article with the passage that is nearest to the question. */
export async function measureEncoder(
  model: MeasuredModel,
  { learned, embed }: Pick<MeasuredRanker, 'learned' | 'embed'>,
): Promise<Quality[]> {
  const quality: Quality[] = [];
  for (const one of learned) {
    const file = new URL(`eval/questions.${one.language}.jsonl`, import.meta.url);
    const asked = await openTestSet(file, answerable, model);
    const matches = await matchAll(
      one,
      asked.map(({ text }) => text),
      embed,
    );
    const right = matches.filter((all, place) => nearest(all)?.article.id === asked[place]?.article);
    const on = `questions in ${NAMES[one.language]} that were held out, by the nearest passage alone`;
    quality.push(figure('R@1', on, right.length, asked.length));
  }
  return quality;
}

async function matchAll(
  { language, index, adapter }: LearnedLanguage,
  texts: readonly string[],
  embed: Embed,
): Promise<readonly (readonly Match[])[]> {
  const vectors = await embed(texts, language);
  return texts.map((text, place) => {
    const vector = vectors[place];
    if (vector === undefined) throw new TypeError('A question has no embedding.');
    return index.match({ text, topic: null }, turned(adapter, vector));
  });
}

function nearest(matches: readonly Match[]): Match | undefined {
  const best = ({ meaning }: Match): number => Math.max(...(meaning?.slice(0, 2) ?? [0]));
  return matches.toSorted((a, b) => best(b) - best(a))[0];
}

/** Headlines first: each metric for all languages. */
function byMetric(quality: readonly Quality[]): Quality[] {
  const metrics = [...new Set(quality.map(({ metric }) => metric))];
  return metrics.flatMap((metric) => quality.filter((one) => one.metric === metric));
}

function figure(metric: string, on: string, count: number, n: number): Quality {
  const [low, high] = wilsonInterval(count, n);
  return { metric, on, value: digits(count / n), n, interval: [digits(low), digits(high)] };
}

function digits(value: number): number {
  return Number(value.toFixed(4));
}
