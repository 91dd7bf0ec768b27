import type { Manifest } from '../../../kit/model/folder/manifest.ts';
import type { Signals } from '../../../kit/model/quality/signals.ts';
import { wilsonInterval } from '../../../kit/model/quality/wilsonInterval.ts';
import type { Costs } from '../decision/costs.ts';
import type { Features } from '../features/names.ts';
import { judge, type Risk } from '../risk.ts';
import { calibrationError, calibrationTable, type Scored } from './calibrationTable.ts';
import { type Example, MOMENTS, type Moment } from './dataset.ts';
import { bootstrap, type Interval, type Judged, Measuring } from './measure.ts';

type Quality = Manifest['quality'];

/** How a model scores an order. */
export type Score = (features: Features) => Omit<Risk, 'decision'>;

export const ON: Readonly<Record<Moment, string>> = {
  placed: 'simulated held-out months, when an order is placed',
  tried: 'simulated held-out months, once an order was tried to be paid',
};

export interface Evaluation {
  readonly quality: Quality;
  /** What the model noticed of the orders as they were placed. */
  readonly signals: readonly Signals[];
}

/** Figures of the trees and of the rules on the held-out orders, printed and for their manifests. */
export function evaluate(
  held: readonly Example[],
  { trees, rules }: { readonly trees: Score; readonly rules: Score },
  costs: Costs,
): { readonly trees: Evaluation; readonly rules: Evaluation } {
  const ofTrees: Quality = [];
  const ofRules: Quality = [];
  for (const moment of MOMENTS) {
    const examples = held.flatMap((example) => {
      const features = example[moment];
      return features ? [{ example, features }] : [];
    });
    const judgedBy = (score: Score) =>
      examples.map(({ example, features }): Judged & Scored => {
        const { output } = judge(score(features), features, costs);
        const { amount, pattern, reportedAt } = example;
        return { ...output, amount, fraud: pattern !== null, reported: reportedAt !== null };
      });
    const [own, theirs] = [judgedBy(trees), judgedBy(rules)];
    const [measuring, measuringRules] = [new Measuring(own, costs), new Measuring(theirs, costs)];
    const nothing = new Measuring(
      own.map((one) => ({ ...one, decision: 'APPROVE' })),
      costs,
    );
    const figures = (weights: ArrayLike<number>): Record<string, number> => {
      const [a, b, c] = [measuring.figures(weights), measuringRules.figures(weights), nothing.figures(weights)];
      return {
        auc: a.auc,
        precision: a.precision,
        recall: a.recall,
        lift: a.precision / b.precision,
        cost: a.cost,
        aucOfRules: b.auc,
        precisionOfRules: b.precision,
        recallOfRules: b.recall,
        costOfRules: b.cost,
        costOfApproving: c.cost,
      };
    };
    const values = figures(new Uint8Array(own.length).fill(1));
    const intervals = bootstrap(own.length, figures);
    const figure = (metric: string, name: string): Quality[number] => ({
      metric,
      on: ON[moment],
      value: digits(values[name] ?? 0),
      n: own.length,
      interval: rounded(intervals.get(name) ?? [0, 0]),
    });
    ofTrees.push(
      figure('AUC', 'auc'),
      figure('precision at 1% alerts', 'precision'),
      figure('recall at 1% alerts', 'recall'),
      figure('precision at 1% alerts, times that of the rules', 'lift'),
      figure('cost an order by its decisions, SGD', 'cost'),
      figure('cost an order if all were approved, SGD', 'costOfApproving'),
      ece(own, moment, 'reported'),
      ece(own, moment, 'fraud'),
    );
    ofRules.push(
      figure('AUC', 'aucOfRules'),
      figure('precision at 1% alerts', 'precisionOfRules'),
      figure('recall at 1% alerts', 'recallOfRules'),
      figure('cost an order by its decisions, SGD', 'costOfRules'),
      ece(theirs, moment, 'reported'),
      ece(theirs, moment, 'fraud'),
    );
    printDetails(moment, own, theirs);
  }
  const signalsOf = (score: Score) => held.map(({ placed }) => judge(score(placed), placed, costs).signals);
  print('fraud-trees', ofTrees);
  print('fraud-rules', ofRules);
  return {
    trees: { quality: ofTrees, signals: signalsOf(trees) },
    rules: { quality: ofRules, signals: signalsOf(rules) },
  };
}

function ece(scored: readonly Scored[], moment: Moment, outcome: 'fraud' | 'reported'): Quality[number] {
  const of = outcome === 'fraud' ? 'what is true' : 'what was reported';
  return {
    metric: `calibration error against ${of} (ECE, 10 bins of equally many)`,
    on: ON[moment],
    value: digits(calibrationError(scored, outcome)),
    n: scored.length,
  };
}

function printDetails(moment: Moment, own: readonly (Judged & Scored)[], theirs: readonly Judged[]): void {
  console.log(`\n${ON[moment]}: ${own.length} orders, ${own.filter(({ fraud }) => fraud).length} of them fraud`);
  console.log('| score | n | mean score | reported | fraud |');
  for (const { from, to, n, meanScore, reported, fraud } of calibrationTable(own)) {
    console.log(`| ${from} – ${to} | ${n} | ${digits(meanScore)} | ${digits(reported)} | ${digits(fraud)} |`);
  }
  for (const [name, judged] of [
    ['trees', own],
    ['rules', theirs],
  ] as const) {
    for (const decision of ['APPROVE', 'REVIEW', 'DECLINE'] as const) {
      const those = judged.filter((one) => one.decision === decision);
      const frauds = those.filter(({ fraud }) => fraud).length;
      console.log(`${name}: ${decision} ${those.length}, ${frauds} of them fraud ${share(frauds, those.length)}`);
    }
  }
}

function print(name: string, quality: Quality): void {
  console.log(`\n${name}`);
  for (const { metric, on, value, n, interval } of quality) {
    console.log(`${metric}, ${on}: ${value}${interval ? ` (${interval.join(' – ')})` : ''}, n = ${n}`);
  }
}

/** A share with its 95% interval. */
export function share(part: number, n: number): string {
  return n === 0 ? '' : `${digits(part / n)} (${rounded(wilsonInterval(part, n)).join(' – ')})`;
}

export function rounded([low, high]: Interval): [number, number] {
  return [digits(low), digits(high)];
}

export function digits(value: number): number {
  return Number(value.toFixed(4));
}
