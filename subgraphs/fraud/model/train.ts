import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { InferenceSession } from 'onnxruntime-node';
import { z } from 'zod';
import type { Manifest } from '../../../kit/model/folder/manifest.ts';
import { signatureOf } from '../../../kit/model/onnx/onnxSession.ts';
import { createBaseline } from '../../../kit/model/quality/baseline.ts';
import { attribute, logitOf } from '../../../models/training/boosting/boostedTrees.ts';
import { treesGraph } from '../../../models/training/boosting/treesGraph.ts';
import { probability } from '../../../models/training/calibration.ts';
import { openTestSet } from '../../../models/training/testSet.ts';
import { writeModelFolder } from '../../../models/training/writeModelFolder.ts';
import { parseCosts } from '../decision/costs.ts';
import { DECISIONS } from '../decision/decide.ts';
import { toVector } from '../features/toVector.ts';
import { applyRules, parseRules } from '../rules.ts';
import { measureAbsentPatterns } from './absentPatterns.ts';
import { knownFraud, readExamples } from './dataset.ts';
import { evaluate, ON, type Score } from './evaluate.ts';
import { CUTOFF, chooseRounds, learnTrees } from './learn.ts';

/** Goes up whenever the trees, the rules, the features or the costs change. */
const VERSION = '1.0.0';

const folder = new URL('./', import.meta.url);
const rulesFolder = new URL('../rules/', import.meta.url);

/** Trains the trees, measures them and the rules on the held-out months, prints the figures and writes both folders. */
export async function train(): Promise<void> {
  const examples = readExamples();
  const rounds = chooseRounds(examples);
  const model = learnTrees(examples, rounds);
  const learned = examples.filter(({ placedAt }) => placedAt < CUTOFF);
  const told = learned.filter((example) => knownFraud(example, CUTOFF)).length;
  console.log(
    `${rounds} trees, chosen on months before the held-out ones; ${learned.length} orders, ${told} reported.`,
  );
  const trees = treesGraph('fraud-trees', model);
  const session = await InferenceSession.create(trees);
  const [costsText, rulesText] = await Promise.all([
    readFile(new URL('costs.json', folder), 'utf8'),
    readFile(new URL('rules.json', rulesFolder), 'utf8'),
  ]);
  const rules = parseRules(rulesText);
  const costs = parseCosts(costsText);

  const weights = Buffer.from(trees).toString('base64') + costsText;
  const months = await openTestSet(new URL('eval/months.jsonl', folder), z.strictObject({ month: z.string() }), {
    name: 'fraud-trees',
    version: VERSION,
    weights,
  });
  await openTestSet(new URL('eval/months.jsonl', folder), z.strictObject({ month: z.string() }), {
    name: 'fraud-rules',
    version: VERSION,
    weights: rulesText + costsText,
  });
  const held = examples.filter(({ placedAt }) =>
    months.some(({ month }) => new Date(placedAt).toISOString().startsWith(month)),
  );
  const byTrees: Score = (features) => {
    const item = toVector(features);
    const { base, contributions } = attribute(model, item);
    return { score: probability(logitOf(model, item)), base, contributions: [...contributions] };
  };
  const byRules: Score = (features) => applyRules(rules, features);
  const figures = evaluate(held, { trees: byTrees, rules: byRules }, costs);
  const absent = measureAbsentPatterns(examples, { trees: model, rules: byRules }, rounds);

  await writeModelFolder(
    folder,
    {
      ...common,
      name: 'fraud-trees',
      description: 'How likely an order is to be reported as fraud, with what speaks for it: gradient-boosted trees.',
      signature: { 'trees.onnx': signatureOf(session) },
      training: { ...common.training, items: learned.length },
      quality: [...figures.trees.quality, ...absent],
      baseline: createBaseline(ON.placed, figures.trees.signals),
    },
    { 'trees.onnx': trees, 'costs.json': costsText },
  );
  await session.release();
  const sha256 = createHash('sha256').update(costsText).digest('hex');
  await writeModelFolder(
    rulesFolder,
    {
      ...common,
      name: 'fraud-rules',
      description: 'How suspicious an order is by rules that a person wrote: for when the trees cannot answer.',
      files: { 'costs.json': { source: 'file:../model/costs.json', sha256 } },
      training: { ...common.training, data: [] },
      quality: figures.rules.quality,
      baseline: createBaseline(ON.placed, figures.rules.signals),
    },
    { 'rules.json': rulesText },
  );
}

/** In the order in which a manifest is read; what is empty is filled in. */
const common: Manifest = {
  name: 'fraud',
  version: VERSION,
  description: '',
  license: 'MIT',
  files: {},
  signature: {},
  labels: [...DECISIONS],
  languages: [],
  maxBatch: 256,
  training: {
    data: [
      { name: 'the orders and fraud reports of the demo world, simulated', source: 'world/orders.ts', license: 'MIT' },
    ],
    items: 0,
    command: 'npm run train -- fraud',
  },
  quality: [],
};
