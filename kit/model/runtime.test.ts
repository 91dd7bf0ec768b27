import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { context, trace } from '@opentelemetry/api';
import { InMemorySpanExporter, NodeTracerProvider, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-node';
import { pino } from 'pino';
import { afterAll, afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import type { DefinitionOf } from './defineModel.ts';
import { gatedItem } from './fixtures/lengths/gatedItem.ts';
import type lengths from './fixtures/lengths/model.ts';
import type { Item } from './fixtures/lengths/model.ts';
import type { ModelHandle, PredictOptions } from './handle.ts';
import { ModelRuntime } from './runtime.ts';
import type { BatchReport } from './scheduling/batchReport.ts';

const definition: DefinitionOf<typeof lengths> = {
  folder: new URL('./fixtures/lengths/', import.meta.url),
  code: new URL('./fixtures/lengths/model.ts', import.meta.url),
};

let runtime: ModelRuntime;
let model: ModelHandle<Item, number>;
let batches: BatchReport[];

beforeEach(async () => {
  batches = [];
  runtime = await ModelRuntime.start({
    log: pino({ level: 'silent' }),
    workers: 1,
    observer: { onBatch: (report) => batches.push(report) },
  });
  model = await runtime.load(definition);
});
afterEach(() => runtime.close());

const outputOf = async (item: Item, options?: PredictOptions) => (await model.predict(item, options)).output;
const predictTexts = (...texts: string[]) => Promise.allSettled(texts.map((text) => outputOf({ text })));
const value = (value: number) => ({ status: 'fulfilled', value });
const rejection = (code: string, message: unknown = expect.any(String)) => ({
  status: 'rejected',
  reason: expect.objectContaining({ code, message }),
});

test('items asked for in one turn of the event loop are one batch, answered in order', async () => {
  expect(await predictTexts('a', 'bb', 'ccc')).toEqual([value(1), value(2), value(3)]);
  expect(batches.map(({ items }) => items)).toEqual([3]);
});

test('what waits for a busy worker is taken together once it is idle, at most maxBatch at once', async () => {
  const { item, taken, release } = gatedItem();
  const first = outputOf(item);
  await taken;
  const rest = predictTexts(...Array.from({ length: 11 }, (_, index) => `text ${index}`));
  release();
  await Promise.all([first, rest]);
  // The first that could go together do; whether the next do depends on what that was measured to save.
  expect(batches.map(({ items }) => items).slice(0, 2)).toEqual([1, 8]);
  expect(batches.reduce((sum, { items }) => sum + items, 0)).toBe(12);
});

test('one bad item fails alone: with its own code, or as MODEL_FAILED when the model gave none', async () => {
  expect(await predictTexts('a', '', 'broken', 'dd')).toEqual([
    value(1),
    rejection('BAD_USER_INPUT', 'Expected a text, got an empty one.'),
    rejection('MODEL_FAILED', 'The model lengths failed on this input.'),
    value(2),
  ]);
  expect(batches).toMatchObject([{ items: 4, failedItems: 2, failure: null }]);
});

test('what dies with its worker for no fault of its own is predicted by the next one', async () => {
  const { item, taken, release } = gatedItem();
  const running = outputOf(item);
  await taken;
  // Sent ahead, and waiting in the queue.
  const others = predictTexts('a', 'exit', 'bb');
  release();
  expect(await running).toBe(4);
  expect(await others).toEqual([value(1), rejection('MODEL_FAILED'), value(2)]);
});

test('one item that makes the model throw fails alone', async () => {
  expect(await predictTexts('a', 'throw', 'bb')).toEqual([value(1), rejection('MODEL_FAILED'), value(2)]);
  expect(await predictTexts('ccc')).toEqual([value(3)]);
});

test('a batch whose server has no room fails as a whole and is not asked for one by one', async () => {
  const refused = rejection('OVERLOADED', 'The server has no room.');
  expect(await predictTexts('a', 'away', 'bb')).toEqual([refused, refused, refused]);
  expect(batches.map(({ items }) => items)).toEqual([3]);
});

test('an item that cannot be sent to a thread fails alone', async () => {
  const unsendable: object = { text: 'a', gate: () => {} };
  const [good, bad] = await Promise.allSettled([outputOf({ text: 'a' }), outputOf(unsendable as Item)]);
  expect([good, bad]).toEqual([value(1), rejection('MODEL_FAILED')]);
});

test('a batch in which the model throws fails with the cause kept, and the next one is predicted', async () => {
  const [failed] = await predictTexts('throw');
  expect(failed).toMatchObject({ reason: { code: 'MODEL_FAILED', cause: { message: 'The whole batch is lost.' } } });
  expect(await predictTexts('a')).toEqual([value(1)]);
});

test('an item that no thread can be sent is MODEL_FAILED', async () => {
  const unsendable: object = { text: 'a', gate: () => {} };
  await expect(outputOf(unsendable as Item)).rejects.toMatchObject({ code: 'MODEL_FAILED' });
});

test('an item that kills a worker twice is MODEL_FAILED, and the replacement predicts what waited', async () => {
  const { item, taken, release } = gatedItem();
  const dying = predictTexts('exit');
  const waiting = new Promise((resolve) => setImmediate(resolve)).then(() => predictTexts('a', 'bb'));
  expect(await dying).toEqual([rejection('MODEL_FAILED', 'The worker that ran the model lengths died.')]);
  expect(await waiting).toEqual([value(1), value(2)]);
  const again = outputOf(item);
  await taken;
  release();
  expect(await again).toBe(4);
});

test('a model that could not be loaded does not keep a dead worker from being replaced', async () => {
  const code = new URL('./fixtures/lengths/nothing.ts', import.meta.url);
  await expect(runtime.load({ ...definition, code })).rejects.toMatchObject({
    code: 'MODEL_UNAVAILABLE',
    message: expect.stringMatching(/^The model lengths could not be loaded: .*nothing\.ts/),
  });
  expect(await predictTexts('exit')).toEqual([rejection('MODEL_FAILED')]);
  expect(await predictTexts('a')).toEqual([value(1)]);
});

test('an aborted item that has not started is dropped and rejects with the reason of its signal', async () => {
  const { item, taken, release } = gatedItem();
  const first = outputOf(item);
  await taken;
  const abort = new AbortController();
  const dropped = outputOf({ text: 'exit' }, { signal: abort.signal });
  const kept = outputOf({ text: 'a' });
  abort.abort(new Error('The client left.'));
  await expect(dropped).rejects.toThrow('The client left.');
  release();
  expect(await Promise.all([first, kept])).toEqual([4, 1]);
  expect(batches.map(({ items }) => items)).toEqual([1, 1]);
});

test('an item whose signal had aborted before never waits', async () => {
  await expect(outputOf({ text: 'a' }, { signal: AbortSignal.abort() })).rejects.toThrow('aborted');
  expect(batches).toEqual([]);
});

test('past 1,000 waiting items the next is OVERLOADED and told when to come back', async () => {
  const { item, taken, release } = gatedItem();
  const first = outputOf(item);
  await taken;
  const waiting = predictTexts(...Array.from({ length: 1_000 }, (_, index) => `text ${index}`));
  await expect(outputOf({ text: 'a' })).rejects.toMatchObject({
    code: 'OVERLOADED',
    extensions: { code: 'OVERLOADED', retryAfterMs: expect.any(Number) },
  });
  release();
  await first;
  expect((await waiting).every(({ status }) => status === 'fulfilled')).toBe(true);
});

test('closing fails what waits, and later calls', async () => {
  const { item, taken } = gatedItem();
  const running = outputOf(item);
  await taken;
  const waiting = outputOf({ text: 'a' });
  const outcomes = Promise.allSettled([running, waiting]);
  await runtime.close();
  expect(await outcomes).toEqual([rejection('MODEL_FAILED'), rejection('MODEL_FAILED')]);
  await expect(outputOf({ text: 'a' })).rejects.toMatchObject({ code: 'MODEL_FAILED' });
});

test('a folder without a manifest and one whose manifest is wrong are MODEL_UNAVAILABLE', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'model-'));
  onTestFinished(() => rm(directory, { recursive: true }));
  const folder = pathToFileURL(`${directory}/`);
  await expect(runtime.load({ ...definition, folder })).rejects.toMatchObject({
    code: 'MODEL_UNAVAILABLE',
    message: `The model folder ${directory}/ has no readable manifest.json.`,
  });
  await writeFile(join(directory, 'manifest.json'), '{ "name": "Lengths" }');
  await expect(runtime.load({ ...definition, folder })).rejects.toMatchObject({
    code: 'MODEL_UNAVAILABLE',
    message: expect.stringContaining('expected lower-case letters, digits and hyphens'),
  });
});

