import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PredictOptions } from './handle.ts';
import type { Priority } from './lane.ts';
import { Scheduler } from './scheduler.ts';
import { WaitingItem } from './waitingItem.ts';

const model = { manifest: { name: 'model', maxBatch: 8 } };
const other = { manifest: { name: 'other', maxBatch: 8 } };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

interface Given extends PredictOptions {
  readonly of?: typeof model;
  readonly size?: number;
}

function add(scheduler: Scheduler<typeof model>, input: string, given: Given = {}): WaitingItem {
  const { of = model, size = 10, priority = 'interactive', ...options } = given;
  const item = new WaitingItem(input, options);
  scheduler.add(of, item, size, priority);
  vi.advanceTimersByTime(1);
  return item;
}

/** What is next, taking `ms` for each batch and `msPerItem` for each item of it. */
function run(scheduler: Scheduler<typeof model>, ms = 0, msPerItem = 10, which: 'all' | 'interactive' = 'all') {
  const batch = scheduler.next(which);
  if (batch) scheduler.done(batch, ms + msPerItem * batch.items.length);
  return batch?.items.map(({ input }) => input);
}

/** Lets it learn what a batch of items of this size costs. */
function teach(
  scheduler: Scheduler<typeof model>,
  ms: number,
  msPerItem: number,
  size = 10,
  priority?: Priority,
): void {
  for (let round = 0; round < 40; round++) {
    for (let item = 0; item < (round % 2 === 0 ? 1 : 8); item++)
      add(scheduler, 'lesson', { size, ...(priority && { priority }) });
    while (run(scheduler, ms, msPerItem)) {}
  }
}

test('the oldest item decides whose turn it is, and items of about its size go with it', () => {
  const scheduler = new Scheduler<typeof model>(1);
  teach(scheduler, 20, 1);
  teach(scheduler, 20, 1, 200);
  add(scheduler, 'a');
  add(scheduler, 'long', { size: 200 });
  add(scheduler, 'b', { size: 12 });
  add(scheduler, 'of another model', { of: other });
  expect([run(scheduler), run(scheduler), run(scheduler), run(scheduler)]).toEqual([
    ['a', 'b'],
    ['long'],
    ['of another model'],
    undefined,
  ]);
});

test('large items make small batches', () => {
  const scheduler = new Scheduler<typeof model>(1);
  teach(scheduler, 20, 1, 200);
  for (const input of ['a', 'b', 'c']) add(scheduler, input, { size: 200 });
  expect(run(scheduler)).toEqual(['a', 'b']);
});

test('where batches do not pay, items go alone', () => {
  const scheduler = new Scheduler<typeof model>(1);
  teach(scheduler, 0, 10);
  for (const input of ['a', 'b', 'c']) add(scheduler, input);
  expect(run(scheduler)).toEqual(['a']);
});

test('what somebody waits for goes first, unless what has time has waited long', () => {
  const scheduler = new Scheduler<typeof model>(1);
  add(scheduler, 'patient', { priority: 'batch' });
  vi.advanceTimersByTime(400);
  add(scheduler, 'urgent');
  expect(run(scheduler)).toEqual(['urgent']);
  vi.advanceTimersByTime(200);
  add(scheduler, 'urgent');
  expect(run(scheduler)).toEqual(['patient']);
  add(scheduler, 'patient', { priority: 'batch' });
  expect(run(scheduler)).toEqual(['urgent']);
  expect(run(scheduler, 0, 10, 'interactive')).toBeUndefined();
});

test('a batch of what has time is one of 10 ms', () => {
  const scheduler = new Scheduler<typeof model>(1);
  teach(scheduler, 4, 1);
  for (let item = 0; item < 8; item++) add(scheduler, `${item}`, { priority: 'batch' });
  // Of 4 ms and 1 ms for each item, six; the fit may be off by a rounding.
  expect([5, 6]).toContain(run(scheduler, 4, 1)?.length);
});

test('what cannot be done in time is refused at once, and told when to come again', () => {
  const scheduler = new Scheduler<typeof model>(2);
  teach(scheduler, 0, 10);
  for (let item = 0; item < 10; item++) add(scheduler, 'waiting');
  // Ten of 10 ms before it, two workers, and its own 10 ms.
  expect(() => add(scheduler, 'late', { deadline: Date.now() + 40 })).toThrow(
    expect.objectContaining({ code: 'OVERLOADED', extensions: { code: 'OVERLOADED', retryAfterMs: 20 } }),
  );
  add(scheduler, 'in time', { deadline: Date.now() + 70 });
  // Patient items wait behind interactive ones, and do not make those late.
  for (let item = 0; item < 100; item++) add(scheduler, 'patient', { priority: 'batch' });
  add(scheduler, 'in time', { deadline: Date.now() + 90 });
});

test('with nothing else to do even the hopeless is tried, or it would never be known what it costs', () => {
  const scheduler = new Scheduler<typeof model>(1);
  teach(scheduler, 0, 1_000);
  add(scheduler, 'hopeless', { deadline: Date.now() + 50 });
  expect(run(scheduler)).toEqual(['hopeless']);
});

test('what has become late while it waited fails, and the next is taken', async () => {
  const scheduler = new Scheduler<typeof model>(1);
  const late = add(scheduler, 'late', { deadline: Date.now() + 50 });
  add(scheduler, 'a');
  vi.advanceTimersByTime(100);
  expect(run(scheduler)).toEqual(['a']);
  await expect(late.result).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
});

test('past 1,000 waiting items of a model there is no room, for other models there is', () => {
  const scheduler = new Scheduler<typeof model>(1);
  for (let item = 0; item < 1_000; item++) add(scheduler, 'waiting', { size: item % 100 });
  expect(() => add(scheduler, 'one more')).toThrow(expect.objectContaining({ code: 'OVERLOADED' }));
  add(scheduler, 'of another model', { of: other });
});

test('an item that was dropped is never taken', () => {
  const scheduler = new Scheduler<typeof model>(1);
  const abort = new AbortController();
  const dropped = add(scheduler, 'dropped', { signal: abort.signal });
  dropped.result.catch(() => {});
  add(scheduler, 'kept');
  abort.abort();
  expect(run(scheduler)).toEqual(['kept']);
  expect(run(scheduler)).toBeUndefined();
});
