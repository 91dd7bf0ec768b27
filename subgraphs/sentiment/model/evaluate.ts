import type { Manifest } from '../../../kit/model/folder/manifest.ts';
import { wilsonInterval } from '../../../kit/model/quality/wilsonInterval.ts';
import {
  accuracyCount,
  expectedCalibrationError,
  fitTemperature,
  type Judged,
  meanLogLoss,
} from '../../../models/training/calibration.ts';
import { crossValidate, FOLDS } from './crossValidate.ts';
import { DOMAINS, type Domain, type Sentence } from './dataset.ts';

/** How a kind of model learns. */
export interface Recipe<Example extends Sentence, Choice> {
  /** What is chosen among by measuring. */
  readonly choices: readonly Choice[];
  describe(choice: Choice): string;
  /** Learns from the examples; what it returns tells the log odds that another one is praise. */
  learn(examples: readonly Example[], choice: Choice): (example: Example) => number;
}

export interface Evaluation<Choice> {
  /** The one to learn with from all examples. */
  readonly choice: Choice;
  readonly temperature: number;
  readonly quality: Manifest['quality'];
}

/**
 * Measures a recipe on domains it has not seen, then chooses for all examples.
 * For each held-out domain, the choice and the temperature are made inside the other two: nothing that is reported of a
 * domain was tuned on it. Sentences of no such domain, our own messages, are always learned from.
 */
export function evaluate<Example extends Sentence, Choice>(
  examples: readonly Example[],
  recipe: Recipe<Example, Choice>,
  print: (line: string) => void,
): Evaluation<Choice> {
  const judgedByDomain = DOMAINS.map((domain) => {
    const { choice, judged: inner } = choose(
      examples.filter((example) => example.domain !== domain),
      recipe,
    );
    const temperature = fitTemperature(inner);
    print(`  without ${domain}: ${recipe.describe(choice)}, temperature ${temperature.toFixed(3)}`);
    return { domain, judged: judgeUnseen(examples, domain, recipe, choice), temperature };
  });
  const { choice, judged } = choose(examples, recipe);
  const temperature = fitTemperature(judged);
  print(`  chosen for all: ${recipe.describe(choice)}, temperature ${temperature.toFixed(3)}`);

  const outOfFold = crossValidate(examples, (seen) => judgeBy(recipe.learn(seen, choice)));
  const accuracies = judgedByDomain.map(({ domain, judged }) => accuracy(`${domain}, unseen`, judged));
  const everyJudged = judgedByDomain.flatMap(({ judged }) => judged);
  const mean = accuracies.reduce((sum, { value }) => sum + value, 0) / accuracies.length;
  const calibrated = judgedByDomain.flatMap(({ judged, temperature }) =>
    judged.map((one) => ({ ...one, logit: one.logit / temperature })),
  );
  const [on, n] = ['unseen domains', calibrated.length];
  const quality: Manifest['quality'] = [
    { ...accuracy('unseen domains, mean of the three', everyJudged), value: digits(mean) },
    ...accuracies,
    accuracy(
      `seen domains, ${FOLDS}-fold with the final settings`,
      outOfFold.filter((_, index) => examples[index]?.domain !== 'messages'),
    ),
    { metric: 'calibration error (ECE, 10 bins)', on, value: digits(expectedCalibrationError(calibrated, 1)), n },
    { metric: 'log loss', on, value: digits(meanLogLoss(calibrated, 1)), n },
  ];
  for (const { metric, on, value, n, interval } of quality) {
    const range = interval ? ` [${interval.map((bound) => bound.toFixed(4)).join(', ')}]` : '';
    print(`  ${metric}, ${on}: ${value.toFixed(4)}${range}, n = ${n}`);
  }
  print(`  calibration error without temperature: ${expectedCalibrationError(everyJudged, 1).toFixed(4)}`);
  return { choice, temperature, quality };
}

/** How often `evaluate` has the recipe learn. */
export function fitsOf({ choices }: Pick<Recipe<never, unknown>, 'choices'>): number {
  const unseen = DOMAINS.length * (choices.length * (DOMAINS.length - 1) + 1);
  return unseen + choices.length * DOMAINS.length + FOLDS;
}

/** The choice that does best where each domain in turn is left out, with its predictions there. */
function choose<Example extends Sentence, Choice>(examples: readonly Example[], recipe: Recipe<Example, Choice>) {
  const domains = DOMAINS.filter((domain) => examples.some((example) => example.domain === domain));
  const tried = recipe.choices.map((choice) => {
    const judged = domains.flatMap((domain) => judgeUnseen(examples, domain, recipe, choice));
    return { choice, judged, loss: meanLogLoss(judged, fitTemperature(judged)) };
  });
  return tried.reduce((best, one) => (one.loss < best.loss ? one : best));
}

function judgeUnseen<Example extends Sentence, Choice>(
  examples: readonly Example[],
  domain: Domain,
  { learn }: Recipe<Example, Choice>,
  choice: Choice,
): readonly Judged[] {
  const seen = examples.filter((example) => example.domain !== domain);
  const unseen = examples.filter((example) => example.domain === domain);
  return unseen.map(judgeBy(learn(seen, choice)));
}

function judgeBy<Example extends Sentence>(logOdds: (example: Example) => number): (example: Example) => Judged {
  return (example) => ({ label: example.label, logit: logOdds(example) });
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
