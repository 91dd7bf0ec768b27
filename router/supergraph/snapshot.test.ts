import { afterEach, expect, test } from 'vitest';
import { CodedError } from '../../kit/errors.ts';
import { type Core, type CoreOptions, createCore } from '../core.ts';
import { composeTestGraph, createMood, createShop, silent, testSdl } from '../testGraph.ts';
import { testCaller } from '../testSnapshot.ts';
import { createInProcessTransport } from '../transport/inProcess.ts';
import type { FetchContext, SubgraphFetch, SubgraphResponse, Transport } from '../transport/transport.ts';
import type { Snapshot } from './snapshot.ts';

type Fetch = (request: SubgraphFetch, context: FetchContext) => Promise<SubgraphResponse>;

const cores: Core[] = [];
afterEach(() => Promise.all(cores.splice(0).map((core) => core.close())));

/** The test graph, with the answers of `mood` as given. */
async function loadWith(mood: Fetch | undefined, options: Partial<CoreOptions> = {}): Promise<Snapshot> {
  const real = {
    shop: createInProcessTransport(createShop(), silent),
    mood: createInProcessTransport(createMood(), silent),
  };
  const replaced: Transport = { fetch: mood ?? real.mood.fetch, close: async () => {} };
  const core = createCore({
    transportTo: ({ name }) => (name === 'shop' ? real.shop : replaced),
    log: silent,
    ...options,
  });
  cores.push(core);
  return core.load(composeTestGraph(testSdl));
}

async function ask(snapshot: Snapshot, query: string, context = testCaller()): Promise<unknown> {
  const { json } = await snapshot.execute({ query }, context);
  return JSON.parse(json);
}

test('fields of two subgraphs come back as one answer', async () => {
  const snapshot = await loadWith(undefined);
  expect(await ask(snapshot, '{ things { id name mood } }')).toEqual({
    data: {
      things: [
        { id: '1', name: 'lamp', mood: 'bright' },
        { id: '2', name: 'rug', mood: 'soft' },
      ],
    },
  });
});

test('prototype names as aliases are plain keys', async () => {
  const snapshot = await loadWith(undefined);
  const { json } = await snapshot.execute(
    { query: '{ __proto__: things(first: 1) { constructor: name hasOwnProperty: mood toString: __typename } }' },
    testCaller(),
  );
  expect(json).toBe('{"data":{"__proto__":[{"constructor":"lamp","hasOwnProperty":"bright","toString":"Thing"}]}}');
  const { data } = await snapshot.executeData(
    { query: '{ __proto__: things(first: 1) { constructor: name } }' },
    testCaller(),
  );
  expect(JSON.stringify(data)).toBe('{"__proto__":[{"constructor":"lamp"}]}');
});

test("a failed fetch nulls its own fields, with an error at each of their paths in the client's words", async () => {
  const snapshot = await loadWith(async () => {
    throw new CodedError('SUBGRAPH_UNAVAILABLE', 'The subgraph "mood" could not be reached.');
  });
  const extensions = { code: 'SUBGRAPH_UNAVAILABLE', service: 'mood' };
  const message = 'The subgraph "mood" could not be reached.';
  expect(await ask(snapshot, '{ all: things { id feels: mood } }')).toEqual({
    errors: [
      { message, path: ['all', 0, 'feels'], extensions },
      { message, path: ['all', 1, 'feels'], extensions },
    ],
    data: {
      all: [
        { id: '1', feels: null },
        { id: '2', feels: null },
      ],
    },
  });
});

test('an error of one entity is told at that entity, at every place that holds it', async () => {
  const snapshot = await loadWith(async () => ({
    data: { _entities: [{ _a_m: null }, { _a_m: 'soft' }] },
    errors: [
      {
        message: 'no mood',
        path: ['_entities', 0, '_a_m'],
        extensions: { code: 'NOT_FOUND', stacktrace: ['at secret'] },
      },
    ],
  }));
  const extensions = { code: 'NOT_FOUND', service: 'mood' };
  expect(await ask(snapshot, '{ things { m: mood } }')).toEqual({
    errors: [{ message: 'no mood', path: ['things', 0, 'm'], extensions }],
    data: { things: [{ m: null }, { m: 'soft' }] },
  });
});

test.each([
  ['too few entities', { data: { _entities: [] } }, 'answered with 0 entities where 1 were asked for'],
  ['no list', { data: { _entities: { mood: 'x' } } }, 'answered without entities'],
  ['no data', { data: null }, 'answered without entities'],
  ['a string for an entity', { data: { _entities: ['x'] } }, 'answered with an entity that is not an object'],
])('an answer of %s is told as an error, not trusted', async (_, response, how) => {
  const snapshot = await loadWith(async () => structuredClone(response));
  expect(await ask(snapshot, '{ things(first: 1) { id mood } }')).toEqual({
    errors: [
      {
        message: `The subgraph "mood" ${how}.`,
        path: ['things', 0, 'mood'],
        extensions: { code: 'SUBGRAPH_UNAVAILABLE', service: 'mood' },
      },
    ],
    data: { things: [{ id: '1', mood: null }] },
  });
});

