import type { Manifest } from '../../../kit/model/folder/manifest.ts';
import { createBaseline } from '../../../kit/model/quality/baseline.ts';
import { openTestSet } from '../../../models/training/testSet.ts';
import { writeModelFolder } from '../../../models/training/writeModelFolder.ts';
import { CODES } from '../codes.ts';
import { trainCues } from '../cues/train.ts';
import { readable } from '../readable.ts';
import { type LinearWeights, scores } from './adaGrad.ts';
import { chooseThreshold, fitTemperature, type Scored } from './calibrate.ts';
import { readMessages, readOthers, SOURCES } from './dataset.ts';
import { confusionTable, crossValidate, figures, testItem } from './evaluate.ts';
import { featuresOf } from './features.ts';
import { learn } from './learn.ts';
import { detect, formatWeights, parseWeights } from './linearModel.ts';

/** Goes up whenever weights.json changes. 1.0.1 has the weights of 1.0.0 and the figures of the test set as it was mended. */
const VERSION = '1.0.1';

/** Trains both models of the island, chooses what there is to choose on the messages, opens the test set and writes the folders. */
export async function train(): Promise<void> {
  await trainCues();
  await trainGrams();
}

async function trainGrams(): Promise<void> {
  const [messages, others] = [await readMessages(), await readOthers()];
  console.log(`language-grams: judging ${messages.length} messages by models that had not seen them…`);
  const folds = crossValidate(messages, (seen) => {
    const weights = learn([...seen, ...others]);
    return ({ text, code }) => {
      const words = readable(text);
      const sums = words === null ? null : scores(weights, featuresOf(words));
      return { weights, sums, text, code };
    };
  });
  const scored = folds.flatMap(({ sums, code }): Scored[] => (sums ? [{ sums, code }] : []));
  const temperature = fitTemperature(scored);
  const threshold = chooseThreshold(scored, temperature);
  console.log(`Of ${scored.length} with something to read: temperature ${temperature}, threshold ${threshold}.`);

  const stored = (weights: LinearWeights) => parseWeights(formatWeights(weights, { temperature, threshold }));
  const models = new Map(
    [...new Set(folds.map(({ weights }) => weights))].map((weights) => [weights, stored(weights)]),
  );
  const tuned = folds.flatMap(({ weights, text, code }) => {
    const model = models.get(weights);
    return model ? [{ ...detect(model, text), label: code }] : [];
  });
  const weightsJson = formatWeights(learn([...messages, ...others]), { temperature, threshold });
  const model = parseWeights(weightsJson);
  const test = await openTestSet(new URL('eval/test.jsonl', import.meta.url), testItem, {
    name: manifest.name,
    version: VERSION,
    weights: weightsJson,
  });
  const judged = test.map(({ text, label }) => ({ ...detect(model, text).output, label }));
  const quality = figures(
    judged,
    tuned.map(({ output, label }) => ({ ...output, label })),
  );
  for (const { metric, on, value, n, interval = [] } of quality) {
    console.log(`  ${metric} on ${on}: ${value} (${interval.join(' – ')}), n ${n}`);
  }
  console.log(confusionTable(judged));
  await writeModelFolder(
    new URL('./', import.meta.url),
    {
      ...manifest,
      training: { ...manifest.training, items: messages.length + others.length },
      quality,
      baseline: createBaseline(
        'the training messages, each judged by a model that had not seen it',
        tuned.map(({ signals }) => signals),
      ),
    },
    { 'weights.json': weightsJson },
  );
}

const manifest: Manifest = {
  name: 'language-grams',
  version: VERSION,
  description:
    'Which of seven languages a short message is in, or none of them: character grams and words, softmax regression.',
  license: 'MIT',
  files: {},
  signature: {},
  labels: [...CODES],
  languages: CODES.filter((code) => code !== 'unknown'),
  maxBatch: 32,
  training: { data: SOURCES, items: 0, command: 'npm run train -- language' },
  quality: [],
};
