import { printSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CodedError } from '../../kit/errors.ts';
import { type Core, createCore } from '../../router/core.ts';
import { silent } from '../../router/testGraph.ts';
import { testCaller } from '../../router/testSnapshot.ts';
import { createInProcessTransport } from '../../router/transport/inProcess.ts';
import type { SubgraphResponse, Transport } from '../../router/transport/transport.ts';
import { composeGraph } from './composeGraph.ts';
import { refusedByTheRouter } from './differences.ts';
import { graphs } from './graphs.ts';
import { createMonolith } from './monolith.ts';
import { operationsOf } from './operationsOf.ts';
import { Random } from './random.ts';
import { subgraphsOf } from './subgraphsOf.ts';
import { World } from './world.ts';

type Path = readonly (string | number)[];

/** Every third fetch goes wrong in one of these ways. */
const FAULTS: readonly ((response: SubgraphResponse, random: Random) => SubgraphResponse)[] = [
  () => {
    throw new CodedError('SUBGRAPH_UNAVAILABLE', 'The subgraph could not be reached.');
  },
  () => {
    throw new TypeError('a transport that broke');
  },
  () => ({ data: null }),
  () => ({ data: {} }),
  () => ({}),
  () => ({ data: null, errors: [{ message: 'all of it failed' }] }),
  ({ data }) => ({
    data,
    errors: [{ message: 'something failed' }, { message: 'no such place', path: ['x', 7, 'y'] }],
  }),
  ({ data }) => ({ data: Array.isArray(data?._entities) ? { _entities: data._entities.slice(1) } : data }),
  ({ data }) => ({ data: Array.isArray(data?._entities) ? { _entities: [...data._entities, {}] } : data }),
  ({ data }, random) => ({ data: distort(data, random) as SubgraphResponse['data'] }),
  ({ data }, random) => ({ data: distort(distort(data, random), random) as SubgraphResponse['data'] }),
];

/** Puts something of a kind that no field has there somewhere into a response. */
function distort(value: unknown, random: Random): unknown {
  if (typeof value !== 'object' || value === null) return random.pick([{}, { x: 1 }, [{}]]);
  if (random.chance(0.1)) return random.pick(['text', 4.5, [[['x']]], { __typename: 'Nonsense' }]);
  const entries = Object.entries(value);
  if (entries.length === 0) return 'nothing';
  const [chosen] = random.pick(entries);
  const distorted = entries.map(([key, inside]) => [key, key === chosen ? distort(inside, random) : inside]);
  return Array.isArray(value) ? distorted.map(([, inside]) => inside) : Object.fromEntries(distorted);
}

let core: Core;
let transports: ReadonlyMap<string, Transport>;
let random: Random | undefined;

beforeAll(() => {
  core = createCore({
    transportTo: ({ name }) => ({
      fetch: async (request, context) => {
        const response = await transports.get(name)?.fetch(request, context);
        if (!response) throw new Error(`no subgraph ${name}`);
        return random?.chance(1 / 3) ? random.pick(FAULTS)(response, random) : response;
      },
      close: async () => {},
    }),
    log: silent,
  });
});

afterAll(() => core.close());

describe.each(graphs)('over the graph $name with fetches that go wrong', (graph) => {
  test('every query is answered, and no null is without its error', async () => {
    const world = new World(graph);
    const snapshot = await core.load(composeGraph(graph));
    const executeMonolith = createMonolith(printSchema(snapshot.apiSchema), world);
    transports = new Map(
      [...subgraphsOf(graph, world)].map(([name, subgraph]) => [name, createInProcessTransport(subgraph, silent)]),
    );
    const refused = refusedByTheRouter[graph.name] ?? {};
    for (const [index, operation] of operationsOf(graph, snapshot.apiSchema).entries()) {
      const { name, query, operationName, variables } = operation;
      if (name in refused) continue;
      world.renew();
      const expected = await executeMonolith(operation);
      for (let round = 0; round < 3; round++) {
        world.renew();
        random = new Random(index * 10 + round);
        const answer = await snapshot.execute(
          { query, operationName, variables },
          testCaller({ deadline: Date.now() + 60_000 }),
        );
        const { data, errors = [] } = JSON.parse(answer.json);
        const paths: (Path | undefined)[] = errors.map((error: { path?: Path }) => error.path);
        const unexplained = silentNulls(data, JSON.parse(JSON.stringify(expected.data)), []).filter(
          (position) => !paths.some((path) => explains(path, position)),
        );
        expect({ operation, round, refused: answer.refused, unexplained }).toEqual({
          operation,
          round,
          refused: null,
          unexplained: [],
        });
      }
    }
    random = undefined;
    await snapshot.retire();
  });
});

/** Where `actual` is null and `expected` is not. */
function silentNulls(actual: unknown, expected: unknown, at: Path): Path[] {
  if (expected === null || expected === undefined) return [];
  if (actual === null) return [at];
  if (actual === undefined) throw new Error(`the answer has nothing at ${at.join('.')}`);
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual)) throw new Error(`the answer has no list at ${at.join('.')}`);
    return actual.flatMap((item, index) => silentNulls(item, expected[index], [...at, index]));
  }
  if (typeof expected !== 'object' || typeof actual !== 'object') return [];
  return Object.entries(expected).flatMap(([key, value]) =>
    Object.hasOwn(actual, key) ? silentNulls(Reflect.get(actual, key), value, [...at, key]) : [],
  );
}

/**
 * An error at a place, above it, or below it where a null bubbled up; or beside it, where a field answered null because
 * another one, which it needs, failed. An error without a path is about everything.
 */
function explains(path: Path | undefined, position: Path): boolean {
  if (!path) return true;
  const object = position.slice(0, -1);
  return (
    path.every((key, index) => index >= position.length || key === position[index]) ||
    object.every((key, index) => key === path[index])
  );
}
