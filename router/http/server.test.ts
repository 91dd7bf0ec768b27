import { createHash } from 'node:crypto';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ANONYMOUS } from '../../kit/context.ts';
import { CodedError } from '../../kit/errors.ts';
import { LiveGraph } from '../supergraph/liveGraph.ts';
import { composeTestGraph, createMood, createShop, silent, testSdl } from '../testGraph.ts';
import { createInProcessTransport } from '../transport/inProcess.ts';
import type { Transport } from '../transport/transport.ts';
import { createRouterServer } from './server.ts';

const subgraphs = { shop: createShop(), mood: createMood() };
const dead: Transport = {
  fetch: async () => {
    throw new CodedError('SUBGRAPH_UNAVAILABLE', 'The subgraph "mood" could not be reached.');
  },
  close: async () => {},
};
let moodIsDead = false;
let graph: LiveGraph;
let app: FastifyInstance;

beforeAll(async () => {
  graph = new LiveGraph({
    supergraph: composeTestGraph(testSdl),
    log: silent,
    transportTo: ({ name }) => {
      const subgraph = name === 'shop' ? subgraphs.shop : subgraphs.mood;
      const alive = createInProcessTransport(subgraph, silent);
      return { ...alive, fetch: (...args) => (name === 'mood' && moodIsDead ? dead : alive).fetch(...args) };
    },
  });
  await graph.start();
  app = await createRouterServer({
    execute: (request, caller) => graph.current.execute(request, caller),
    authenticate: async () => ANONYMOUS,
    forwardHeaders: [],
    firstQuery: '{ things { name mood } }',
    log: silent,
    unready: async () => null,
    metrics: async () => ({ contentType: 'text/plain', body: '' }),
  });
});

afterAll(async () => {
  await app.close();
  await graph.stop();
});

const post = (payload: unknown, headers: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json', ...headers },
    payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
  });

