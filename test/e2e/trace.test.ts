import { afterEach, expect, test } from 'vitest';
import { receiveSpans } from '../../kit/telemetry/fixtures/spanReceiver.ts';
import { ask, type Graph, startOneProcess, startSeparateProcesses } from '../graph.ts';

const QUERY = '{ products(first: 3) { nodes { name reviews(first: 2) { nodes { sentiment { label } } } } } }';

const ASKED = ['catalog', 'reviews', 'sentiment'];
/** They own what sentiment needs of inquiries; nothing asks them here. */
const UNASKED = ['support', 'language'];

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

test.each([
  ['one process', startOneProcess, ['archipelago']],
  ['separate processes', (env) => startSeparateProcesses(env, [...ASKED, ...UNASKED]), ['router', ...ASKED]],
] satisfies [string, (env: Record<string, string>) => Promise<Graph>, string[]][])(
  'in %s one trace goes from the router through the subgraphs to the model',
  async (_, start, services) => {
    const receiver = await receiveSpans();
    cleanups.push(() => receiver.close());
    const graph = await start({ OTEL_EXPORTER_OTLP_ENDPOINT: receiver.endpoint });
    const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
    const headers = { traceparent: `00-${traceId}-00f067aa0ba902b7-01` };
    const { errors } = await ask(graph.url, QUERY, {}, headers);
    await graph.close();
    expect(errors).toBeUndefined();

    const spans = receiver.spans.filter((span) => span.traceId === traceId);
    const byId = new Map(spans.map((span) => [span.spanId, span]));
    const ancestors = (spanId: string | undefined): string[] => {
      const span = spanId === undefined ? undefined : byId.get(spanId);
      return span === undefined ? [] : [span.name, ...ancestors(span.parentSpanId)];
    };
    expect(new Set(spans.map((span) => span.service))).toEqual(new Set(services));
    const predictions = spans.filter((span) => span.name === 'model.predict');
    expect(predictions.length).toBeGreaterThan(0);
    for (const { spanId, attributes } of predictions) {
      expect(attributes).toMatchObject({ 'model.name': 'sentiment-minilm' });
      const path = ancestors(spanId);
      expect(path.at(-1)).toBe('graphql.server');
      expect(path).toContain('subgraph.fetch');
    }
  },
  120_000,
);
