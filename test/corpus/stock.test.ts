import '../../router/supergraph/silentTelemetry.ts';
import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { buildSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ANONYMOUS, type RequestContext } from '../../kit/context.ts';
import { PlanningGraph } from '../../router/operation/planner/planningGraph.ts';
import { silent } from '../../router/testGraph.ts';
import { outcomeOf } from './compare.ts';
import { composeGraph } from './composeGraph.ts';
import { graphs } from './graphs.ts';
import { createMonolith } from './monolith.ts';
import { operationsOf } from './operationsOf.ts';
import { notServedByStock, stockDiffers } from './stockDifferences.ts';
import { subgraphsOf } from './subgraphsOf.ts';
import { World } from './world.ts';

describe.each(graphs.filter(({ name }) => !(name in notServedByStock)))(
  'over the graph $name, the stock gateway',
  (graph) => {
    const supergraphSdl = composeGraph(graph);
    const { differs = {}, hangs = {} } = stockDiffers[graph.name] ?? {};
    const world = new World(graph);
    const subgraphs = subgraphsOf(graph, world);
    let server: ApolloServer;

    beforeAll(async () => {
      const gateway = new ApolloGateway({
        supergraphSdl,
        logger: silent,
        buildService: ({ name }) => ({
          process: async ({ request: { query = '', variables, operationName } }) => {
            const request = JSON.parse(JSON.stringify({ query, variables, operationName }));
            return JSON.parse(JSON.stringify(await subgraphs.get(name)?.execute(request, anyone())));
          },
        }),
      });
      server = new ApolloServer({ gateway, logger: silent, stopOnTerminationSignals: false });
      await server.start();
    });

    afterAll(() => server.stop());

    test('answers as one schema does, but for the operations listed with a reason', async () => {
      const apiSdl = new PlanningGraph(supergraphSdl).describe().apiSdl;
      const executeMonolith = createMonolith(apiSdl, world);
      const differing: string[] = [];
      for (const operation of operationsOf(graph, buildSchema(apiSdl))) {
        if (operation.name in hangs) continue;
        const { query, operationName, variables } = operation;
        world.renew();
        const expected = outcomeOf(await executeMonolith(operation));
        world.renew();
        const { body } = await server.executeOperation({
          query,
          variables: { ...variables },
          ...(operationName !== undefined && { operationName }),
        });
        const { data } = outcomeOf(body.kind === 'single' ? body.singleResult : {});
        if (!isEqual(data, expected.data)) differing.push(operation.name);
      }
      expect(differing).toEqual(Object.keys(differs));
    }, 60_000);
  },
);

function isEqual(left: unknown, right: unknown): boolean {
  try {
    expect(left).toEqual(right);
    return true;
  } catch {
    return false;
  }
}

function anyone(): RequestContext {
  return {
    identity: ANONYMOUS,
    signal: new AbortController().signal,
    deadline: Number.POSITIVE_INFINITY,
    arrivedAt: Date.now(),
    log: silent,
  };
}
