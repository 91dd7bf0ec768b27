import { expect, test } from 'vitest';
import { loadTestSnapshot, type TestFetch, testCaller } from '../testSnapshot.ts';

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])';
const sdls = {
  shop: `${LINK} type Query { things(ids: [ID!]!): [Thing!]! } type Thing @key(fields: "id") { id: ID! }`,
  mood: `${LINK}
    type Thing @key(fields: "id") { id: ID! mood(in: String): String maker: Maker }
    type Maker @key(fields: "id") { id: ID! }`,
  makers: `${LINK} type Maker @key(fields: "id") { id: ID! name(long: Boolean): String }`,
};

const shop: TestFetch = async ({ variables }) => ({
  data: { things: JSON.parse(variables).ids.map((id: string) => ({ __typename: 'Thing', id })) },
});

type Representation = Readonly<Record<string, string>>;

/** Records what it is asked, and answers by `answer` for each entity. */
function recorder(answer: (sent: Representation) => unknown, errors: (sent: Representation[]) => object = () => ({})) {
  const asked: string[][] = [];
  const fetch: TestFetch = async ({ variables }) => {
    const representations: Representation[] = JSON.parse(variables).representations;
    asked.push(representations.map(({ id = '' }) => id));
    return { data: { _entities: representations.map(answer) }, ...errors(representations) };
  };
  return { asked, fetch };
}

const query = 'query ($ids: [ID!]!) { things(ids: $ids) { mood } }';

test('requests of one turn share a fetch, each entity is asked for once, and each gets its own', async () => {
  const mood = recorder(({ id }) => ({ mood: `m${id}` }));
  const snapshot = await loadTestSnapshot(sdls, { shop, mood: mood.fetch });
  await snapshot.execute({ query, variables: { ids: [] } }, testCaller());
  const answers = await Promise.all(
    [['1', '2'], ['2', '3'], ['3']].map((ids) => snapshot.execute({ query, variables: { ids } }, testCaller())),
  );
  expect(mood.asked).toEqual([['1', '2', '3']]);
  expect(answers.map(({ json }) => JSON.parse(json).data.things.map((thing: Representation) => thing.mood))).toEqual([
    ['m1', 'm2'],
    ['m2', 'm3'],
    ['m3'],
  ]);
});

test('each can be switched off', async () => {
  const mood = recorder(({ id }) => ({ mood: `m${id}` }));
  const snapshot = await loadTestSnapshot(sdls, { shop, mood: mood.fetch }, { batching: false, deduplication: false });
  await Promise.all(['1', '1'].map((id) => snapshot.execute({ query, variables: { ids: [id] } }, testCaller())));
  expect(mood.asked).toEqual([['1'], ['1']]);
});

test('equal queries in flight are executed once', async () => {
  const mood = recorder(({ id }) => ({ mood: `m${id}` }));
  const snapshot = await loadTestSnapshot(sdls, { shop, mood: mood.fetch }, { batching: false });
  const answers = await Promise.all(
    ['1', '1', '1'].map((id) => snapshot.execute({ query, variables: { ids: [id] } }, testCaller())),
  );
  expect(mood.asked).toEqual([['1']]);
  expect(new Set(answers.map(({ json }) => json))).toEqual(new Set(['{"data":{"things":[{"mood":"m1"}]}}']));
});

test("an entity's error reaches those who asked for it, a pathless one reaches all without its words", async () => {
  const mood = recorder(
    ({ id }) => (id === '2' ? null : { mood: `m${id}` }),
    (sent) => ({
      errors: [
        {
          message: 'two is private',
          path: ['_entities', sent.findIndex(({ id }) => id === '2'), 'mood'],
          extensions: { code: 'FORBIDDEN' },
        },
        { message: 'somebody asked for 2', extensions: { code: 'OVERLOADED' } },
      ],
    }),
  );
  const snapshot = await loadTestSnapshot(sdls, { shop, mood: mood.fetch });
  const [first, second] = await Promise.all(
    [['1'], ['2']].map((ids) => snapshot.execute({ query, variables: { ids } }, testCaller())),
  );
  const pathless = {
    message: 'The subgraph "mood" reported an error.',
    extensions: { code: 'OVERLOADED', service: 'mood' },
  };
  expect(JSON.parse(first?.json ?? '')).toEqual({
    errors: [{ ...pathless, path: ['things'] }],
    data: { things: [{ mood: 'm1' }] },
  });
  expect(JSON.parse(second?.json ?? '')).toEqual({
    errors: [
      { message: 'two is private', path: ['things', 0, 'mood'], extensions: { code: 'FORBIDDEN', service: 'mood' } },
      { ...pathless, path: ['things'] },
    ],
    data: { things: [{ mood: null }] },
  });
});

