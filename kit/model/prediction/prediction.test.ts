import { context, trace } from '@opentelemetry/api';
import { InMemorySpanExporter, NodeTracerProvider, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-node';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import type { DefinitionOf } from '../defineModel.ts';
import { gatedItem } from '../fixtures/lengths/gatedItem.ts';
import type lengths from '../fixtures/lengths/model.ts';
import type { Item } from '../fixtures/lengths/model.ts';
import type { ModelHandle } from '../handle.ts';
import type { PredictionReport } from '../observer.ts';
import { ModelRuntime } from '../runtime.ts';
import type { BatchReport } from '../scheduling/batchReport.ts';

const definition: DefinitionOf<typeof lengths> = {
  folder: new URL('../fixtures/lengths/', import.meta.url),
  code: new URL('../fixtures/lengths/model.ts', import.meta.url),
};
const cheaper: typeof definition = {
  folder: new URL('../fixtures/lengthsFallback/', import.meta.url),
  code: new URL('../fixtures/lengthsFallback/model.ts', import.meta.url),
};

let runtime: ModelRuntime;
let batches: BatchReport[];
let predictions: PredictionReport[];
let fallbacks: string[];

beforeEach(async () => {
  [batches, predictions, fallbacks] = [[], [], []];
  runtime = await ModelRuntime.start({
    log: pino({ level: 'silent' }),
    workers: 1,
    observer: {
      onBatch: (report) => batches.push(report),
      onPrediction: (report) => predictions.push(report),
      onFallback: ({ reason }) => fallbacks.push(reason),
    },
  });
});
afterEach(() => runtime.close());

const items = () => batches.reduce((sum, batch) => sum + batch.items, 0);
const of = (tenant: string | null) => ({ identity: { tenant, subject: null } });

test('an answer that is known is given again without a worker', async () => {
  const model = await runtime.load(definition);
  const first = await model.predict({ text: 'abc' });
  const second = await model.predict({ text: 'abc' });
  expect(second).toMatchObject({ output: first.output, model: first.model, degraded: false });
  expect(items()).toBe(1);
  expect(predictions.map(({ cache, outcome }) => [cache, outcome])).toEqual([
    ['miss', 'success'],
    ['hit', 'success'],
  ]);
});

test('the same question asked at once is predicted once', async () => {
  const model = await runtime.load(definition);
  const answers = await Promise.all(Array.from({ length: 50 }, () => model.predict({ text: 'abc' })));
  expect(new Set(answers.map(({ output }) => output))).toEqual(new Set([3]));
  expect(items()).toBe(1);
  expect(predictions.filter(({ cache }) => cache === 'joined')).toHaveLength(49);
});

test('what was predicted as work in bulk is known to who waits', async () => {
  const model = await runtime.load(definition);
  await model.predict({ text: 'abc' }, { priority: 'batch' });
  await model.predict({ text: 'abc' });
  expect(predictions.map(({ cache }) => cache)).toEqual(['miss', 'hit']);
});

test('tenants, and versions of what an answer also depends on, share nothing', async () => {
  const model = await runtime.load(definition);
  await Promise.all([
    model.predict({ text: 'abc' }, of(null)),
    model.predict({ text: 'abc' }, of('one')),
    model.predict({ text: 'abc' }, of('other')),
    model.predict({ text: 'abc' }, { ...of('one'), dataVersion: '7' }),
  ]);
  expect(items()).toBe(4);
});

test('one of several with the same question leaves and the others get their answer; when all leave it is dropped', async () => {
  const model = await runtime.load(definition);
  const { item, taken, release } = gatedItem();
  const busy = model.predict(item);
  await taken;
  const [first, second, third] = [new AbortController(), new AbortController(), new AbortController()];
  const leaves = model.predict({ text: 'shared' }, { signal: first.signal });
  const stays = model.predict({ text: 'shared' }, { signal: second.signal });
  const alone = model.predict({ text: 'alone' }, { signal: third.signal });
  first.abort(new Error('The first client left.'));
  third.abort(new Error('The third client left.'));
  await expect(leaves).rejects.toThrow('The first client left.');
  await expect(alone).rejects.toThrow('The third client left.');
  release();
  await busy;
  expect((await stays).output).toBe(6);
  expect(items()).toBe(2);
  expect((await model.predict({ text: 'shared' })).output).toBe(6);
  expect(items()).toBe(2);
});

test('an error is not kept: the next asks again', async () => {
  const model = await runtime.load(definition);
  for (let round = 0; round < 2; round++) {
    await expect(model.predict({ text: 'broken' })).rejects.toMatchObject({ code: 'MODEL_FAILED' });
  }
  expect(items()).toBe(2);
});

test('the cache keeps to its bound', async () => {
  const small = await ModelRuntime.start({ log: pino({ level: 'silent' }), workers: 1, cacheBytes: 3_000 });
  onTestFinished(() => small.close());
  const model = await small.load(definition);
  const ask = async (text: string) => (await model.predict({ text })).output;
  for (let index = 0; index < 100; index++) await ask(`text ${index}`);
  await ask('text 99');
  await ask('text 0');
  // Of the two only the one that had left was predicted again.
  expect((await small.report())[0]?.versions[0]?.drift.samples).toBe(101);
});

test('an output with a number that is none is MODEL_FAILED', async () => {
  const model = await runtime.load(definition);
  await expect(model.predict({ text: 'nan' })).rejects.toMatchObject({
    code: 'MODEL_FAILED',
    cause: { message: "The model's output has NaN where a number should be." },
  });
});

test.each([['throw'], ['exit'], ['broken']])('a model that breaks (%s) is stood in for, and it shows', async (text) => {
  const model = await runtime.load({ ...definition, fallback: cheaper });
  const answer = await model.predict({ text });
  expect(answer).toMatchObject({ output: -1, degraded: true, model: { name: 'lengths-fallback', version: '1.0.0' } });
  expect(fallbacks).toEqual(['MODEL_FAILED']);
  expect(await model.predict({ text: 'abc' })).toMatchObject({
    output: 3,
    degraded: false,
    model: { name: 'lengths' },
  });
});

test('a model that hangs is stood in for before the deadline', async () => {
  const model = await runtime.load({ ...definition, fallback: cheaper });
  const { item, taken, release } = gatedItem();
  const deadline = Date.now() + 400;
  const answer = model.predict(item, { deadline });
  await taken;
  expect(await answer).toMatchObject({ output: -1, degraded: true });
  expect(Date.now()).toBeLessThanOrEqual(deadline);
  expect(fallbacks).toEqual(['DEADLINE_EXCEEDED']);
  release();
});

test('a model with no room is stood in for', async () => {
  const model = await runtime.load({ ...definition, fallback: cheaper });
  const { item, taken, release } = gatedItem();
  const busy = model.predict(item);
  await taken;
  const waiting = Array.from({ length: 1_000 }, (_, index) => model.predict({ text: `text ${index}` }));
  expect(await model.predict({ text: 'one more' })).toMatchObject({ degraded: true });
  release();
  await Promise.all([busy, ...waiting]);
  expect(fallbacks).toEqual(['OVERLOADED']);
});

test('what the input is to blame for, and who has left, is not stood in for', async () => {
  const model = await runtime.load({ ...definition, fallback: cheaper });
  await expect(model.predict({ text: '' })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  const { item, taken, release } = gatedItem();
  const left = new AbortController();
  const answer = model.predict(item, { signal: left.signal });
  await taken;
  left.abort(new Error('The client left.'));
  await expect(answer).rejects.toThrow('The client left.');
  release();
  expect(fallbacks).toEqual([]);
});

test('a fallback that fails too leaves the error of the model', async () => {
  const model = await runtime.load({ ...definition, fallback: { ...cheaper, code: definition.code } });
  await expect(model.predict({ text: 'broken' })).rejects.toMatchObject({
    code: 'MODEL_FAILED',
    message: 'The model lengths failed on this input.',
  });
});

test('that an answer was known shows in the trace of who asked', async () => {
  const exporter = new InMemorySpanExporter();
  const provider = new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
  provider.register();
  onTestFinished(async () => {
    await provider.shutdown();
    trace.disable();
    context.disable();
  });
  const model: ModelHandle<Item, number> = await runtime.load(definition);
  await model.predict({ text: 'abc' });
  await trace.getTracer('test').startActiveSpan('request', async (span) => {
    await model.predict({ text: 'abc' });
    span.end();
  });
  const [request] = exporter.getFinishedSpans().filter(({ name }) => name === 'request');
  expect(request?.events).toMatchObject([{ name: 'model.predict', attributes: { 'model.cache': 'hit' } }]);
});
