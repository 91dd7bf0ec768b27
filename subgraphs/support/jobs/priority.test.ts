import { expect, test } from 'vitest';
import { priorityOf, type ReadInquiry, urgencyOf } from './priority.ts';
import { inboxTriage, sortInbox } from './triageTally.ts';

const inquiry = (id: string, told: Partial<ReadInquiry> = {}): ReadInquiry => ({
  id,
  version: 1,
  createdAt: '2026-11-01T00:00:00.000Z',
  language: { code: 'en' },
  sentiment: { label: 'POSITIVE' },
  topic: { label: 'DELIVERY', subtopic: 'TRACKING' },
  ...told,
});

test.each([
  ['a question about a product', { topic: { label: 'PRODUCT_QUESTION', subtopic: 'USAGE' } }, false, 'LOW'],
  ['what is of no topic', { topic: { label: null, subtopic: null } }, false, 'LOW'],
  ['where a parcel is', {}, false, 'NORMAL'],
  ['where a parcel is, in anger', { sentiment: { label: 'NEGATIVE' } }, false, 'HIGH'],
  ['where a parcel is, waiting for long', {}, true, 'HIGH'],
  [
    'a voucher, in anger',
    { topic: { label: 'PROMOTION', subtopic: 'VOUCHER' }, sentiment: { label: 'NEGATIVE' } },
    false,
    'NORMAL',
  ],
  [
    'an account that somebody else uses',
    { topic: { label: 'ACCOUNT', subtopic: 'SECURITY' }, sentiment: null },
    false,
    'HIGH',
  ],
  ['what could not be told', { topic: null, sentiment: null, language: null }, false, 'NORMAL'],
])('%s is sorted by its topic, its mood and its age', (_, told, waitsLong, priority) => {
  expect(priorityOf(urgencyOf(inquiry('inquiry-1', told), waitsLong))).toBe(priority);
});

const day = (n: number) => new Date(Date.UTC(2026, 10, n)).toISOString();

test('an inbox is sorted alike in whatever order it is read', () => {
  const inbox = Array.from({ length: 20 }, (_, n) =>
    inquiry(`inquiry-${n}`, {
      createdAt: day(1 + (n % 7)),
      ...(n % 3 === 0 && { sentiment: { label: 'NEGATIVE' } }),
      ...(n % 5 === 0 && { topic: null }),
    }),
  );
  expect(sortInbox(inbox.toReversed())).toEqual(sortInbox(inbox));
});

test('a triage counts what was told, and what was not', () => {
  const { triage } = sortInbox([
    inquiry('inquiry-a', { language: { code: 'id' }, sentiment: null }),
    inquiry('inquiry-b', { language: { code: 'id' }, topic: { label: 'PAYMENT', subtopic: 'DOUBLE_CHARGE' } }),
    inquiry('inquiry-c', { language: { code: 'unknown' }, topic: { label: null, subtopic: null } }),
    inquiry('inquiry-d', { language: null, sentiment: null, topic: null }),
    inquiry('inquiry-e', { topic: { label: 'A_TOPIC_OF_TOMORROW', subtopic: null } }),
  ]);
  expect(triage).toEqual({
    total: 5,
    topics: [
      { label: null, count: 2 },
      { label: 'DELIVERY', count: 1 },
      { label: 'PAYMENT', count: 1 },
    ],
    languages: [
      { code: 'id', count: 2 },
      { code: 'en', count: 1 },
      { code: 'unknown', count: 1 },
    ],
    priorities: [
      { priority: 'HIGH', count: 1 },
      { priority: 'NORMAL', count: 3 },
      { priority: 'LOW', count: 1 },
    ],
    untold: { language: 1, sentiment: 2, topic: 1 },
    mostUrgent: ['inquiry-b', 'inquiry-a', 'inquiry-d', 'inquiry-e', 'inquiry-c'],
  });
  expect(inboxTriage.parse({ ...triage, passedOver: 0 })).toBeDefined();
});

test('the tenth that waits longest is read sooner, and the ten most urgent are told', () => {
  const inbox = Array.from({ length: 30 }, (_, n) => inquiry(`inquiry-${n}`, { createdAt: day(1 + n) }));
  const { sorted, triage } = sortInbox(inbox);
  expect(sorted.filter(({ priority }) => priority === 'HIGH').map(({ id }) => id)).toEqual([
    'inquiry-0',
    'inquiry-1',
    'inquiry-2',
  ]);
  expect(triage.mostUrgent).toEqual(inbox.slice(0, 10).map(({ id }) => id));
});
