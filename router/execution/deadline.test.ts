import { readFileSync } from 'node:fs';
import { setTimeout as after } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createExecutor } from '../../kit/execute.ts';
import { buildSchema } from '../../kit/schema.ts';
import { silent } from '../testGraph.ts';
import { loadTestSnapshot, testCaller } from '../testSnapshot.ts';
import { createInProcessTransport } from '../transport/inProcess.ts';

const sdl = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@composeDirective"])
  ${readFileSync(new URL('../../kit/ai.graphql', import.meta.url), 'utf8').replaceAll('@federation__', '@')}
  type Query { text: Text }
  type Text @key(fields: "id") { id: ID! }
`;
const plain = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  type Query { text: Text }
  type Text @key(fields: "id") { id: ID! body: String }
`;
const island = `
  ${sdl.replace('type Query { text: Text }', 'type Query { model: String @deadline(ms: 60) }').replace('type Text @key(fields: "id") { id: ID! }', 'type Text @key(fields: "id") { id: ID! fast: String @deadline(ms: 50) slow: String @deadline(ms: 900) }')}
`;

const text = async () => ({ data: { text: { __typename: 'Text', id: '1', body: 'hello' } } });

test('of two fields of one island each has its own deadline: the fast one answers, the slow one is null at its time', async () => {
  const schema = buildSchema(island, {
    Text: {
      __resolveReference: (reference: object) => reference,
      fast: () => after(20, 'quick'),
      slow: () => after(1_500, 'never seen'),
    },
  });
  const subgraph = {
    name: 'island',
    sdl: island,
    execute: createExecutor(schema),
    unready: async () => null,
    close: async () => {},
  };
  const transport = createInProcessTransport(subgraph, silent);
  const snapshot = await loadTestSnapshot({ plain, island }, { plain: text, island: transport.fetch });
  await snapshot.warm([{ query: '{ text { body fast slow } }', operationName: undefined, labels: [], denials: [] }]);
  const started = performance.now();
  const { json } = await snapshot.execute({ query: '{ text { body fast slow } }' }, testCaller());
  const took = performance.now() - started;
  expect(took).toBeGreaterThan(895);
  expect(took).toBeLessThan(1_000);
  expect(JSON.parse(json)).toEqual({
    errors: [
      {
        message: 'Text.slow did not answer within 900 ms.',
        path: ['text', 'slow'],
        extensions: { code: 'DEADLINE_EXCEEDED', service: 'island' },
      },
    ],
    data: { text: { body: 'hello', fast: 'quick', slow: null } },
  });
});

test('an island that does not keep its deadlines is cut off a margin after the largest, and the rest answers', async () => {
  let aborted = false;
  const snapshot = await loadTestSnapshot(
    { plain, island },
    {
      plain: text,
      island: (_, { signal }) =>
        new Promise(() => signal.addEventListener('abort', () => (aborted = true), { once: true })),
    },
  );
  const query = '{ model text { body quick: fast } }';
  await snapshot.warm([{ query, operationName: undefined, labels: [], denials: [] }]);
  const started = performance.now();
  const { json } = await snapshot.execute({ query }, testCaller());
  const took = performance.now() - started;
  expect(took).toBeGreaterThan(145);
  expect(took).toBeLessThan(210);
  expect(aborted).toBe(true);
  const message = 'The subgraph "island" did not answer in time.';
  const extensions = { code: 'DEADLINE_EXCEEDED', service: 'island' };
  expect(JSON.parse(json)).toEqual({
    errors: [
      { message, path: ['model'], extensions },
      { message, path: ['text', 'quick'], extensions },
    ],
    data: { model: null, text: { body: 'hello', quick: null } },
  });
});

test("a request's own deadline ends what is longer, and what comes after it is dropped", async () => {
  const snapshot = await loadTestSnapshot({ plain, island }, { plain: text, island: () => new Promise(() => {}) });
  const query = '{ text { body slow } }';
  await snapshot.warm([{ query, operationName: undefined, labels: [], denials: [] }]);
  const started = Date.now();
  const { json } = await snapshot.execute({ query }, testCaller({ deadline: started + 120 }));
  expect(Date.now() - started).toBeLessThan(170);
  expect(JSON.parse(json).data).toEqual({ text: { body: 'hello', slow: null } });
});

test('a client that leaves frees the subgraphs at once', async () => {
  const client = new AbortController();
  const signals: AbortSignal[] = [];
  const snapshot = await loadTestSnapshot(
    { plain, island },
    {
      plain: text,
      island: (_, { signal }) => {
        signals.push(signal);
        client.abort();
        return new Promise(() => {});
      },
    },
  );
  await snapshot.execute({ query: '{ text { slow } }' }, testCaller({ signal: client.signal }));
  expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
});
