import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Priority } from './lane.ts';
import { type Choice, Scheduler } from './scheduler.ts';
import { WaitingItem } from './waitingItem.ts';

const model = { manifest: { name: 'model', maxBatch: 8 }, served: {} };
const other = { manifest: { name: 'other', maxBatch: 8 }, served: {} };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** What the tests run is done at once, so that no worker is ever at work. */
const idle = { busy: false, remainingMs: 0 };
const schedulerOf = (workers: number, underWay = idle) => new Scheduler<typeof model>(workers, 1_000, () => underWay);

interface Given {
  readonly deadline?: number;
  readonly priority?: Priority;
  readonly of?: typeof model;
  readonly size?: number;
}

function add(scheduler: Scheduler<typeof model>, input: string, given: Given = {}): WaitingItem {
  const { of = model, size = 10, priority = 'interactive', deadline } = given;
  const item = new WaitingItem(input, deadline);
  scheduler.add(of, item, size, priority);
  vi.advanceTimersByTime(1);
  return item;
}

/** What is next, taking `ms` for each batch and `msPerItem` for each item of it. */
function run(scheduler: Scheduler<typeof model>, ms = 0, msPerItem = 10, which: Choice = 'all') {
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
  const scheduler = schedulerOf(1);
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
  const scheduler = schedulerOf(1);
  teach(scheduler, 20, 1, 200);
  for (const input of ['a', 'b', 'c']) add(scheduler, input, { size: 200 });
  expect(run(scheduler)).toEqual(['a', 'b']);
});

test('where batches do not pay, items go alone', () => {
  const scheduler = schedulerOf(1);
  teach(scheduler, 0, 10);
  for (const input of ['a', 'b', 'c']) add(scheduler, input);
  expect(run(scheduler)).toEqual(['a']);
});

test('what somebody waits for goes first; what has time and is due gets every fifth turn', () => {
  const scheduler = schedulerOf(1);
  for (const [index, input] of ['p1', 'p2', 'p3'].entries())
    add(scheduler, input, { priority: 'batch', size: 30 * index });
  vi.advanceTimersByTime(400);
  for (let item = 0; item < 12; item++) add(scheduler, 'urgent', { size: 300 });
  expect(run(scheduler)).toEqual(['urgent']);
  vi.advanceTimersByTime(200);
  const turns = Array.from({ length: 9 }, () => run(scheduler)?.[0]);
  expect(turns).toEqual(['urgent', 'urgent', 'urgent', 'p1', 'urgent', 'urgent', 'urgent', 'urgent', 'p2']);
  expect(run(scheduler, 0, 10, 'interactive')).toEqual(['urgent']);
});

test('a worker that is at work is given what has time only when that is due', () => {
  const scheduler = schedulerOf(1);
  for (let item = 0; item < 5; item++) add(scheduler, 'urgent', { size: 300 });
  add(scheduler, 'patient', { priority: 'batch' });
  for (let item = 0; item < 5; item++) run(scheduler);
  expect(run(scheduler, 0, 10, 'due')).toBeUndefined();
  vi.advanceTimersByTime(600);
  expect(run(scheduler, 0, 10, 'interactive')).toBeUndefined();
  expect(run(scheduler, 0, 10, 'due')).toEqual(['patient']);
});

test('items that wait in the one class leave room in the other', () => {
  const scheduler = schedulerOf(1);
  for (let item = 0; item < 1_000; item++) add(scheduler, 'patient', { priority: 'batch' });
  expect(() => add(scheduler, 'patient', { priority: 'batch' })).toThrow(
    expect.objectContaining({ code: 'OVERLOADED' }),
  );
  add(scheduler, 'urgent');
});

test('a batch is as long as the deadline of each of its items allows, and takes none that is late already', async () => {
  const scheduler = schedulerOf(1);
  teach(scheduler, 20, 1);
  for (const input of ['a', 'b', 'c']) add(scheduler, input);
  add(scheduler, 'hurried', { deadline: Date.now() + 60 });
  vi.advanceTimersByTime(32);
  // Of 20 ms and 1 ms for each item, with room for an estimate that is short.
  expect(run(scheduler)).toEqual(['a', 'b', 'c']);
  expect(run(scheduler)).toEqual(['hurried']);
  add(scheduler, 'd');
  const late = add(scheduler, 'late', { deadline: Date.now() + 60 });
  add(scheduler, 'e');
  vi.advanceTimersByTime(100);
  expect(run(scheduler)).toEqual(['d']);
  expect(run(scheduler)).toEqual(['e']);
  await expect(late.answer).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
});

test('an item that this worker would be late with is left to another', () => {
  const scheduler = schedulerOf(2, { busy: true, remainingMs: 0 });
  teach(scheduler, 0, 10);
  add(scheduler, 'a', { deadline: Date.now() + 100 });
  expect(scheduler.next('interactive', 500)).toBeUndefined();
  expect(scheduler.next('interactive', 20)?.items).toHaveLength(1);
});

test('a batch of what has time is one of 10 ms', () => {
  const scheduler = schedulerOf(1);
  teach(scheduler, 4, 1);
  for (let item = 0; item < 8; item++) add(scheduler, `${item}`, { priority: 'batch' });
  // Of 4 ms and 1 ms for each item, six; the fit may be off by a rounding.
  expect([5, 6]).toContain(run(scheduler, 4, 1)?.length);
});

test('what cannot be done in time is refused at once, and told when to come again', () => {
  const scheduler = schedulerOf(2);
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
  const scheduler = schedulerOf(1);
  teach(scheduler, 0, 1_000);
  add(scheduler, 'hopeless', { deadline: Date.now() + 50 });
  expect(run(scheduler)).toEqual(['hopeless']);
});

test('what has become late while it waited fails, and the next is taken', async () => {
  const scheduler = schedulerOf(1);
  const late = add(scheduler, 'late', { deadline: Date.now() + 50 });
  add(scheduler, 'a');
  vi.advanceTimersByTime(100);
  expect(run(scheduler)).toEqual(['a']);
  await expect(late.answer).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
});

test('past 1,000 waiting items of a model there is no room, for other models there is', () => {
  const scheduler = schedulerOf(1);
  for (let item = 0; item < 1_000; item++) add(scheduler, 'waiting', { size: item % 100 });
  expect(() => add(scheduler, 'one more')).toThrow(expect.objectContaining({ code: 'OVERLOADED' }));
  add(scheduler, 'of another model', { of: other });
});

test('until some have run, an item is taken to need what its warm-up told', () => {
  const scheduler = schedulerOf(1);
  const quick = { manifest: { name: 'quick', maxBatch: 8 }, served: { guessMs: 0.01 } };
  for (let item = 0; item < 100; item++) add(scheduler, `${item}`, { of: quick, deadline: Date.now() + 50 });
  expect(() => {
    for (let item = 0; item < 100; item++) add(scheduler, `${item}`, { deadline: Date.now() + 50 });
  }).toThrow(expect.objectContaining({ code: 'OVERLOADED' }));
});

test('an item that was dropped is never taken', () => {
  const scheduler = schedulerOf(1);
  const dropped = add(scheduler, 'dropped');
  dropped.answer.catch(() => {});
  add(scheduler, 'kept');
  dropped.drop(new Error('nobody waits for it'));
  expect(run(scheduler)).toEqual(['kept']);
  expect(run(scheduler)).toBeUndefined();
});