describe('a GraphQL request', () => {
  test('is answered from every subgraph that it needs', async () => {
    const response = await post({ query: '{ things { name mood } }' });
    expect(response.statusCode).toBe(200);
    expect(response.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(response.json()).toEqual({
      data: {
        things: [
          { name: 'lamp', mood: 'bright' },
          { name: 'rug', mood: 'soft' },
        ],
      },
    });
  });

  test('may be a GET with variables in the URL when it asks for JSON in a way no form can', async () => {
    const url = `/graphql?${new URLSearchParams({ query: 'query($n: Int) { things(first: $n) { id } }', variables: '{"n":1}' })}`;
    expect((await app.inject({ url, headers: { 'apollo-require-preflight': '1' } })).json()).toEqual({
      data: { things: [{ id: '1' }] },
    });
    const forged = await app.inject({ url });
    expect(forged.statusCode).toBe(400);
    expect(forged.json().errors[0].extensions.code).toBe('BAD_USER_INPUT');
  });

  test('that would change something is refused over GET', async () => {
    const query = 'mutation { rename(id: "1", name: "x") { id } }';
    const headers = { 'apollo-require-preflight': '1' };
    const response = await app.inject({ url: `/graphql?${new URLSearchParams({ query })}`, headers });
    expect(response.statusCode).toBe(405);
    expect((await post({ query })).json()).toEqual({ data: { rename: { id: '1' } } });
  });

  test('of a form of another site is refused', async () => {
    const response = await post('{"query":"{ __typename }"}', { 'content-type': 'text/plain' });
    expect(response.statusCode).toBe(400);
    expect(response.json().errors[0].extensions.code).toBe('BAD_USER_INPUT');
  });

  test('that is not valid gets 400 with the new media type and 200 with the old one', async () => {
    const modern = await post({ query: '{ nothing }' }, { accept: 'application/graphql-response+json' });
    expect(modern.statusCode).toBe(400);
    expect(modern.headers['content-type']).toBe('application/graphql-response+json; charset=utf-8');
    expect(modern.json().errors[0].extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    const old = await post({ query: '{ nothing }' });
    expect(old.statusCode).toBe(200);
  });

  test.each([
    ['malformed JSON', '{"query":'],
    ['an empty body', ''],
    ['a list', '[]'],
    ['no query', '{}'],
    ['a query that is a number', '{"query":1}'],
    ['variables that are a list', '{"query":"{ __typename }","variables":[]}'],
    ['extensions that are a string', '{"query":"{ __typename }","extensions":"x"}'],
  ])('with %s gets a typed error', async (_, payload) => {
    const response = await post(payload);
    expect(response.statusCode).toBe(400);
    expect(response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  });

  test('larger than the body limit gets 413 and a typed error', async () => {
    const response = await post({ query: `{ echo(text: "${'x'.repeat(1_100_000)}") }` });
    expect(response.statusCode).toBe(413);
    expect(response.json().errors[0].extensions.code).toBe('BAD_USER_INPUT');
  });

  test('whose client accepts no JSON gets 406', async () => {
    expect((await post({ query: '{ __typename }' }, { accept: 'image/png' })).statusCode).toBe(406);
  });

  test('whose deadline header is no number gets a typed error', async () => {
    const response = await post({ query: '{ __typename }' }, { 'x-deadline-ms': 'soon' });
    expect(response.statusCode).toBe(400);
  });
});

test('a dead subgraph leaves its own fields null, each with path, code and service, and nothing else is hurt', async () => {
  moodIsDead = true;
  try {
    const response = await post({ query: '{ things { name feeling: mood } }' });
    expect(response.statusCode).toBe(200);
    const error = (index: number) => ({
      message: 'The subgraph "mood" could not be reached.',
      path: ['things', index, 'feeling'],
      extensions: { code: 'SUBGRAPH_UNAVAILABLE', service: 'mood' },
    });
    expect(response.json()).toEqual({
      data: {
        things: [
          { name: 'lamp', feeling: null },
          { name: 'rug', feeling: null },
        ],
      },
      errors: [error(0), error(1)],
    });
  } finally {
    moodIsDead = false;
  }
  expect((await post({ query: '{ things { mood } }' })).json().errors).toBeUndefined();
});

describe('an automatic persisted query', () => {
  const query = '{ things { name } }';
  const persistedQuery = { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') };

  test('is asked for once, then its hash is enough, over POST and GET', async () => {
    const unknown = await post({ extensions: { persistedQuery } });
    expect(unknown.statusCode).toBe(200);
    expect(unknown.json()).toEqual({
      errors: [{ message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
    });
    expect((await post({ query, extensions: { persistedQuery } })).json().data.things).toHaveLength(2);
    expect((await post({ extensions: { persistedQuery } })).json().data.things).toHaveLength(2);
    const url = `/graphql?${new URLSearchParams({ extensions: JSON.stringify({ persistedQuery }) })}`;
    const headers = { 'apollo-require-preflight': '1' };
    expect((await app.inject({ url, headers })).json().data.things).toHaveLength(2);
  });

  test('that does not have its hash, or no hash at all, gets a typed error', async () => {
    const wrong = { ...persistedQuery, sha256Hash: '0'.repeat(64) };
    for (const extension of [wrong, { version: 2 }, { version: 1, sha256Hash: 'x' }, 'x']) {
      const response = await post({ query, extensions: { persistedQuery: extension } });
      expect(response.statusCode).toBe(400);
      expect(response.json().errors[0].extensions.code).toBe('BAD_USER_INPUT');
    }
  });

  test('that is invalid is not remembered', async () => {
    const invalid = '{ nothing }';
    const sha256Hash = createHash('sha256').update(invalid).digest('hex');
    const extensions = { persistedQuery: { version: 1, sha256Hash } };
    await post({ query: invalid, extensions });
    expect((await post({ extensions })).json().errors[0].message).toBe('PersistedQueryNotFound');
  });
});

describe('a large answer', () => {
  const text = 'x'.repeat(20_000);
  const query = `{ echo(text: "${text}") }`;

  test.each([
    ['br', 'gzip, deflate, br', brotliDecompressSync],
    ['gzip', 'gzip, deflate', gunzipSync],
    ['gzip', 'br;q=0, gzip', gunzipSync],
  ] as const)('is sent in %s to a client that accepts %s', async (encoding, accepted, decompress) => {
    const response = await post({ query }, { 'accept-encoding': accepted });
    expect(response.headers['content-encoding']).toBe(encoding);
    expect(response.headers.vary).toBe('accept-encoding');
    expect(response.rawPayload.length).toBeLessThan(1_000);
    expect(JSON.parse(decompress(response.rawPayload).toString())).toEqual({ data: { echo: text } });
  });

  test('is sent as it is to a client that accepts no encoding, and a small one to everybody', async () => {
    expect((await post({ query })).json()).toEqual({ data: { echo: text } });
    const small = await post({ query: '{ echo(text: "x") }' }, { 'accept-encoding': 'br' });
    expect(small.headers['content-encoding']).toBeUndefined();
  });
});

test('Apollo Sandbox and any other site may ask', async () => {
  const preflight = await app.inject({
    method: 'OPTIONS',
    url: '/graphql',
    headers: {
      origin: 'https://studio.apollographql.com',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type',
    },
  });
  expect(preflight.statusCode).toBe(204);
  expect(preflight.headers['access-control-allow-origin']).toBe('*');
  expect(preflight.headers['access-control-allow-headers']).toBe('content-type');
});

test('/live and /ready answer', async () => {
  expect((await app.inject('/live')).statusCode).toBe(200);
  expect((await app.inject('/ready')).statusCode).toBe(200);
});

test('the explorer and its files are served, and nothing outside its folder', async () => {
  const page = await app.inject('/');
  expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
  expect(page.body).toContain('{ things { name mood } }');
  const script = await app.inject('/explorer/main.js');
  expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8');
  expect((await app.inject('/explorer/../index.js')).statusCode).toBe(404);
  expect((await app.inject('/explorer/%2e%2e/index.js')).statusCode).toBe(404);
});
