import { Random } from '../../../world/random.ts';
import type { Costs } from '../decision/costs.ts';
import type { Decision } from '../decision/decide.ts';

/** What was said of a held-out order, and what is true of it. */
export interface Judged {
  readonly score: number;
  readonly decision: Decision;
  readonly amount: number;
  readonly fraud: boolean;
}

export interface Figures {
  readonly auc: number;
  /** Of the 1% that score highest, the share that is fraud. */
  readonly precision: number;
  /** Of the frauds, the share among that 1%. */
  readonly recall: number;
  /** What an order costs on average, by its decision, in Singapore dollars. */
  readonly cost: number;
}

const ALERTS = 0.01;
const RESAMPLES = 1_000;

/** Figures of judged orders, of which each counts as often as its weight says. Of orders that score alike each is as likely among the 1%. */
export class Measuring {
  readonly #judged: readonly Judged[];
  readonly #costs: readonly number[];
  /** Places of the orders by score, the highest first, those that score alike together. */
  readonly #ties: readonly (readonly number[])[];

  constructor(judged: readonly Judged[], costs: Costs) {
    this.#judged = judged;
    this.#costs = judged.map((one) => costOf(one, costs));
    const groups = new Map<number, number[]>();
    for (const [place, { score }] of judged.entries()) {
      const group = groups.get(score);
      if (group) group.push(place);
      else groups.set(score, [place]);
    }
    this.#ties = [...groups].sort(([a], [b]) => b - a).map(([, places]) => places);
  }

  figures(weights: ArrayLike<number>): Figures {
    let [orders, frauds, cost] = [0, 0, 0];
    for (const [place, { fraud }] of this.#judged.entries()) {
      const weight = weights[place] ?? 0;
      orders += weight;
      if (fraud) frauds += weight;
      cost += weight * (this.#costs[place] ?? 0);
    }
    let left = Math.ceil(orders * ALERTS);
    const alerts = left;
    let [pairs, found, above] = [0, 0, 0];
    for (const tie of this.#ties) {
      let [all, bad] = [0, 0];
      for (const place of tie) {
        const weight = weights[place] ?? 0;
        all += weight;
        if (this.#judged[place]?.fraud) bad += weight;
      }
      // A fraud is above each good order that comes later, and beside those that score alike.
      const good = all - bad;
      pairs += bad * (orders - frauds - above - good / 2);
      above += good;
      if (all > 0) found += bad * Math.min(1, left / all);
      left = Math.max(0, left - all);
    }
    return {
      auc: pairs / (frauds * (orders - frauds)),
      precision: found / alerts,
      recall: found / frauds,
      cost: cost / orders,
    };
  }
}

/** By what happened: a fraud that was sent is lost, a good order that was declined earns nothing and annoys. */
function costOf({ decision, amount, fraud }: Judged, costs: Costs): number {
  const loss = fraud ? amount + costs.chargeback : amount * costs.margin + costs.goodwill;
  if (decision === 'APPROVE') return fraud ? loss : 0;
  if (decision === 'DECLINE') return fraud ? 0 : loss;
  return costs.review + loss * (fraud ? 1 - costs.reviewStops : costs.reviewDeclines);
}

export type Interval = readonly [low: number, high: number];

/** 95% intervals by the percentiles of resampled orders (Efron, 1979); seeded, so that they are the same each time. */
export function bootstrap(
  orders: number,
  measure: (weights: Uint8Array) => Readonly<Record<string, number>>,
): ReadonlyMap<string, Interval> {
  const random = new Random('held-out months');
  const samples = Array.from({ length: RESAMPLES }, () => {
    const weights = new Uint8Array(orders);
    for (let draw = 0; draw < orders; draw++) {
      const place = Math.floor(random.next() * orders);
      weights[place] = (weights[place] ?? 0) + 1;
    }
    return measure(weights);
  });
  return new Map(
    Object.keys(samples[0] ?? {}).map((name) => {
      const values = samples.map((sample) => sample[name] ?? 0).sort((a, b) => a - b);
      return [name, [values[Math.floor(RESAMPLES * 0.025)] ?? 0, values[Math.floor(RESAMPLES * 0.975)] ?? 0]];
    }),
  );
}
