import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { conform } from '../../conformance/conform.ts';
import { reportOutcome } from '../../conformance/report.ts';
import { readConfig } from '../../kit/config.ts';
import { createResources, type Resources } from '../../kit/resources.ts';
import { type StartedSubgraph, startSubgraph } from '../../kit/start.ts';
import { readRouterOptions } from '../../router/options.ts';
import { type RunningRouter, startRouter } from '../../router/start.ts';
import { createInProcessTransport } from '../../router/transport/inProcess.ts';
import catalog from '../../subgraphs/catalog/index.ts';
import reviews from '../../subgraphs/reviews/index.ts';
import { composeSupergraph } from '../../supergraph/compose.ts';
import { readServices } from '../../supergraph/services.ts';
import { DAMAGED_PRODUCT_ID } from '../../world/story.ts';
import { ask } from '../graph.ts';
import { copyPreparedWorld } from '../preparedWorld.ts';
import type { RunningProcess } from '../processes.ts';
import { type Python, pythons, startPythonSubgraph } from '../python.ts';

const log = pino({ level: 'silent' });

const QUERY = /* GraphQL */ `
  query ($id: ID!) {
    product(id: $id) {
      name
      suggestedCategories(first: 1) { category { id name } confidence model { name version } degraded }
      reviews(first: 1) { nodes { rating } }
    }
  }
`;

describe.skipIf(pythons.length === 0)('the subgraph in Python', () => {
  let folder: string;
  let resources: Resources;
  let islands: StartedSubgraph[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'archipelago-test-'));
    await copyPreparedWorld(folder);
    resources = createResources(readConfig({ ARCHIPELAGO_DATA: folder }), log);
    islands = await Promise.all([catalog, reviews].map((island) => startSubgraph(island, { resources, log })));
  }, 180_000);
  afterAll(async () => {
    await resources?.drain();
    await Promise.all(islands.map((island) => island.close()));
    await resources?.close();
    await rm(folder, { recursive: true, force: true });
  });

  describe.each(pythons.map((python) => [python.hasScikitLearn ? 'with scikit-learn' : 'without it', python] as const))(
    '%s',
    (_, python) => {
      let shelving: RunningProcess;
      beforeAll(async () => {
        shelving = await startPythonSubgraph(python);
      });
      afterAll(() => shelving?.stop());

      test('keeps the contract', async () => {
        const outcomes = await conform({
          url: new URL(shelving.url),
          samples: [{ typename: 'Product', fields: { id: 'product-new', name: 'Mug', description: 'For hot tea.' } }],
        });
        const unexpected = outcomes.filter(({ check, status }) => status !== 'pass' && check.id !== 'entities.types');
        expect(unexpected.map(reportOutcome)).toEqual([]);
      });

      test('joins the graph by its URL; killed it nulls its own field alone, and when it is back so is that', async () => {
        const router = await serveWith(shelving.url);
        try {
          const url = `${router.url}/graphql`;
          const whole = () => ask(url, QUERY, { id: DAMAGED_PRODUCT_ID });
          expect(await whole()).toEqual({ data: { product: wholeProduct(python) } });

          await shelving.stop('SIGKILL');
          const { data, errors } = await whole();
          expect(data).toEqual({ product: { ...wholeProduct(python), suggestedCategories: null } });
          expect(errors).toMatchObject([
            {
              path: ['product', 'suggestedCategories'],
              extensions: { code: 'SUBGRAPH_UNAVAILABLE', service: 'shelving' },
            },
          ]);

          shelving = await startPythonSubgraph(python, new URL(shelving.url).port);
          await expect.poll(whole, { timeout: 20_000 }).toEqual({ data: { product: wholeProduct(python) } });
        } finally {
          await router.close();
        }
      });

      test('ends when it is told to', async () => {
        expect(await shelving.stop('SIGTERM')).toEqual({ code: 0, signal: null });
      });
    },
  );

  /** Our router over catalog and reviews in this process, and shelving at its URL, composed as `npm run compose` would. */
  async function serveWith(url: string): Promise<RunningRouter> {
    const { httpTransportTo, ...options } = readRouterOptions(readConfig({ PORT: '0' }), log);
    const services = await readServices({
      catalog: async () => ({ default: catalog }),
      reviews: async () => ({ default: reviews }),
      shelving: { url },
    });
    return startRouter({
      ...options,
      supergraph: composeSupergraph(services),
      transportTo: (endpoint) => {
        const island = islands.find(({ name }) => name === endpoint.name);
        return island ? createInProcessTransport(island, log) : httpTransportTo(endpoint);
      },
      firstQuery: QUERY,
      log,
    });
  }
});

function wholeProduct({ hasScikitLearn }: Python) {
  return {
    name: 'Peranakan Enamel Tiffin Carrier, 3 Tiers',
    suggestedCategories: [
      {
        category: { id: 'kitchen', name: 'Kitchen & Dining' },
        confidence: hasScikitLearn ? expect.any(Number) : null,
        model: { name: hasScikitLearn ? 'shelving-tfidf' : 'shelving-words', version: '1.0.0' },
        degraded: !hasScikitLearn,
      },
    ],
    reviews: { nodes: [{ rating: expect.any(Number) }] },
  };
}
