import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterEach, expect, test } from 'vitest';
import { composeTestGraph, testSdl } from '../../testGraph.ts';
import { OPERATION_LIMITS } from '../limits.ts';
import { OperationRefused, Planner } from './planner.ts';

const planners: Planner[] = [];
afterEach(() => Promise.all(planners.splice(0).map((planner) => planner.close())));

function createPlanner(options: Partial<ConstructorParameters<typeof Planner>[0]> = {}): Planner {
  const planner = new Planner({ planningMs: 2_000, waiting: 10, ...options });
  planners.push(planner);
  return planner;
}

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])';

/** Seven subgraphs can answer each `a`, and none has a root: each level multiplies the ways to fetch the next by seven. */
const sharing = Object.fromEntries(
  Array.from({ length: 8 }, (_, index) => [
    `s${index}`,
    `${LINK}
     type Query { ${index === 0 ? 'node: Node' : `number${index}: Int`} }
     type Node @key(fields: "id") { id: ID! a: Node @shareable x: Int @shareable own${index}: Int }`,
  ]),
);

const bomb = `{ node ${'{ x a '.repeat(48)} { x own0 own1 own2 own3 own4 own5 own6 own7 } ${Array.from({ length: 47 }, (_, index) => `own${index % 8} } `).join('')}} }`;

const plan = (query: string) => ({
  query,
  operationName: undefined,
  labels: [],
  denials: [],
  limits: OPERATION_LIMITS,
});

async function codesOf(refused: Promise<unknown>): Promise<unknown[]> {
  try {
    await refused;
    return [];
  } catch (error) {
    if (!(error instanceof OperationRefused)) throw error;
    return error.errors.map(({ extensions }) => extensions?.code);
  }
}

test('a planning bomb is refused without holding up the event loop, and the next operation is planned', async () => {
  expect(bomb.length).toBeGreaterThan(600);
  expect(bomb.length).toBeLessThan(700);
  const planner = createPlanner();
  const { graph } = await planner.load(composeTestGraph(sharing));
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  expect(await codesOf(planner.plan(graph, plan(bomb)))).toEqual(['OPERATION_NOT_PLANNED']);
  delay.disable();
  expect(delay.max / 1e6).toBeLessThan(100);
  expect(await planner.plan(graph, plan('{ node { own3 } }'))).toMatchObject({ kind: 'sequence' });
});

test('work that cannot be interrupted costs the thread its life; what waits is planned by the next one', async () => {
  const planner = createPlanner({ planningMs: 100 });
  const { graph } = await planner.load(composeTestGraph(testSdl));
  const noLimits = { ...OPERATION_LIMITS, characters: 1e9, tokens: 1e9, selections: 1e9 };
  const endless = codesOf(
    planner.plan(graph, { ...plan(`{ things { ${'id '.repeat(5_000_000)} } }`), limits: noLimits }),
  );
  const waiting = planner.plan(graph, plan('{ things { name mood } }'));
  expect(await endless).toEqual(['OPERATION_NOT_PLANNED']);
  expect(await waiting).toMatchObject({ kind: 'sequence' });
});

test('more than may wait are refused as overload, not queued', async () => {
  const planner = createPlanner({ waiting: 3 });
  const { graph } = await planner.load(composeTestGraph(testSdl));
  const codes = await Promise.all(
    Array.from({ length: 10 }, (_, index) => codesOf(planner.plan(graph, plan(`{ a${index}: echo(text: "x") }`)))),
  );
  expect(codes.flat()).toEqual(Array.from({ length: 6 }, () => 'OVERLOADED'));
});

test('a supergraph that is none is refused with its reason', async () => {
  const planner = createPlanner();
  await expect(planner.load('type Query { a: Int }')).rejects.toThrow(
    'The supergraph cannot be used: GraphQLError: Invalid supergraph: must be a core schema',
  );
});

test('an operation over the limits is refused before it is planned', async () => {
  const planner = createPlanner();
  const { graph } = await planner.load(composeTestGraph(testSdl));
  const refused = [
    `{ ${'things { id } '.repeat(201)} }`,
    `{ ${Array.from({ length: 1_001 }, (_, index) => `a${index}: __typename`).join(' ')} }`,
    `{ ${'a { '.repeat(60)} b ${'} '.repeat(60)} }`,
    `{ ${'things { id } '.repeat(6_000)} }`,
    `{ ...F0 } ${Array.from({ length: 30 }, (_, index) => `fragment F${index} on Query { ...F${index + 1} ...F${index + 1} }`).join(' ')} fragment F30 on Query { echo(text: "x") }`,
  ];
  for (const query of refused) {
    expect(await codesOf(planner.plan(graph, plan(query)))).toEqual(['OPERATION_TOO_LARGE']);
  }
});
