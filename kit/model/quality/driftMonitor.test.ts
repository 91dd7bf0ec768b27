import { expect, test } from 'vitest';
import { createBaseline } from './baseline.ts';
import { DriftMonitor, type DriftReport } from './driftMonitor.ts';
import { type Shift, signalSource } from './fixtures/signalSource.ts';
import type { Signals } from './signals.ts';

/** A source, and a monitor with a baseline of so many of its items. */
function monitored(seed: number, items = 3_000): { source: ReturnType<typeof signalSource>; monitor: DriftMonitor } {
  const source = signalSource(seed);
  const baseline = createBaseline(
    'what this source gave first',
    Array.from({ length: items }, () => source()),
  );
  return { source, monitor: new DriftMonitor(baseline) };
}

function observe(monitor: DriftMonitor, items: number, source: () => Signals): void {
  for (let item = 0; item < items; item++) monitor.observe(source());
}

/** The status after every 50 items. */
function watch(monitor: DriftMonitor, items: number, source: () => Signals): DriftReport['status'][] {
  return Array.from({ length: items / 50 }, () => {
    observe(monitor, 50, source);
    return monitor.report().status;
  });
}

test.each([
  [1, 3_000],
  [2, 3_000],
  [3, 3_000],
  [4, 300],
])('100,000 items like those of the baseline never look different (seed %d, a baseline of %d)', (seed, items) => {
  const { source, monitor } = monitored(seed, items);
  const statuses = watch(monitor, 100_000, source);
  expect(statuses.slice(0, 9)).toEqual(Array(9).fill('INSUFFICIENT_SAMPLES'));
  expect(new Set(statuses.slice(9))).toEqual(new Set(['STABLE']));
  expect(monitor.report().signals.map(({ signal }) => signal)).toEqual([
    'label',
    'confidence',
    'margin',
    'length',
    'unknownTokens',
    'embeddingNorm',
  ]);
});

const shifts: [string, keyof Signals, Shift][] = [
  ['a mean confidence 0.1 lower', 'confidence', { confidence: -0.1 }],
  ['labels 75 to 25 instead of 50 to 50', 'label', { positive: 0.75 }],
  ['lengths twice as long', 'length', { length: 2 }],
  ['10% unknown tokens instead of 1%', 'unknownTokens', { unknown: 0.1 }],
];

test.each(shifts)('%s are told within 1,000 items, and no longer once they have ended', (_, signal, shift) => {
  for (const seed of [1, 2, 3]) {
    const { source, monitor } = monitored(seed);
    observe(monitor, 5_000, source);
    expect(monitor.report().status).toBe('STABLE');
    observe(monitor, 1_000, () => source(shift));
    const { status, signals } = monitor.report();
    expect(['WARN', 'ALERT']).toContain(status);
    expect(signals.find((drift) => drift.signal === signal)).toMatchObject({ status });
    expect(signals.find((drift) => drift.signal === 'embeddingNorm')).toMatchObject({ status: 'STABLE' });
    observe(monitor, 1_000, source);
    expect(monitor.report().status).toBe('STABLE');
  }
});

test('labels that the baseline does not have are a drift', () => {
  const { source, monitor } = monitored(1);
  observe(monitor, 500, () => ({ ...source(), label: '__proto__' }));
  expect(monitor.report().signals.find(({ signal }) => signal === 'label')).toMatchObject({ status: 'ALERT' });
});

test('without a baseline nothing is compared', () => {
  const monitor = new DriftMonitor(undefined);
  observe(monitor, 1_234, signalSource(1));
  expect(monitor.report()).toEqual({ status: 'NO_BASELINE', samples: 734, signals: [] });
});

test('before 500 items nothing is said', () => {
  const { source, monitor } = monitored(1);
  observe(monitor, 499, source);
  expect(monitor.report()).toEqual({ status: 'INSUFFICIENT_SAMPLES', samples: 499, signals: [] });
  monitor.observe(source());
  expect(monitor.report()).toMatchObject({ status: 'STABLE', samples: 500 });
});