const exporter = new InMemorySpanExporter();
const provider = new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
provider.register();
afterAll(async () => {
  await provider.shutdown();
  trace.disable();
  context.disable();
});

test('each trace with items in a batch gets a span of the wait and one of the run in the worker', async () => {
  const tracer = trace.getTracer('test');
  const request = (texts: string[]) =>
    tracer.startActiveSpan('request', async (span) => {
      await predictTexts(...texts);
      span.end();
      return span.spanContext();
    });
  const [one, two] = await Promise.all([request(['a', 'bb']), request(['ccc'])]);
  const spans = exporter.getFinishedSpans();
  for (const [{ traceId, spanId }, items] of [
    [one, 2],
    [two, 1],
  ] as const) {
    const predict = spans.find((span) => span.name === 'model.predict' && span.parentSpanContext?.spanId === spanId);
    expect(predict?.attributes).toEqual({
      'model.name': 'lengths',
      'model.version': '1.0.0',
      'model.batch_size': 3,
      'model.items': items,
      'model.queue_ms': expect.any(Number),
    });
    const run = spans.find(
      (span) => span.name === 'model.run' && span.parentSpanContext?.spanId === predict?.spanContext().spanId,
    );
    expect(run?.spanContext().traceId).toBe(traceId);
  }
});