test('what later fetches put into a shared entity stays with whose fetch it was', async () => {
  const mood = recorder(() => ({ maker: { __typename: 'Maker', id: 'm' } }));
  const makers: TestFetch = async ({ query: document }) => ({
    data: { _entities: [document.includes('true') ? { name: 'Lumen Ltd.' } : { name: 'Lumen' }] },
  });
  const snapshot = await loadTestSnapshot(sdls, { shop, mood: mood.fetch, makers });
  const ask = (long: boolean) =>
    snapshot.execute(
      {
        query: `query ($ids: [ID!]!) { things(ids: $ids) { maker { name(long: ${long}) } } }`,
        variables: { ids: ['1'] },
      },
      testCaller(),
    );
  await Promise.all([ask(true), ask(false)]);
  mood.asked.length = 0;
  const answers = await Promise.all([ask(true), ask(false)]);
  expect(mood.asked).toEqual([['1']]);
  expect(answers.map(({ json }) => json)).toEqual([
    '{"data":{"things":[{"maker":{"name":"Lumen Ltd."}}]}}',
    '{"data":{"things":[{"maker":{"name":"Lumen"}}]}}',
  ]);
});

test('one member that leaves hurts no other; the fetch is aborted when the last one has left', async () => {
  let signal: AbortSignal | undefined;
  let answer = (): void => {};
  const mood: TestFetch = (_, context) => {
    signal = context.signal;
    return new Promise((resolve) => {
      answer = () => resolve({ data: { _entities: [{ mood: 'm1' }, { mood: 'm2' }] } });
    });
  };
  const snapshot = await loadTestSnapshot(sdls, { shop, mood });
  await snapshot.execute({ query, variables: { ids: [] } }, testCaller());
  const leaver = new AbortController();
  const left = snapshot.execute({ query, variables: { ids: ['1'] } }, testCaller({ signal: leaver.signal }));
  const stayed = snapshot.execute({ query, variables: { ids: ['2'] } }, testCaller());
  await expect.poll(() => signal).toBeDefined();
  leaver.abort();
  await left;
  expect(signal?.aborted).toBe(false);
  answer();
  expect(JSON.parse((await stayed).json)).toEqual({ data: { things: [{ mood: 'm2' }] } });

  signal = undefined;
  const clients = [new AbortController(), new AbortController()];
  const gone = clients.map((client, index) =>
    snapshot.execute({ query, variables: { ids: [String(index)] } }, testCaller({ signal: client.signal })),
  );
  await expect.poll(() => signal).toBeDefined();
  for (const client of clients) client.abort();
  await Promise.all(gone);
  expect((signal as AbortSignal | undefined)?.aborted).toBe(true);
});

test('a batch ends at its size cap', async () => {
  const mood = recorder(({ id }) => ({ mood: `m${id}` }));
  const snapshot = await loadTestSnapshot(sdls, { shop, mood: mood.fetch });
  await snapshot.execute({ query, variables: { ids: [] } }, testCaller());
  const ids = (from: number) => Array.from({ length: 300 }, (_, index) => String(from + index));
  await Promise.all(
    [0, 1_000, 2_000].map((from) => snapshot.execute({ query, variables: { ids: ids(from) } }, testCaller())),
  );
  expect(mood.asked.map(({ length }) => length)).toEqual([300, 300, 300]);
});

test('where requests stay alone they stop waiting for others, until there are others again', async () => {
  const mood = recorder(({ id }) => ({ mood: `m${id}` }));
  const snapshot = await loadTestSnapshot(sdls, { shop, mood: mood.fetch });
  const ask = (id: number) => snapshot.execute({ query, variables: { ids: [String(id)] } }, testCaller());
  for (let id = 0; id < 200; id++) await ask(id);
  expect(mood.asked).toHaveLength(200);
  mood.asked.length = 0;
  await Promise.all(Array.from({ length: 100 }, (_, id) => ask(id)));
  expect(mood.asked.flat().toSorted()).toEqual(Array.from({ length: 100 }, (_, id) => String(id)).toSorted());
  // At most those that are sent at once between two that wait, and the one that the rest joins.
  expect(mood.asked.length).toBeLessThanOrEqual(16);
  mood.asked.length = 0;
  await Promise.all(Array.from({ length: 100 }, (_, id) => ask(id)));
  expect(mood.asked).toHaveLength(1);
});