test('a signal that comes too seldom, and one that the baseline lacks, is not compared', () => {
  const source = signalSource(1);
  const numbers = (): Signals => {
    const { confidence, length } = source();
    return { confidence, length };
  };
  const monitor = new DriftMonitor(createBaseline('numbers', Array.from({ length: 3_000 }, numbers)));
  let item = 0;
  observe(monitor, 1_000, () => {
    const { length, ...rest } = source();
    item += 1;
    return item % 5 === 0 ? { ...rest, length } : rest;
  });
  expect(monitor.report().signals.map(({ signal }) => signal)).toEqual(['confidence']);
  observe(monitor, 1_000, () => ({ margin: 0.5 }));
  expect(monitor.report()).toEqual({ status: 'INSUFFICIENT_SAMPLES', samples: 500, signals: [] });
});

test('a signal that some items lack is compared over 500 of its own values, and its shift is told', () => {
  const { source, monitor } = monitored(1);
  let item = 0;
  const sometimes = (shift?: Shift): Signals => {
    const { margin, ...rest } = source(shift);
    item += 1;
    return item % 5 < 2 ? { ...rest, margin } : rest;
  };
  const marginOf = ({ signals }: DriftReport) => signals.find(({ signal }) => signal === 'margin');
  observe(monitor, 1_249, sometimes);
  expect(marginOf(monitor.report())).toBeUndefined();
  for (let step = 0; step < 100; step++) {
    observe(monitor, 50, sometimes);
    expect(marginOf(monitor.report())).toMatchObject({ status: 'STABLE' });
  }
  observe(monitor, 2_500, () => sometimes({ confidence: -0.1 }));
  expect(marginOf(monitor.report())).toMatchObject({ status: expect.stringMatching(/WARN|ALERT/) });
});

test('a signal that came no more for a window is forgotten', () => {
  const { source, monitor } = monitored(1);
  observe(monitor, 1_000, () => ({ ...source(), margin: 0 }));
  expect(monitor.report()).toMatchObject({ status: 'ALERT' });
  observe(monitor, 1_000, () => {
    const { margin: _, ...rest } = source();
    return rest;
  });
  const { status, signals } = monitor.report();
  expect(status).toBe('STABLE');
  expect(signals.map(({ signal }) => signal)).not.toContain('margin');
});

test.each([
  [100, 100],
  [1_000, 100],
])('%d labels of which a baseline of %d items saw a part are no drift', (labels, items) => {
  const { source } = monitored(5);
  // Frequent ones and rare ones, as Zipf has them.
  const label = (): string => `label ${Math.floor(labels ** (2 * source().confidence - 1))}`;
  const monitor = new DriftMonitor(
    createBaseline(
      'labels',
      Array.from({ length: items }, () => ({ label: label() })),
    ),
  );
  const statuses = watch(monitor, 100_000, () => ({ label: label() }));
  expect(new Set(statuses.slice(10))).toEqual(new Set(['STABLE']));
});

test('NaN is not counted, and values out of range count as the ends', () => {
  const { source, monitor } = monitored(1);
  const untouched = monitored(1);
  observe(untouched.monitor, 600, untouched.source);
  observe(monitor, 600, source);
  const nothing = Number.NaN;
  observe(monitor, 100, () => ({ confidence: nothing, margin: nothing, length: nothing, embeddingNorm: nothing }));
  expect(monitor.report()).toEqual({ ...untouched.monitor.report(), samples: 700 });

  const ends = [Number.POSITIVE_INFINITY, -1e300, -1, 0, 1.0000001];
  observe(monitor, 1_000, () => {
    const value = ends[Math.floor(source().confidence * 1_000) % ends.length] ?? 0;
    return { confidence: value, margin: value, length: value, unknownTokens: value, embeddingNorm: value };
  });
  const { signals } = monitor.report();
  expect(signals.map(({ signal }) => signal)).toEqual([
    'confidence',
    'margin',
    'length',
    'unknownTokens',
    'embeddingNorm',
  ]);
  for (const { psi, jensenShannon } of signals) {
    expect(psi).toBeGreaterThan(0.25);
    expect(psi).toBeLessThan(20);
    expect(jensenShannon).toBeLessThanOrEqual(1);
  }
});

test('a million items are counted in seconds at the very most', () => {
  const { source, monitor } = monitored(1);
  const item = source();
  const start = performance.now();
  observe(monitor, 1_000_000, () => item);
  expect(performance.now() - start).toBeLessThan(5_000);
});
