import type { Baseline } from './baseline.ts';
import { binOf, type NormRange, type NumericSignal } from './bins.ts';
import { jensenShannon } from './jensenShannon.ts';
import { populationStability } from './populationStability.ts';
import type { Signals } from './signals.ts';
import { WindowedCounts } from './windowedCounts.ts';

/** By the worst signal's PSI: below 0.1 nothing moved, from 0.25 on the population is another (Siddiqi, 2006). */
export type DriftLevel = 'STABLE' | 'WARN' | 'ALERT';

export interface SignalDrift {
  readonly signal: keyof Signals;
  /** Population stability index, less what chance is expected to add. */
  readonly psi: number;
  /** 0 to 1, in bits. */
  readonly jensenShannon: number;
  /** STABLE also for a large PSI that chance alone may give, as it may when the baseline was counted over few items. */
  readonly status: DriftLevel;
}

export interface DriftReport {
  /** The worst of the signals; INSUFFICIENT_SAMPLES as long as there is none. */
  readonly status: 'NO_BASELINE' | 'INSUFFICIENT_SAMPLES' | DriftLevel;
  /** Latest items that the report is about, fewer than 1,000. */
  readonly samples: number;
  /**
   * Those of the baseline that came at least 500 times. One that only some of the items have is compared over its own
   * latest 500 to 999 values, which reach further back; one that 500 to 999 items in a row lacked begins anew.
   */
  readonly signals: readonly SignalDrift[];
}

/** Items of one window; the report is about this many to twice as many. */
const WINDOW = 500;
const NUMERIC_SIGNALS = ['confidence', 'margin', 'length', 'unknownTokens', 'embeddingNorm'] as const;
const WARN_FROM = 0.1;
const ALERT_FROM = 0.25;
const BY_SEVERITY = ['STABLE', 'WARN', 'ALERT'] as const satisfies readonly DriftLevel[];

/** Tells whether the latest items of production are still like those of the baseline. */
export class DriftMonitor {
  readonly #baseline: Baseline | undefined;
  readonly #range: NormRange;
  readonly #numbers: readonly { readonly signal: NumericSignal; readonly counts: WindowedCounts }[];
  readonly #labels: ReadonlyMap<string, number>;
  readonly #labelCounts: WindowedCounts | undefined;
  #current = 0;
  #previous = 0;

  /** @param baseline of the model's manifest; without one nothing is compared. */
  constructor(baseline: Baseline | undefined) {
    const { labels, embeddingNorm, confidence, margin, length, unknownTokens } = baseline ?? {};
    const bins = { confidence, margin, length, unknownTokens, embeddingNorm: embeddingNorm?.counts };
    this.#baseline = baseline;
    this.#range = embeddingNorm ?? { from: 0, to: 1 };
    this.#numbers = NUMERIC_SIGNALS.flatMap((signal) => {
      const counted = bins[signal];
      return counted ? [{ signal, counts: new WindowedCounts(counted) }] : [];
    });
    this.#labels = new Map(Object.keys(labels ?? {}).map((label, index) => [label, index]));
    this.#labelCounts = labels && new WindowedCounts(withUnseen(Object.values(labels)));
  }

  /** Counts one item, in constant time. NaN is not counted; a value beyond a signal's range counts as its end. */
  observe(signals: Signals): void {
    for (const { signal, counts } of this.#numbers) {
      const value = signals[signal];
      if (value !== undefined) counts.add(binOf(signal, value, this.#range));
    }
    if (signals.label !== undefined) this.#labelCounts?.add(this.#labels.get(signals.label) ?? this.#labels.size);
    this.#current += 1;
    if (this.#current === WINDOW) this.#beginWindow();
  }

  /** Compares now; takes some microseconds. */
  report(): DriftReport {
    const samples = this.#previous + this.#current;
    if (!this.#baseline) return { status: 'NO_BASELINE', samples, signals: [] };
    const signals = this.#compare();
    const worst = Math.max(...signals.map(({ status }) => BY_SEVERITY.indexOf(status)));
    return { status: BY_SEVERITY[worst] ?? 'INSUFFICIENT_SAMPLES', samples, signals };
  }

  #compare(): readonly SignalDrift[] {
    const drifts = this.#numbers.map(({ signal, counts }) => driftOf(signal, counts));
    if (this.#labelCounts) drifts.unshift(driftOf('label', this.#labelCounts));
    return drifts.filter((drift) => drift !== null);
  }

  #beginWindow(): void {
    this.#previous = this.#current;
    this.#current = 0;
    for (const { counts } of this.#numbers) counts.forgetWhenQuiet();
    this.#labelCounts?.forgetWhenQuiet();
  }
}

/**
 * One bin more, for every label that the baseline does not have. Where it has many but once, there are more that it
 * missed: their share of the population is about that of the labels seen once (Good, 1953). It is taken off every label
 * by the same number of items, at most one, so that it is the rare ones that give (Ney, Essen and Kneser, 1994).
 */
function withUnseen(labels: readonly number[]): readonly number[] {
  const once = labels.filter((items) => items === 1).length;
  const seen = labels.filter((items) => items > 0).length;
  return [...labels.map((items) => Math.max(items - once / seen, 0)), once];
}

function driftOf(signal: keyof Signals, counts: WindowedCounts): SignalDrift | null {
  const latest = counts.latest();
  if (latest === null) return null;
  const { psi, significant } = populationStability(latest, counts.baseline);
  const level = psi < WARN_FROM ? 'STABLE' : psi < ALERT_FROM ? 'WARN' : 'ALERT';
  return {
    signal,
    psi,
    jensenShannon: jensenShannon(latest, counts.baseline),
    status: significant ? level : 'STABLE',
  };
}