test('an item that is not done by its deadline is DEADLINE_EXCEEDED then, whatever comes of it later', async () => {
  const { item, taken, release } = gatedItem();
  const deadline = Date.now() + 50;
  const late = expect(outputOf(item, { deadline })).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
  await taken;
  await late;
  release();
  expect(await predictTexts('a')).toEqual([value(1)]);
});

test('a caller without a deadline is not refused with one that asked the same in a hurry', async () => {
  const { item, taken, release } = gatedItem();
  const busy = outputOf(item);
  await taken;
  const lesson = predictTexts(...Array.from({ length: 40 }, (_, index) => `lesson ${index}`));
  const hurried = expect(outputOf({ text: 'same' }, { deadline: Date.now() + 1 })).rejects.toMatchObject({
    code: expect.stringMatching(/OVERLOADED|DEADLINE_EXCEEDED/),
  });
  const patient = outputOf({ text: 'same' });
  await hurried;
  release();
  expect(await patient).toBe(4);
  await Promise.all([busy, lesson]);
});

test('what has time is done beside callers that never pause', async () => {
  let stop = false;
  let asked = 0;
  const caller = async (): Promise<void> => {
    while (!stop) await outputOf({ text: `urgent ${asked++}` });
  };
  const callers = Array.from({ length: 32 }, caller);
  expect(await outputOf({ text: 'patient' }, { priority: 'batch' })).toBe(7);
  stop = true;
  await Promise.all(callers);
});

test('an item that nobody waits for any more is not tried again when its worker dies', async () => {
  const { item, taken, release } = gatedItem();
  const abort = new AbortController();
  const left = expect(outputOf({ ...item, text: 'exit' }, { signal: abort.signal })).rejects.toThrow(
    'The client left.',
  );
  await taken;
  abort.abort(new Error('The client left.'));
  await left;
  release();
  expect(await predictTexts('a')).toEqual([value(1)]);
  expect(batches.map(({ items }) => items)).toEqual([1]);
});
