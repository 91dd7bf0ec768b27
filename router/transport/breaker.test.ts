import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Breaker } from './breaker.ts';

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

let hopeless = true;
const create = () => new Breaker({ failures: 2, spacingMs: 10, restMs: 100, maxRestMs: 300, hopeless: () => hopeless });

function fail(breaker: Breaker, times = 1): void {
  for (let i = 0; i < times; i++) {
    if (!breaker.open) vi.advanceTimersByTime(10);
    breaker.leave(breaker.enter(), 'failed');
  }
}

test('opens after failures in a row only', () => {
  const breaker = create();
  fail(breaker);
  breaker.leave(breaker.enter(), 'answered');
  fail(breaker);
  breaker.leave(breaker.enter(), 'neutral');
  expect(breaker.open).toBe(false);
  fail(breaker);
  expect(() => breaker.enter()).toThrow(expect.objectContaining({ kind: 'shut', retryAfterMs: 100 }));
});

test('rests twice as long after each failed probe, up to its limit, and as at first once one was answered', () => {
  const breaker = create();
  fail(breaker, 2);
  for (const restMs of [100, 200, 300, 300]) {
    vi.advanceTimersByTime(restMs - 1);
    expect(() => breaker.enter()).toThrow(expect.objectContaining({ retryAfterMs: 1 }));
    vi.advanceTimersByTime(1);
    fail(breaker);
  }
  vi.advanceTimersByTime(300);
  breaker.leave(breaker.enter(), 'answered');
  expect(breaker.open).toBe(false);
  fail(breaker, 2);
  vi.advanceTimersByTime(100);
  expect(() => breaker.enter()).not.toThrow();
});

test('lets one probe in at a time, the next when that one was abandoned or takes too long', () => {
  const breaker = create();
  fail(breaker, 2);
  vi.advanceTimersByTime(100);
  const abandoned = breaker.enter();
  expect(() => breaker.enter()).toThrow();
  breaker.leave(abandoned, 'neutral');
  breaker.enter();
  expect(() => breaker.enter()).toThrow();
  vi.advanceTimersByTime(100);
  expect(() => breaker.enter()).not.toThrow();
});

test('is not moved by fetches that began before it opened or closed', () => {
  const breaker = create();
  const early = [breaker.enter(), breaker.enter(), breaker.enter()] as const;
  fail(breaker, 2);
  breaker.leave(early[0], 'answered');
  expect(breaker.open).toBe(true);
  vi.advanceTimersByTime(100);
  breaker.leave(breaker.enter(), 'answered');
  breaker.leave(early[1], 'failed');
  breaker.leave(early[2], 'failed');
  expect(breaker.open).toBe(false);
});

test('takes failures that come at once for one', () => {
  const breaker = create();
  fail(breaker);
  for (let i = 0; i < 5; i++) breaker.leave(breaker.enter(), 'failed');
  expect(breaker.open).toBe(false);
  fail(breaker);
  expect(breaker.open).toBe(true);
});

test('opens at once for what would hurt the router itself', () => {
  const breaker = create();
  breaker.leave(breaker.enter(), 'harmful');
  expect(breaker.open).toBe(true);
});

test('stays closed while another replica can be asked', () => {
  hopeless = false;
  const breaker = create();
  fail(breaker, 10);
  expect(breaker.open).toBe(false);
  hopeless = true;
  fail(breaker);
  expect(breaker.open).toBe(true);
});
