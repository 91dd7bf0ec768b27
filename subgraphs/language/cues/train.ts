import type { Manifest } from '../../../kit/model/folder/manifest.ts';
import { createBaseline } from '../../../kit/model/quality/baseline.ts';
import { openTestSet } from '../../../models/training/testSet.ts';
import { writeModelFolder } from '../../../models/training/writeModelFolder.ts';
import { CODES } from '../codes.ts';
import { readMessages, readOthers, SOURCES } from '../model/dataset.ts';
import { confusionTable, crossValidate, figures, testItem } from '../model/evaluate.ts';
import { readable } from '../readable.ts';
import { detectByCues, formatCues, parseCues, type Vote, vote } from './cueModel.ts';
import { learnCues } from './learnCues.ts';

/** Goes up whenever cues.json changes. 1.0.1 has the cues of 1.0.0 and the figures of the test set as it was mended. */
const VERSION = '1.0.1';
/** Votes by which one language is ahead, from which on more say no more. */
const MOST_VOTES = 4;

/** Learns the cues, how far they can be trusted, opens the test set and writes the folder. */
export async function trainCues(): Promise<void> {
  const [messages, others] = [await readMessages(), await readOthers()];
  const votes = crossValidate(messages, (seen) => {
    const cues = learnCues([...seen, ...others]);
    return ({ text, code }) => {
      const words = readable(text);
      return { cues, text, label: code, vote: words === null ? null : vote(cues, words) };
    };
  });
  const trust = (belongs: (vote: Vote) => boolean): number => {
    const own = votes.filter((one) => one.vote && belongs(one.vote));
    const right = own.filter((one) => one.vote?.code === one.label).length;
    // Laplace: nothing is trusted wholly.
    return Number(((right + 1) / (own.length + 2)).toFixed(3));
  };
  const confidences = Array.from({ length: MOST_VOTES + 1 }, (_, lead) =>
    trust((one) => one.lead !== null && Math.min(one.lead, MOST_VOTES) === lead),
  );
  const scriptConfidence = trust(({ lead }) => lead === null);
  const tuned = votes.map(({ cues, text, label }) => {
    const prediction = detectByCues({ cues, confidences, scriptConfidence }, text);
    return { ...prediction, label };
  });

  const cuesJson = formatCues({ cues: learnCues([...messages, ...others]), confidences, scriptConfidence });
  const model = parseCues(cuesJson);
  const test = await openTestSet(new URL('../model/eval/test.jsonl', import.meta.url), testItem, {
    name: manifest.name,
    version: VERSION,
    weights: cuesJson,
  });
  const judged = test.map(({ text, label }) => ({ ...detectByCues(model, text).output, label }));
  const quality = figures(
    judged,
    tuned.map(({ output, label }) => ({ ...output, label })),
  );
  console.log(`language-cues: ${model.cues.size} cues`);
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
        'the training messages, each judged by cues that were learned without it',
        tuned.map(({ signals }) => signals),
      ),
    },
    { 'cues.json': cuesJson },
  );
}

const manifest: Manifest = {
  name: 'language-cues',
  version: VERSION,
  description:
    'Which of seven languages a short message is in, or none of them, by script and words that give it away: for when the grams cannot answer.',
  license: 'MIT',
  files: {},
  signature: {},
  labels: [...CODES],
  languages: CODES.filter((code) => code !== 'unknown'),
  maxBatch: 32,
  training: { data: SOURCES, items: 0, command: 'npm run train -- language' },
  quality: [],
};
