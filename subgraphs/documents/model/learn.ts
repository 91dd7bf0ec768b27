import type { Signals } from '../../../kit/model/quality/signals.ts';
import type { TextVector } from '../../../kit/model/text/characterGrams.ts';
import { kernelOf, scoreHeldOut, trainRidgeRegression } from '../../../models/training/ridgeRegression.ts';
import { formatHead, judgeScores } from '../head.ts';
import { KINDS } from '../kinds.ts';
import { calibrate } from './calibrate.ts';
import type { Example } from './examples.ts';
import { measure } from './measure.ts';

/** Strength of the prior that keeps weights small, chosen on examples held out of training. */
const PRIOR = 0.3;
const FOLDS = 5;

export interface Learnt {
  readonly headJson: string;
  /** Of the examples, each judged by a model that had not seen it or its like. */
  readonly signals: readonly Signals[];
}

/** Trains a model of kinds and calibrates it on examples that it has not seen, nor their like. */
export function learn(
  name: string,
  examples: readonly Example[],
  { featuresOf, size }: { featuresOf: (text: string) => TextVector; size: number },
): Learnt {
  console.log(`${name}: learning from ${examples.length} documents…`);
  const data = {
    vectors: examples.map(({ text }) => featuresOf(text)),
    labels: examples.map(({ kind }) => KINDS.indexOf(kind)),
    classes: KINDS.length,
    size,
  };
  const kernel = kernelOf(data);
  const scores = scoreHeldOut(data, PRIOR, foldsOf(examples), kernel);
  const raw = examples.map(({ kind }, index) => ({ kind, scores: scores[index] ?? new Float64Array() }));
  const lead = leadOf(examples, calibrate(raw, () => {}).temperature);
  const scored = raw.map(({ kind, scores: own }) => ({
    kind,
    scores: own.map((score, at) => score - (lead[at] ?? 0)),
  }));
  console.log('  on documents of forms held out in turn:');
  const calibration = calibrate(scored, console.log);
  const judged = scored.map((each, index) => ({
    ...each,
    ...judgeScores(each.scores, calibration, Math.max(1, examples[index]?.text.length ?? 0)),
  }));
  const figures = measure(judged.map(({ kind, output }) => ({ kind, judgement: output })));
  console.log(`    macro-F1 ${figures.macroF1.toFixed(3)}`);
  for (const { kind, f1, n } of figures.kinds) console.log(`    ${kind}: F1 ${f1.toFixed(3)}, n = ${n}`);
  const { weights, bias } = trainRidgeRegression(data, PRIOR, kernel);
  return {
    headJson: formatHead({ weights, bias: bias.map((value, at) => value - (lead[at] ?? 0)) }, calibration),
    signals: judged.map(({ signals }) => signals),
  };
}

/**
 * By how much the scores of each kind are ahead only because there are more examples of it: taken away, all kinds are equally
 * likely before a word is read. How many of each a shop is sent nobody knows.
 */
function leadOf(examples: readonly Example[], temperature: number): readonly number[] {
  return KINDS.map((kind) => {
    const share = examples.filter((example) => example.kind === kind).length / examples.length;
    return temperature * Math.log(share * KINDS.length);
  });
}

/** Groups in turn, in their order. */
function foldsOf(examples: readonly Example[]): readonly number[] {
  const groups = [...new Set(examples.map(({ group }) => group))];
  const folds = new Map(groups.map((group, index) => [group, index % FOLDS]));
  return examples.map(({ group }) => folds.get(group) ?? 0);
}
