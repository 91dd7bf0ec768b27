import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import type { FeedbackStore } from './quality/feedbackStore.ts';
import { ModelRuntime } from './runtime.ts';

const lengths = {
  folder: new URL('fixtures/lengths/', import.meta.url),
  code: new URL('fixtures/lengths/model.ts', import.meta.url),
};
const fallback = {
  folder: new URL('fixtures/lengthsFallback/', import.meta.url),
  code: new URL('fixtures/lengthsFallback/model.ts', import.meta.url),
};

test.each<[title: string, live: FeedbackStore['live']]>([
  ['is down', () => Promise.reject(new Error('no database'))],
  ['does not answer', () => new Promise(() => {})],
])('how a model does is told also while the database %s, and within two seconds', async (_, live) => {
  const runtime = await ModelRuntime.start({ log: pino({ level: 'silent' }), workers: 1 });
  onTestFinished(() => runtime.close());
  await runtime.load({ ...lengths, fallback }, { feedback: { live, count: async () => true } });
  const askedAt = performance.now();
  expect(await runtime.report()).toMatchObject([
    { name: 'lengths', versions: [{ ready: true, liveQuality: null }] },
    { name: 'lengths-fallback', versions: [{ ready: true, liveQuality: null }] },
  ]);
  expect(performance.now() - askedAt).toBeLessThan(2_000);
});
