import { expect, test } from 'vitest';
import type { ReceivedSpan } from '../../../kit/telemetry/fixtures/spanReceiver.ts';
import { ask, type Graph } from '../../graph.ts';

/** Of reviews that nobody has asked for yet: what is known needs no model. */
const QUERY = `{
  products(category: "desk", first: 3) { nodes { name reviews(first: 2) { nodes { sentiment { label } } } } }
}`;

/** It ends the graph, which sends the spans that are left. */
export function leavesOneTrace(
  graph: () => Graph,
  end: () => Promise<void>,
  received: () => readonly ReceivedSpan[],
  services: readonly string[],
): void {
  test('one trace goes from the router through the subgraphs to the model', async () => {
    const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
    const headers = { traceparent: `00-${traceId}-00f067aa0ba902b7-01` };
    const { errors } = await ask(graph().url, QUERY, {}, headers);
    await end();
    expect(errors).toBeUndefined();

    const spans = received().filter((span) => span.traceId === traceId);
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
  }, 120_000);
}
