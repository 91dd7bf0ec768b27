import { printSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Core, createCore } from '../../router/core.ts';
import type { OperationRequest, Snapshot } from '../../router/supergraph/snapshot.ts';
import { silent } from '../../router/testGraph.ts';
import { testCaller } from '../../router/testSnapshot.ts';
import { createInProcessTransport } from '../../router/transport/inProcess.ts';
import type { Transport } from '../../router/transport/transport.ts';
import { outcomeOf } from './compare.ts';
import { composeGraph } from './composeGraph.ts';
import { refusedByTheRouter } from './differences.ts';
import { generateOperation } from './generate.ts';
import type { Graph, Operation } from './graph.ts';
import { graphs } from './graphs.ts';
import { createMonolith, type ExecuteOperation } from './monolith.ts';
import { operationsOf } from './operationsOf.ts';
import { subgraphsOf } from './subgraphsOf.ts';
import { World } from './world.ts';

let transports: ReadonlyMap<string, Transport>;
let core: Core;

beforeAll(() => {
  core = createCore({
    transportTo: ({ name }) => ({
      fetch: (request, context) => {
        const transport = transports.get(name);
        if (!transport) throw new Error(`no subgraph ${name}`);
        return transport.fetch(request, context);
      },
      close: async () => {},
    }),
    log: silent,
  });
});

afterAll(() => core.close());

describe.each(graphs)('over the graph $name, the router answers as one schema does:', (graph) => {
  const world = new World(graph);
  let snapshot: Snapshot;
  let executeMonolith: ExecuteOperation;

  beforeAll(async () => {
    snapshot = await core.load(composeGraph(graph));
    executeMonolith = createMonolith(printSchema(snapshot.apiSchema), world);
    const subgraphs = subgraphsOf(graph, world);
    transports = new Map([...subgraphs].map(([name, subgraph]) => [name, createInProcessTransport(subgraph, silent)]));
  });

  afterAll(() => snapshot.retire());

  const refused = refusedByTheRouter[graph.name] ?? {};

  test.each(graph.operations)('$name', (operation) => agrees(operation));

  test.each(seedsOf(graph).filter((seed) => !(`seed ${seed}` in refused)))('an operation made of seed %i', (seed) =>
    agrees(generateOperation(snapshot.apiSchema, graph, seed)),
  );

  test.each(Object.entries(refused))('except for %s, which is refused: %s', async (name) => {
    const seed = Number(name.slice('seed '.length));
    const { errors } = await ask(snapshot, generateOperation(snapshot.apiSchema, graph, seed));
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['OPERATION_NOT_PLANNED']);
  });

  test('all its queries at once answer as each alone, whatever they share', async () => {
    const queries = operationsOf(graph, snapshot.apiSchema).filter(
      ({ name, query }) => !(name in refused) && !query.startsWith('mutation'),
    );
    world.renew();
    const expected = [];
    for (const operation of queries) expected.push(outcomeOf(await executeMonolith(operation)));
    const thrice = [...queries, ...queries, ...queries];
    const answers = await Promise.all(thrice.map((operation) => ask(snapshot, operation)));
    expect(answers.map(outcomeOf)).toEqual([...expected, ...expected, ...expected]);
  });

  async function agrees(operation: Operation): Promise<void> {
    world.renew();
    const expected = outcomeOf(await executeMonolith(operation));
    world.renew();
    const answer = await ask(snapshot, operation);
    expect({ operation, ...outcomeOf(answer) }).toEqual({ operation, ...expected });
    world.renew();
    const { data, errors } = await snapshot.executeData(
      requestOf(operation),
      testCaller({ deadline: Date.now() + 60_000 }),
    );
    expect(JSON.parse(JSON.stringify({ data, ...(errors.length > 0 && { errors }) }))).toEqual(answer);
    for (const error of answer.errors ?? []) expect(error).toMatchObject({ extensions: { code: expect.any(String) } });
  }
});

function seedsOf({ seeds }: Graph): number[] {
  return Array.from({ length: seeds }, (_, index) => index + 1);
}

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: (string | number)[];
    readonly extensions: Record<string, unknown>;
  }[];
}

async function ask(snapshot: Snapshot, operation: Operation): Promise<Answer> {
  const { json } = await snapshot.execute(requestOf(operation), testCaller({ deadline: Date.now() + 60_000 }));
  return JSON.parse(json);
}

function requestOf({ query, operationName, variables, labels }: Operation): OperationRequest {
  return { query, operationName, variables, overrideLabels: new Set(labels) };
}
