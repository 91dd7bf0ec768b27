import type { Manifest } from '../../../kit/model/folder/manifest.ts';
import { wilsonInterval } from '../../../kit/model/quality/wilsonInterval.ts';
import { Random } from '../../../world/random.ts';
import type { Language } from '../topics.ts';
import { type Judged, measure } from './measure.ts';

type Quality = Manifest['quality'];

const RESAMPLES = 2_000;

/** The figures of a test set for a manifest, the headline first. */
export function qualityOf(judged: readonly Judged[], language: Language): Quality {
  const on = `held-out messages, ${language}`;
  const figures = measure(judged);
  const share = (metric: string, part: number, n: number): Quality[number] => ({
    metric,
    on,
    value: digits(n === 0 ? 0 : part / n),
    n,
    interval: rounded(wilsonInterval(part, Math.max(1, n))),
  });
  return [
    { metric: 'macro-F1 of topics', on, value: digits(figures.macroF1), n: judged.length, interval: bootstrap(judged) },
    share('answers to messages with a topic', figures.answered, figures.withTopic),
    share('abstains on messages without a topic', figures.abstained, figures.withoutTopic),
    share('sub-topic told and right', figures.subtopicRight, figures.withTopic),
    share('sub-topics that are told are right', figures.subtopicRight, figures.subtopicsTold),
    {
      metric: 'calibration error of topics (ECE, 10 bins)',
      on,
      value: digits(figures.calibrationError),
      n: judged.length,
    },
    ...figures.topics.flatMap(
      ({ label, precision, recall, f1, n }): Quality => [
        { metric: `F1 of ${label}`, on, value: digits(f1), n },
        { metric: `precision of ${label}`, on, value: digits(precision), n },
        { metric: `recall of ${label}`, on, value: digits(recall), n },
      ],
    ),
  ];
}

/** 95% interval by the percentiles of resampled test sets (Efron, 1979); seeded, so that it is the same each time. */
function bootstrap(judged: readonly Judged[]): [number, number] {
  const random = new Random('macro-F1');
  const values = Array.from({ length: RESAMPLES }, () => measure(judged.map(() => random.pick(judged))).macroF1).sort(
    (a, b) => a - b,
  );
  return rounded([values[Math.floor(RESAMPLES * 0.025)] ?? 0, values[Math.floor(RESAMPLES * 0.975)] ?? 0]);
}

function rounded([low, high]: readonly [number, number]): [number, number] {
  return [digits(low), digits(high)];
}

function digits(value: number): number {
  return Number(value.toFixed(4));
}
