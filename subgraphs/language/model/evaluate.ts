import { z } from 'zod';
import type { Manifest } from '../../../kit/model/folder/manifest.ts';
import { wilsonInterval } from '../../../kit/model/quality/wilsonInterval.ts';
import { CODES, type Code } from '../codes.ts';
import type { Detection } from '../detection.ts';
import { expectedCalibrationError } from './calibrate.ts';
import type { LabelledText } from './dataset.ts';

/** A line of eval/test.jsonl. */
export const testItem = z.strictObject({ id: z.string(), text: z.string(), label: z.enum(CODES) });

export interface Judged extends Detection {
  /** What it is. */
  readonly label: Code;
}

type Quality = Manifest['quality'][number];

const DIGITS = 4;
const FOLDS = 4;
const WRITTEN = 'held-out messages, written by us';

/** Judges each message by a model that had not seen it, nor what stands beside it in its fold. */
export function crossValidate<Result>(
  messages: readonly LabelledText[],
  learn: (seen: readonly LabelledText[]) => (message: LabelledText) => Result,
): readonly Result[] {
  const results = new Map<LabelledText, Result>();
  for (let fold = 0; fold < FOLDS; fold++) {
    const judge = learn(messages.filter((_, index) => index % FOLDS !== fold));
    for (const [index, message] of messages.entries()) if (index % FOLDS === fold) results.set(message, judge(message));
  }
  return messages.flatMap((message) => {
    const result = results.get(message);
    return result === undefined ? [] : [result];
  });
}

/** The figures of a manifest, of the test set and then of the messages that it was tuned on. */
export function figures(test: readonly Judged[], tunedOn: readonly Judged[]): Quality[] {
  const figure = (metric: string, on: string, of: readonly Judged[]): Quality => {
    const right = of.filter(isRight).length;
    const [low, high] = wilsonInterval(right, of.length);
    return { metric, on, value: rounded(right / of.length), n: of.length, interval: [rounded(low), rounded(high)] };
  };
  const ece = expectedCalibrationError(test.map((one) => ({ confidence: one.confidence, right: isRight(one) })));
  return [
    figure('accuracy', WRITTEN, test),
    ...CODES.map((code) =>
      figure(
        'recall',
        `${WRITTEN}: ${code}`,
        test.filter(({ label }) => label === code),
      ),
    ),
    { metric: 'expected calibration error', on: WRITTEN, value: rounded(ece), n: test.length },
    figure('accuracy', 'the training messages, 4-fold; threshold and temperature were chosen on them', tunedOn),
  ];
}

/** Rows are what a text is, columns what the model says. */
export function confusionTable(judged: readonly Judged[]): string {
  const rows = CODES.map((label) => {
    const counts = CODES.map((code) => judged.filter((one) => one.label === label && one.code === code).length);
    return `| **${label}** | ${counts.join(' | ')} |`;
  });
  return [`| | ${CODES.join(' | ')} |`, `| --- |${' --: |'.repeat(CODES.length)}`, ...rows].join('\n');
}

export function isRight({ code, label }: Judged): boolean {
  return code === label;
}

function rounded(value: number): number {
  return Number(value.toFixed(DIGITS));
}
