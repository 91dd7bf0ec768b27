import { context, propagation, SpanKind, trace } from '@opentelemetry/api';
import { InMemorySpanExporter, NodeTracerProvider, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-node';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { contextWith, freePort, QUERY, serveHttp, transportTo } from './testServer.ts';

const exporter = new InMemorySpanExporter();
const provider = new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });

beforeAll(() => provider.register());
beforeEach(() => exporter.reset());
afterAll(async () => {
  trace.disable();
  context.disable();
  propagation.disable();
  await provider.shutdown();
});

async function finishedSpans() {
  await provider.forceFlush();
  return exporter.getFinishedSpans();
}

const echo = () => serveHttp((request, response) => response.end(JSON.stringify({ data: request.headers })));
const headers = [['traceparent', "the client's own"]] as const;

test('a traced request has a client span per fetch, and the subgraph continues it', async () => {
  const transport = transportTo(await echo());
  const { data } = await trace
    .getTracer('test')
    .startActiveSpan('request', (parent) =>
      transport.fetch(QUERY, contextWith({ headers })).finally(() => parent.end()),
    );
  const spans = await finishedSpans();
  const span = spans.find(({ name }) => name === 'subgraph.fetch');
  const parent = spans.find(({ name }) => name === 'request');
  expect(span).toMatchObject({ kind: SpanKind.CLIENT, attributes: { 'subgraph.name': 'island' } });
  expect(span?.parentSpanContext?.spanId).toBe(parent?.spanContext().spanId);
  expect(data?.traceparent).toBe(`00-${span?.spanContext().traceId}-${span?.spanContext().spanId}-01`);
});

test('a failed fetch is a failed span', async () => {
  const transport = transportTo(await freePort());
  await trace.getTracer('test').startActiveSpan('request', () => transport.fetch(QUERY, contextWith()).catch(() => {}));
  expect(await finishedSpans()).toMatchObject([{ name: 'subgraph.fetch', status: { code: 2 } }]);
});

test('a request that is not traced has no span and passes on what the client sent', async () => {
  const { data } = await transportTo(await echo()).fetch(QUERY, contextWith({ headers }));
  expect(await finishedSpans()).toEqual([]);
  expect(data?.traceparent).toBe("the client's own");
});