test('a value of the wrong type becomes null with an error', async () => {
  const snapshot = await loadWith(async () => ({ data: { _entities: [{ mood: { secret: 1 } }] } }));
  expect(await ask(snapshot, '{ things(first: 1) { id mood } }')).toEqual({
    errors: [
      {
        message: 'Expected String for Thing.mood; the subgraph answered an object.',
        path: ['things', 0, 'mood'],
        extensions: { code: 'SUBGRAPH_UNAVAILABLE', service: 'mood' },
      },
    ],
    data: { things: [{ id: '1', mood: null }] },
  });
});

test('past the deadline what is missing is null and the rest answers', async () => {
  let aborted = false;
  const snapshot = await loadWith(
    (_, { signal }) => new Promise(() => signal.addEventListener('abort', () => (aborted = true))),
  );
  const started = Date.now();
  const answer = await ask(snapshot, '{ things(first: 1) { name mood } }', testCaller({ deadline: started + 400 }));
  expect(Date.now() - started).toBeLessThan(450);
  expect(answer).toEqual({
    errors: [
      {
        message: 'The subgraph "mood" did not answer in time.',
        path: ['things', 0, 'mood'],
        extensions: { code: 'DEADLINE_EXCEEDED', service: 'mood' },
      },
    ],
    data: { things: [{ name: 'lamp', mood: null }] },
  });
  expect(aborted).toBe(true);
});

test('what is refused says why and was not executed', async () => {
  const snapshot = await loadWith(undefined);
  const refusals = await Promise.all(
    ['{ nope }', '{', `{ things { id } }${' '.repeat(200_000)}`, 'query A { __typename } query B { __typename }'].map(
      (query) => snapshot.execute({ query }, testCaller()),
    ),
  );
  expect(refusals.map(({ json, refused }) => [JSON.parse(json).errors[0].extensions.code, refused])).toEqual([
    ['GRAPHQL_VALIDATION_FAILED', 'invalid'],
    ['GRAPHQL_PARSE_FAILED', 'invalid'],
    ['OPERATION_TOO_LARGE', 'invalid'],
    ['OPERATION_NOT_FOUND', 'invalid'],
  ]);
  const mutation = await snapshot.execute(
    { query: 'mutation { rename(id: 1, name: "x") { id } }', readOnly: true },
    testCaller(),
  );
  expect(mutation.refused).toBe('readOnly');
});

test('the number of errors is capped, and the cap is said', async () => {
  const snapshot = await loadWith(
    async ({ variables }) => {
      const count = JSON.parse(variables).representations.length;
      return {
        data: { _entities: Array.from({ length: count }, () => ({ mood: null })) },
        errors: Array.from({ length: count }, (_, index) => ({ message: 'no', path: ['_entities', index, 'mood'] })),
      };
    },
    { limits: { errors: 1 } },
  );
  expect(await ask(snapshot, '{ things { id mood } }')).toEqual({
    errors: [
      { message: 'no', path: ['things', 0, 'mood'], extensions: { code: 'INTERNAL_SERVER_ERROR', service: 'mood' } },
      {
        message: '1 more errors are left out; at most 1 are told.',
        extensions: { code: 'ERRORS_OMITTED', omitted: 1 },
      },
    ],
    data: {
      things: [
        { id: '1', mood: null },
        { id: '2', mood: null },
      ],
    },
  });
});

test('nobody waits longer for a plan than for an answer', async () => {
  const snapshot = await loadWith(undefined);
  const request = { query: '{ things(first: 1) { name } }' };
  const refusal = { refused: 'overloaded', json: expect.stringContaining('"DEADLINE_EXCEEDED"') };
  expect(await snapshot.execute(request, testCaller({ deadline: Date.now() - 1 }))).toMatchObject(refusal);
  const gone = testCaller({ signal: AbortSignal.abort() });
  gone.waiting.leave();
  const another = { query: '{ things(first: 1) { id } }' };
  expect(await snapshot.execute(another, gone)).toMatchObject(refusal);
  expect(await snapshot.executeData({ query: '{ things(first: 2) { id } }' }, gone)).toMatchObject({
    refused: 'overloaded',
    errors: [{ extensions: { code: 'DEADLINE_EXCEEDED' } }],
  });
  // The plan was made nevertheless.
  expect(await snapshot.execute(request, testCaller())).toMatchObject({ refused: null, hadErrors: false });
});
