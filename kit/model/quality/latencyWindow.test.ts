import { expect, test } from 'vitest';
import { LatencyWindow } from './latencyWindow.ts';

function recorded(milliseconds: readonly number[]): LatencyWindow {
  const window = new LatencyWindow();
  for (const latency of milliseconds) window.record(latency);
  return window;
}

test('nothing recorded has no percentiles', () => {
  expect(new LatencyWindow().percentiles()).toBeNull();
});

test('percentiles are exact to one in a hundred, from microseconds to minutes', () => {
  for (const unit of [0.01, 1, 1_000]) {
    const percentiles = recorded(Array.from({ length: 100 }, (_, index) => (index + 1) * unit)).percentiles();
    expect((percentiles?.p50 ?? 0) / unit / 50).toBeCloseTo(1, 1.7);
    expect((percentiles?.p99 ?? 0) / unit / 99).toBeCloseTo(1, 1.7);
  }
});

test('what was long ago is forgotten, what is recent is not', () => {
  const window = recorded([...Array<number>(1_500).fill(500), ...Array<number>(900).fill(1)]);
  expect(window.percentiles()?.p99).toBeGreaterThan(490);
  for (let call = 0; call < 1_000; call++) window.record(1);
  expect(window.percentiles()?.p99).toBeCloseTo(1, 1);
});

test('the first window stays until a third one begins', () => {
  const window = recorded(Array<number>(1_000).fill(7));
  expect(window.percentiles()?.p50).toBeCloseTo(7, 0);
});

test('strange latencies do no harm', () => {
  expect(recorded([Number.NaN, -1]).percentiles()).toBeNull();
  expect(recorded([0]).percentiles()).toEqual({ p50: 0.001, p99: 0.001 });
  const hours = recorded([Number.POSITIVE_INFINITY, 1e12]).percentiles()?.p50 ?? 0;
  expect(hours / 3_600_000).toBeCloseTo(1, 1);
});
