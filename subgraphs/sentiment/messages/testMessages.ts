import { z } from 'zod';
import type { Manifest } from '../../../kit/model/folder/manifest.ts';
import { wilsonInterval } from '../../../kit/model/quality/wilsonInterval.ts';
import { expectedCalibrationError } from '../../../models/training/calibration.ts';
import { type MeasuredModel, openTestSet } from '../../../models/training/testSet.ts';
import { ASPECTS } from '../aspects.ts';
import type { Judgement } from '../judgement.ts';
import { LANGUAGE_NAMES, type Language } from '../languages.ts';

const label = z.enum(['POSITIVE', 'NEGATIVE']);

/** A line of eval/messages.<language>.jsonl. */
export const testMessage = z.strictObject({
  id: z.string(),
  text: z.string(),
  label,
  aspects: z.array(z.strictObject({ aspect: z.enum(ASPECTS), label })),
});
/** A line of eval/neutral.<language>.jsonl: a plain question. */
export const testQuestion = z.strictObject({ id: z.string(), text: z.string() });

/** From here on a mood is told as sure. */
const SURE = 0.8;

/** Where the test sets lie. */
export function testSet(name: 'messages' | 'neutral', language: Language): URL {
  return new URL(`../model/eval/${name}.${language}.jsonl`, import.meta.url);
}

/** How a model does on the messages and the plain questions of the test set, which are opened for it. */
export async function measureMessages(
  model: MeasuredModel,
  language: Language,
  judge: (texts: readonly string[]) => Promise<readonly Judgement[]>,
): Promise<Manifest['quality']> {
  const name = LANGUAGE_NAMES[language];
  const messages = await openTestSet(testSet('messages', language), testMessage, model);
  const judgements = await judge(messages.map(({ text }) => text));
  const right = judgements.filter((judgement, index) => judgement.label === messages[index]?.label).length;
  const judged = judgements.map(({ score }, index) => ({
    logit: 2 * Math.atanh(Math.max(-LIMIT, Math.min(LIMIT, score))),
    label: messages[index]?.label === 'POSITIVE' ? (1 as const) : (0 as const),
  }));
  const questions = await openTestSet(testSet('neutral', language), testQuestion, model);
  const neutral = await judge(questions.map(({ text }) => text));
  const sure = neutral.filter(({ confidence }) => confidence >= SURE).length;
  const on = `held-out messages to a shop in ${name}, written by us`;
  const error = expectedCalibrationError(judged, 1);
  return [
    share('accuracy', on, right, messages.length),
    { metric: 'calibration error (ECE, 10 bins)', on, value: digits(error), n: messages.length },
    share(
      `told with a confidence of ${SURE} or more`,
      `plain questions in ${name}, which have no mood`,
      sure,
      neutral.length,
    ),
  ];
}

/** Beyond it the log odds of a score are too large to be told apart. */
const LIMIT = 1 - 1e-12;

export function share(metric: string, on: string, count: number, n: number): Manifest['quality'][number] {
  if (n === 0) return { metric, on, value: 0, n };
  const [low, high] = wilsonInterval(count, n);
  return { metric, on, value: digits(count / n), n, interval: [digits(low), digits(high)] };
}

export function digits(value: number): number {
  return Number(value.toFixed(4));
}

export function printQuality(quality: Manifest['quality']): void {
  for (const { metric, on, value, n, interval } of quality) {
    const range = interval ? ` [${interval.map((bound) => bound.toFixed(4)).join(', ')}]` : '';
    console.log(`  ${metric}, ${on}: ${value.toFixed(4)}${range}, n = ${n}`);
  }
}
