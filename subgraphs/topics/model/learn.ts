import type { Manifest } from '../../../kit/model/folder/manifest.ts';
import { createBaseline } from '../../../kit/model/quality/baseline.ts';
import type { Signals } from '../../../kit/model/quality/signals.ts';
import type { TextVector } from '../../../kit/model/text/characterGrams.ts';
import { kernelOf, scoreHeldOut, trainRidgeRegression } from '../../../models/training/ridgeRegression.ts';
import { type ClassedVectors, softmax } from '../../../models/training/softmaxRegression.ts';
import { openTestSet } from '../../../models/training/testSet.ts';
import { writeModelFolder } from '../../../models/training/writeModelFolder.ts';
import { type Calibration, formatHead, judgeFeatures, parseHead } from '../head.ts';
import { judge, signalsOf } from '../judgement.ts';
import { BLOCK_WIDTH, BLOCKS, GRAM_PLACES } from '../text/features.ts';
import { CLASSES, LANGUAGES, type Language, type Message } from '../topics.ts';
import { calibrate } from './calibrate.ts';
import { classOf, foldsOf, type Labelled, testItem, testSetOf } from './messages.ts';
import { qualityOf } from './quality.ts';

/** Strength of the prior that keeps weights small, chosen on the messages held out of training. */
export const PRIOR = 0.3;

/** What a model reads of a message: its features, and what it notices beside its answer. */
export interface Read {
  readonly features: TextVector;
  readonly signals: Signals;
}

export interface Kind {
  readonly folder: URL;
  /** In which training fills in what comes of it. */
  readonly draft: Manifest;
  read(messages: readonly Message[]): Promise<readonly Read[]>;
}

/** Trains a model of topics, calibrates it on messages that it has not seen, measures it on the test sets, writes its folder. */
export async function learn({ folder, draft, read }: Kind, messages: readonly Labelled[]): Promise<void> {
  const inputs = await read(messages);
  const data = toData(
    messages,
    inputs.map(({ features }) => features),
  );
  console.log(`${draft.name}: learning from ${messages.length} messages…`);
  const kernel = kernelOf(data);
  const scores = scoreHeldOut(data, PRIOR, foldsOf(messages), kernel);
  const scored = messages.map((message, index) => ({ message, scores: scores[index] ?? new Float64Array() }));
  const calibrationOf = (language: Language): Calibration => {
    console.log(`  ${language}, on the messages held out in turn:`);
    return calibrate(
      scored.filter(({ message }) => message.language === language),
      console.log,
    );
  };
  const calibrations = { en: calibrationOf('en'), id: calibrationOf('id') };
  const signals = scored.map(({ message, scores: own }, index) => {
    const calibrated = calibrations[message.language];
    const probabilities = softmax(own, calibrated.temperature);
    return { ...signalsOf(judge(probabilities, calibrated), probabilities), ...inputs[index]?.signals };
  });

  const headJson = formatHead(trainRidgeRegression(data, PRIOR, kernel), calibrations);
  const head = parseHead(headJson);
  const quality: Manifest['quality'] = [];
  for (const language of LANGUAGES) {
    const items = await openTestSet(testSetOf(language), testItem, { ...draft, weights: headJson });
    const test = items.map((item): Labelled => ({ ...item, language }));
    const features = await read(test);
    const judged = test.map((message, index) => ({
      message,
      judgement: judgeFeatures(
        head,
        language,
        features[index]?.features ?? { indices: new Uint32Array(), values: new Float32Array() },
      ).output,
    }));
    quality.push(...qualityOf(judged, language));
  }
  for (const { metric, on, value, n, interval } of quality) {
    const range = interval ? ` [${interval.map((bound) => bound.toFixed(4)).join(', ')}]` : '';
    console.log(`  ${metric}, ${on}: ${value.toFixed(4)}${range}, n = ${n}`);
  }
  await writeModelFolder(
    folder,
    {
      ...draft,
      training: { ...draft.training, items: messages.length },
      quality,
      baseline: createBaseline('the training messages, each judged by a model that had not seen it', signals),
    },
    { 'head.json': headJson },
  );
}

/** The messages as what a regression learns from. */
export function toData(messages: readonly Labelled[], vectors: readonly TextVector[]): ClassedVectors {
  return {
    vectors,
    labels: messages.map(classOf),
    classes: CLASSES.length,
    size: GRAM_PLACES + BLOCKS.length * BLOCK_WIDTH,
  };
}
