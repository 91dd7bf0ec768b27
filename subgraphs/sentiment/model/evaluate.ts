import type { Manifest } from '../../../kit/model/manifest.ts';
import {
  accuracyCount,
  expectedCalibrationError,
  fitTemperature,
  type Judged,
  meanLogLoss,
} from '../../../models/training/calibration.ts';
import { type LinearModel, logit, trainLogisticRegression } from '../../../models/training/logisticRegression.ts';
import { wilsonInterval } from '../../../models/training/wilsonInterval.ts';
import { DOMAINS, type Domain, type Sentence } from './dataset.ts';
import { features } from './head.ts';

export interface Example extends Sentence {
  /** The encoder's `blocks` output, end to end. */
  readonly pooled: Float32Array;
}

/** What is chosen by measuring. */
export interface Choice {
  readonly blocks: readonly number[];
  /** Strength of the prior that keeps weights small. */
  readonly prior: number;
}

export interface Evaluation {
  readonly model: LinearModel;
  readonly choice: Choice;
  readonly temperature: number;
  readonly quality: Manifest['quality'];
}

const CHOICES: readonly Choice[] = [[6], [3, 4, 5, 6]].flatMap((blocks) =>
  [0.1, 0.3, 1, 3, 10].map((prior) => ({ blocks, prior })),
);
const FOLDS = 5;

/**
 * Measures the head on domains it has not seen, then trains it on everything.
 * For each held-out domain, the choice and the temperature are made inside the other two: nothing that is reported of a
 * domain was tuned on it.
 */
export function evaluate(examples: readonly Example[], print: (line: string) => void): Evaluation {
  const quality: Manifest['quality'] = [];
  const judgedByDomain = DOMAINS.map((domain) => {
    const seen = examples.filter((example) => example.domain !== domain);
    const unseen = examples.filter((example) => example.domain === domain);
    const { choice, judged: inner } = choose(seen);
    const judged = judge(learn(seen, choice), choice, unseen);
    print(`  without ${domain}: blocks ${choice.blocks.join(',')}, prior ${choice.prior}`);
    return { domain, judged, temperature: fitTemperature(inner) };
  });
  const { choice, judged } = choose(examples);
  const temperature = fitTemperature(judged);
  const accuracies = judgedByDomain.map(({ domain, judged }) => accuracy(`${domain}, unseen`, judged));
  const everyJudged = judgedByDomain.flatMap(({ judged }) => judged);
  const mean = accuracies.reduce((sum, { value }) => sum + value, 0) / accuracies.length;
  quality.push(
    { ...accuracy('unseen domains, mean of the three', everyJudged), value: digits(mean) },
    ...accuracies,
    accuracy(`seen domains, ${FOLDS}-fold with the final settings`, crossValidate(examples, choice)),
  );

  const calibrated = judgedByDomain.flatMap(({ judged, temperature }) =>
    judged.map((one) => ({ ...one, logit: one.logit / temperature })),
  );
  const n = calibrated.length;
  quality.push(
    {
      metric: 'calibration error (ECE, 10 bins)',
      on: 'unseen domains',
      value: digits(expectedCalibrationError(calibrated, 1)),
      n,
    },
    { metric: 'log loss', on: 'unseen domains', value: digits(meanLogLoss(calibrated, 1)), n },
  );
  for (const { metric, on, value, n, interval } of quality) {
    const range = interval ? ` [${interval.map((bound) => bound.toFixed(4)).join(', ')}]` : '';
    print(`  ${metric}, ${on}: ${value.toFixed(4)}${range}, n = ${n}`);
  }
  print(`  calibration error without temperature: ${expectedCalibrationError(everyJudged, 1).toFixed(4)}`);
  print(
    `  chosen for all: blocks ${choice.blocks.join(',')}, prior ${choice.prior}, temperature ${temperature.toFixed(3)}`,
  );
  return { model: learn(examples, choice), choice, temperature, quality };
}

/** The choice that does best where each domain in turn is left out, with its predictions there. */
function choose(examples: readonly Example[]): { choice: Choice; judged: readonly Judged[] } {
  const domains = [...new Set(examples.map(({ domain }) => domain))];
  const tried = CHOICES.map((choice) => {
    const judged = domains.flatMap((domain) => judgeUnseen(examples, domain, choice));
    return { choice, judged, loss: meanLogLoss(judged, fitTemperature(judged)) };
  });
  return tried.reduce((best, one) => (one.loss < best.loss ? one : best));
}

function judgeUnseen(examples: readonly Example[], domain: Domain, choice: Choice): readonly Judged[] {
  const seen = examples.filter((example) => example.domain !== domain);
  const unseen = examples.filter((example) => example.domain === domain);
  return judge(learn(seen, choice), choice, unseen);
}

/** Every fifth sentence is held out in turn. */
function crossValidate(examples: readonly Example[], choice: Choice): readonly Judged[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const seen = examples.filter((_, index) => index % FOLDS !== fold);
    const unseen = examples.filter((_, index) => index % FOLDS === fold);
    return judge(learn(seen, choice), choice, unseen);
  }).flat();
}

function learn(examples: readonly Example[], { blocks, prior }: Choice): LinearModel {
  const vectors = examples.map(({ pooled }) => features(pooled, blocks));
  return trainLogisticRegression({ vectors, labels: examples.map(({ label }) => label) }, prior);
}

function judge(model: LinearModel, { blocks }: Choice, examples: readonly Example[]): readonly Judged[] {
  return examples.map(({ pooled, label }) => ({ label, logit: logit(model, features(pooled, blocks)) }));
}

function accuracy(on: string, judged: readonly Judged[]): Manifest['quality'][number] {
  const right = accuracyCount(judged);
  const [low, high] = wilsonInterval(right, judged.length);
  return {
    metric: 'accuracy',
    on,
    value: digits(right / judged.length),
    n: judged.length,
    interval: [digits(low), digits(high)],
  };
}

function digits(value: number): number {
  return Number(value.toFixed(4));
}
