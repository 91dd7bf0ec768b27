import { SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import {
  InMemorySpanExporter,
  NodeTracerProvider,
  type ReadableSpan,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { CodedError } from '../errors.ts';
import { defineJob, type JobOptions } from './defineJob.ts';
import type { JobState } from './job.ts';
import { ALICE, openTestJobs, type TestJobs, testKind } from './testJobs.ts';

const exporter = new InMemorySpanExporter();
const provider = new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
let t: TestJobs;

beforeAll(async () => {
  provider.register();
  t = await openTestJobs('pglite');
});
afterAll(async () => {
  await t.close();
  await provider.shutdown();
});

const input = z.object({ n: z.number() });
type Options = Partial<JobOptions<z.infer<typeof input>, unknown, undefined>>;
type Handler = JobOptions<z.infer<typeof input>, unknown, undefined>['handler'];

/** Submits a job in a request of its own and waits for its end. */
async function run(handler: Handler, options: Options = {}, ...ends: JobState[]) {
  const definition = defineJob<z.infer<typeof input>, unknown, undefined>({
    kind: testKind(),
    input,
    handler,
    ...options,
  });
  t.jobs.work([definition], { services: undefined });
  const { id } = await trace.getTracer('test').startActiveSpan('the request', async (span) => {
    try {
      return await t.jobs.submit(definition, { n: 1 }, { identity: ALICE });
    } finally {
      span.end();
    }
  });
  await t.until(id, ...ends);
  return id;
}

/** The spans of a job, each once it has ended, in the order of their beginnings. */
async function spansOf(id: string, count: number): Promise<ReadableSpan[]> {
  for (;;) {
    const spans = exporter.getFinishedSpans().filter(({ attributes }) => attributes['job.id'] === id);
    if (spans.length >= count)
      return spans.sort((a, b) => a.startTime[0] - b.startTime[0] || a.startTime[1] - b.startTime[1]);
    await new Promise(setImmediate);
  }
}

test('the submission is part of the request, the attempt a trace of its own that links to it', async () => {
  const id = await run(async () => null, {}, 'SUCCEEDED');
  const [submit, attempt] = await spansOf(id, 2);
  const request = exporter.getFinishedSpans().find(({ name }) => name === 'the request');
  expect(submit).toMatchObject({ kind: SpanKind.PRODUCER, attributes: { 'job.status': 'QUEUED' } });
  expect(submit?.spanContext().traceId).toBe(request?.spanContext().traceId);
  expect(attempt).toMatchObject({
    kind: SpanKind.CONSUMER,
    attributes: { 'job.attempt': 1, 'job.status': 'SUCCEEDED' },
    parentSpanContext: undefined,
    status: { code: SpanStatusCode.UNSET },
  });
  expect(attempt?.links.map(({ context }) => context.spanId)).toEqual([submit?.spanContext().spanId]);
  expect(attempt?.spanContext().traceId).not.toBe(submit?.spanContext().traceId);
});

test('what the handler does is in the trace of its attempt', async () => {
  const id = await run(async () => trace.getTracer('test').startSpan('deep inside').end(), {}, 'SUCCEEDED');
  const [, attempt] = await spansOf(id, 2);
  const inside = exporter.getFinishedSpans().find(({ name }) => name === 'deep inside');
  expect(inside?.parentSpanContext?.spanId).toBe(attempt?.spanContext().spanId);
});

test('a job that is retried and parked has a span for each attempt, with its error', async () => {
  const broken = async () => {
    throw new CodedError('SUBGRAPH_UNAVAILABLE', 'reviews are away');
  };
  const [, first, second] = await spansOf(await run(broken, { retries: 1 }, 'PARKED'), 3);
  const error = { status: { code: SpanStatusCode.ERROR, message: 'reviews are away' } };
  expect(first).toMatchObject({ ...error, attributes: { 'job.attempt': 1, 'job.status': 'RETRYING' } });
  expect(second).toMatchObject({
    ...error,
    attributes: { 'job.attempt': 2, 'job.status': 'PARKED', 'error.type': 'SUBGRAPH_UNAVAILABLE' },
  });
});

test('a job that failed says so', async () => {
  const wrong = async () => {
    throw new CodedError('NOT_FOUND', 'no such product');
  };
  const [, attempt] = await spansOf(await run(wrong, {}, 'FAILED'), 2);
  expect(attempt).toMatchObject({ status: { code: SpanStatusCode.ERROR }, attributes: { 'job.status': 'FAILED' } });
});

test('a job whose end nobody saw says that it is unknown', async () => {
  const [, attempt] = await spansOf(
    await run(() => new Promise(() => {}), { restartable: false, timeoutMs: 50 }, 'OUTCOME_UNKNOWN'),
    2,
  );
  expect(attempt).toMatchObject({
    status: { code: SpanStatusCode.ERROR, message: 'The attempt did not end within 50 ms.' },
    attributes: { 'job.status': 'OUTCOME_UNKNOWN', 'error.type': 'DEADLINE_EXCEEDED' },
  });
});

test('cancelling, and beginning anew, are spans that link to the submission; a cancelled attempt is no error', async () => {
  const listens: Handler = (_, { signal }) =>
    new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
  const id = await run(listens, {}, 'RUNNING');
  await t.jobs.directory.cancel(id, ALICE);
  await t.until(id, 'CANCELLED');
  const [submit, attempt, cancel] = await spansOf(id, 3);
  expect(attempt).toMatchObject({ status: { code: SpanStatusCode.UNSET }, attributes: { 'job.status': 'CANCELLED' } });
  expect(cancel).toMatchObject({ name: expect.stringMatching(/^cancel /), attributes: { 'job.status': 'RUNNING' } });
  expect(cancel?.links[0]?.context.spanId).toBe(submit?.spanContext().spanId);
  await t.jobs.directory.retry(id, ALICE);
  expect(await spansOf(id, 4)).toContainEqual(
    expect.objectContaining({
      name: expect.stringMatching(/^retry /),
      attributes: expect.objectContaining({ 'job.status': 'QUEUED' }),
    }),
  );
});

test('a scheduled job is submitted as such, and a worker that is lost leaves a span', async () => {
  const definition = defineJob({ kind: testKind(), input, handler: async () => null });
  const { id } = await t.jobs.submit(definition, { n: 1 }, { identity: ALICE, runAt: new Date(Date.now() + 60_000) });
  const [submit] = await spansOf(id, 1);
  expect(submit?.attributes['job.status']).toBe('SCHEDULED');

  const lost = defineJob<z.infer<typeof input>, unknown, undefined>({
    kind: testKind(),
    input,
    retries: 0,
    handler: () => new Promise(() => {}),
  });
  const frozen = await t.another({ pulseMs: 1_000_000 });
  frozen.work([lost], { services: undefined });
  const other = await t.jobs.submit(lost, { n: 1 }, { identity: ALICE });
  await t.until(other.id, 'PARKED');
  const spans = await spansOf(other.id, 2);
  expect(spans.at(-1)).toMatchObject({
    name: `lost ${lost.kind}`,
    attributes: { 'job.attempt': 1, 'job.status': 'PARKED' },
    links: [{ context: { spanId: spans[0]?.spanContext().spanId } }],
  });
  await frozen.close({ patienceMs: 0 });
});
