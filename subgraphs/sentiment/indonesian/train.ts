import { readFile } from 'node:fs/promises';
import type { Manifest } from '../../../kit/model/folder/manifest.ts';
import { createBaseline } from '../../../kit/model/quality/baseline.ts';
import { fitTemperature, meanLogLoss } from '../../../models/training/calibration.ts';
import { writeModelFolder } from '../../../models/training/writeModelFolder.ts';
import type { Judgement } from '../judgement.ts';
import { messagesSource, readMessages } from '../messages/readMessages.ts';
import { measureMessages, printQuality, share } from '../messages/testMessages.ts';
import { crossValidate, FOLDS } from '../model/crossValidate.ts';
import { questionsOf, toSentence } from '../model/dataset.ts';
import type { WordChoice } from '../words/learn.ts';
import { parseValences } from '../words/valences.ts';
import {
  formatIndonesian,
  type IndonesianModel,
  judgeIndonesian,
  logOddsOf,
  parseIndonesian,
  readIndonesian,
} from './indonesianModel.ts';
import { type IndonesianExample, type IndonesianKnowledge, learnIndonesian, learnIndonesianWords } from './learn.ts';

/** Goes up whenever a weight of either changes. */
const VERSION = '1.0.0';

const CHOICES: readonly WordChoice[] = [0.1, 0.3, 1].map((prior) => ({ lexicon: true, pairs: true, reach: 2, prior }));

export interface IndonesianData {
  readonly examples: readonly IndonesianExample[];
  readonly knowledge: IndonesianKnowledge;
}

export async function readIndonesianData(): Promise<IndonesianData> {
  const messages = await readMessages('id');
  const valences = await readFile(new URL('valences.txt', import.meta.url), 'utf8');
  return {
    examples: messages.flatMap(toSentence).map((sentence) => ({ ...sentence, ...readIndonesian(sentence.text) })),
    knowledge: { lexicons: [parseValences(valences)], questions: questionsOf(messages).map(readIndonesian) },
  };
}

type Learn = typeof learnIndonesian;

type Judge = (texts: readonly string[]) => Promise<readonly Judgement[]>;

/**
 * Trains both Indonesian models: words and grams, and words alone for when that one cannot answer.
 * @returns what judges by the better one.
 */
export async function trainIndonesian(): Promise<Judge> {
  const data = await readIndonesianData();
  await trainOne(data, learnIndonesianWords, { folder: new URL('../indonesianWords/', import.meta.url), draft: words });
  return trainOne(data, learnIndonesian, { folder: new URL('./', import.meta.url), draft: grams });
}

async function trainOne(
  { examples, knowledge }: IndonesianData,
  learn: Learn,
  { folder, draft }: { readonly folder: URL; readonly draft: Manifest },
): Promise<Judge> {
  console.log(`${draft.name}: weighing the words of ${examples.length} messages…`);
  const tried = CHOICES.map((choice) => {
    const judged = crossValidate(examples, (seen) => {
      const model = learn(seen, choice, knowledge);
      return (example) => ({ logit: logOddsOf(model, example), label: example.label });
    });
    const temperature = fitTemperature(judged);
    return { choice, judged, temperature, loss: meanLogLoss(judged, temperature) };
  });
  const { choice, judged, temperature } = tried.reduce((best, one) => (one.loss < best.loss ? one : best));
  console.log(`  chosen: prior ${choice.prior}, temperature ${temperature.toFixed(3)}`);
  const calibrated = (model: IndonesianModel): IndonesianModel => ({
    ...model,
    words: { ...model.words, temperature },
  });
  const signals = crossValidate(examples, (seen) => {
    const model = calibrated(learn(seen, choice, knowledge));
    return (example) => judgeIndonesian(model, example).signals;
  });
  const files = formatIndonesian(calibrated(learn(examples, choice, knowledge)));
  const model = parseIndonesian(files['weights.json'], files['grams.json']);
  const isGrams = draft === grams;
  const written = isGrams ? files : { 'weights.json': files['weights.json'] };
  const right = judged.filter(({ logit, label }) => logit > 0 === (label === 1)).length;
  const judge: Judge = async (texts) => texts.map((text) => judgeIndonesian(model, readIndonesian(text)).output);
  const measured = { name: draft.name, version: VERSION, weights: Object.values(written).join('') };
  const quality = [
    ...(await measureMessages(measured, 'id', judge)),
    share('accuracy', `the messages it learned from, ${FOLDS}-fold`, right, examples.length),
  ];
  printQuality(quality);
  await writeModelFolder(
    folder,
    {
      ...draft,
      training: { ...draft.training, items: examples.length + knowledge.questions.length },
      quality,
      baseline: createBaseline('the training messages, each judged by a model that had not seen it', signals),
    },
    written,
  );
  return judge;
}

const words: Manifest = {
  name: 'sentiment-id-words',
  version: VERSION,
  description: 'Whether an Indonesian message speaks well or ill of something, by its words alone.',
  license: 'MIT',
  files: {},
  signature: {},
  labels: ['NEGATIVE', 'POSITIVE'],
  languages: ['id'],
  maxBatch: 32,
  training: { data: [messagesSource('id')], items: 0, command: 'npm run train -- sentiment' },
  quality: [],
};

const grams: Manifest = {
  ...words,
  name: 'sentiment-id',
  description:
    'Whether an Indonesian message speaks well or ill of something: a regression over words and character grams.',
};
