import { afterAll, beforeAll, describe } from 'vitest';
import { serverAnswers } from '../../kit/database/testServer.ts';
import { receiveSpans, type SpanReceiver } from '../../kit/telemetry/fixtures/spanReceiver.ts';
import { type Graph, startOneProcess, startSeparateProcesses } from '../graph.ts';
import { onlyItsOwnFieldsAreMissing } from './placements/killed.ts';
import { tellsOfItsModels } from './placements/models.ts';
import { outlivesAnIsland } from './placements/outage.ts';
import { tellsOfProducts } from './placements/products.ts';
import { leavesTheHolderAlone } from './placements/startedTwice.ts';
import { SECRETS, tellsTheSupportStory } from './placements/supportStory.ts';
import { leavesOneTrace } from './placements/trace.ts';

/** Started once for all that is asked of a placement. No test depends on what another left, but for the first and the last. */
function useGraph(start: (env: Record<string, string>) => Promise<Graph>) {
  let receiver: SpanReceiver;
  let graph: Graph | undefined;
  const end = async (): Promise<void> => {
    const ending = graph;
    graph = undefined;
    await ending?.close();
  };
  beforeAll(async () => {
    receiver = await receiveSpans();
    graph = await start({ ...SECRETS, OTEL_EXPORTER_OTLP_ENDPOINT: receiver.endpoint });
  }, 180_000);
  afterAll(async () => {
    await end();
    await receiver?.close();
  });
  return {
    graph: (): Graph => {
      if (graph === undefined) throw new Error('The graph is closed.');
      return graph;
    },
    end,
    spans: () => receiver.spans,
  };
}

describe('the graph in one process, from an empty folder', () => {
  const { graph, end, spans } = useGraph((env) => startOneProcess(env, { empty: true }));
  // First: nobody has asked yet.
  tellsOfItsModels(graph);
  // It waits until all articles are embedded: what comes after it has the machine to itself.
  tellsTheSupportStory(graph);
  tellsOfProducts(graph);
  leavesTheHolderAlone(graph);
  // Last: it ends the graph.
  leavesOneTrace(graph, end, spans, ['archipelago']);
});

describe('the graph in separate processes', () => {
  const { graph, end, spans } = useGraph((env) => startSeparateProcesses(env));
  // Embedded databases know nothing of each other's entities: without a server the assistant has no articles.
  describe.skipIf(!serverAnswers)('on a Postgres server', () => {
    tellsTheSupportStory(graph);
    onlyItsOwnFieldsAreMissing(graph);
  });
  tellsOfProducts(graph);
  outlivesAnIsland(graph);
  leavesOneTrace(graph, end, spans, ['router', 'catalog', 'reviews', 'sentiment']);
});
