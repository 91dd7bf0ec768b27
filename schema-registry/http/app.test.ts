import { generateKeyPairSync } from 'node:crypto';
import { ApolloGateway } from '@apollo/gateway';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../kit/database/database.ts';
import { openTestDatabase } from '../../kit/database/testDatabase.ts';
import { listen } from '../../kit/http.ts';
import { SIGNATURE_HEADER, verifySupergraph } from '../../kit/supergraphSignature.ts';
import type { Role } from '../keys/apiKey.ts';
import { openRegistry, type Registry } from '../registry.ts';
import { createRegistryApp } from './app.ts';

const lines: string[] = [];
const log = pino({ level: 'info' }, { write: (line) => void lines.push(line) });
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const GRAPH = 'archipelago';

let database: Database;
let registry: Registry;
let app: FastifyInstance;
let url: string;
let admin: string;

beforeAll(async () => {
  database = await openTestDatabase();
  registry = await openRegistry({ database, log });
  app = createRegistryApp({ registry, signingKey: privateKey, log, unready: async () => null });
  url = await listen(app, { host: '127.0.0.1', port: 0 });
  admin = await secretFor('admin');
});
afterAll(async () => {
  await app?.close();
  await registry?.close();
  await database?.close();
});

async function secretFor(...roles: Role[]): Promise<string> {
  return (await registry.keys.create({ graph: GRAPH, name: `the ${roles.join(' and ')}`, roles })).secret;
}

interface Answer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

async function ask(query: string, variables: object, secret: string | null = admin): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(secret !== null && { 'x-api-key': secret }) },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as Answer;
}

const PUBLISH = `mutation ($variant: String!, $name: String!, $sdl: String!) {
  graph(id: "${GRAPH}") {
    publishSubgraph(graphVariant: $variant, name: $name, revision: "", activePartialSchema: { sdl: $sdl },
      url: "http://x.test/graphql", gitContext: { commit: "c0ffee", committer: "Siti <siti@shop.test>" }) {
      wasCreated wasUpdated updatedGateway errors { message code locations { subgraphName line } }
      launch { number status author commit }
    }
  }
}`;

const publish = (variant: string, name: string, sdl: string, secret = admin): Promise<Answer> =>
  ask(PUBLISH, { variant, name, sdl }, secret);

const UPLINK = `query Whatever($apiKey: String!, $ref: String!, $ifAfterId: ID) {
  routerConfig(ref: $ref, apiKey: $apiKey, ifAfterId: $ifAfterId) {
    __typename
    ... on RouterConfigResult { id supergraphSdl: supergraphSDL minDelaySeconds }
    ... on Unchanged { id }
    ... on FetchError { code message }
  }
}`;

async function poll(variables: object): Promise<Record<string, unknown>> {
  const response = await fetch(`${url}/uplink`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: UPLINK, variables }),
  });
  const { data } = (await response.json()) as { data: { routerConfig: Record<string, unknown> } };
  return data.routerConfig;
}

test('publishing tells what came of it, and the API what is there', async () => {
  expect(await publish('api', 'products', 'type Query { products: [String] }')).toEqual({
    data: {
      graph: {
        publishSubgraph: {
          wasCreated: true,
          wasUpdated: false,
          updatedGateway: true,
          errors: [],
          launch: { number: 1, status: 'LAUNCH_COMPLETED', author: 'Siti <siti@shop.test>', commit: 'c0ffee' },
        },
      },
    },
  });
  const bad = await publish('api', 'reviews', 'type Query {\n  products: Int\n}');
  expect(bad.data).toMatchObject({
    graph: {
      publishSubgraph: {
        updatedGateway: false,
        errors: expect.arrayContaining([
          expect.objectContaining({
            code: 'FIELD_TYPE_MISMATCH',
            locations: expect.arrayContaining([{ subgraphName: 'reviews', line: 2 }]),
          }),
        ]),
      },
    },
  });
  const read = await ask(
    `{ frontendUrlRoot me { __typename id asActor { type } }
       graph(id: "${GRAPH}") { variants { name } variant(name: "api") {
         subgraphs { name url updatedAt } launches { number status build { result { __typename } } }
         latestApprovedLaunch { number build { result { ... on BuildSuccess { coreSchema { coreDocument } } } } } } }
       other: graph(id: "another") { id } }`,
    {},
  );
  expect(read).toEqual({
    data: {
      frontendUrlRoot: url,
      me: { __typename: 'Graph', id: GRAPH, asActor: { type: 'GRAPH' } },
      graph: {
        variants: [{ name: 'api' }],
        variant: {
          subgraphs: [
            { name: 'products', url: 'http://x.test/graphql', updatedAt: expect.stringMatching(/^\d{4}-.*Z$/) },
            { name: 'reviews', url: 'http://x.test/graphql', updatedAt: expect.any(String) },
          ],
          launches: [
            { number: 2, status: 'LAUNCH_FAILED', build: { result: { __typename: 'BuildFailure' } } },
            { number: 1, status: 'LAUNCH_COMPLETED', build: { result: { __typename: 'BuildSuccess' } } },
          ],
          latestApprovedLaunch: {
            number: 1,
            build: { result: { coreSchema: { coreDocument: expect.stringContaining('products: [String]') } } },
          },
        },
      },
      other: null,
    },
  });
});

test('Uplink answers a router, tells it when nothing changed, and why there is nothing', async () => {
  const apiKey = await secretFor('read');
  const ref = `${GRAPH}@uplink`;
  expect(await poll({ apiKey, ref })).toMatchObject({ __typename: 'FetchError', code: 'UNKNOWN_REF' });
  await publish('uplink', 'products', 'type Query { products: [String] }');
  const first = await poll({ apiKey, ref });
  expect(first).toMatchObject({ minDelaySeconds: 1, supergraphSdl: expect.stringContaining('products: [String]') });
  expect(await poll({ apiKey, ref, ifAfterId: first.id })).toEqual({ __typename: 'Unchanged', id: first.id });
  await publish('uplink', 'reviews', 'type Query { reviews: [String] }');
  await expect
    .poll(() => poll({ apiKey, ref, ifAfterId: first.id }))
    .toMatchObject({
      supergraphSdl: expect.stringContaining('reviews: [String]'),
    });
  expect(await poll({ apiKey: 'service:archipelago:guessed', ref })).toMatchObject({ code: 'AUTHENTICATION_FAILED' });
  expect(await poll({ apiKey: await secretFor('publish'), ref })).toMatchObject({ code: 'ACCESS_DENIED' });
  expect(await poll({ apiKey, ref: 'another@uplink' })).toMatchObject({ code: 'ACCESS_DENIED' });
});

test('a stock gateway follows what is published', async () => {
  await publish('stock', 'products', 'type Query { products: [String] }');
  const gateway = new ApolloGateway({
    uplinkEndpoints: [`${url}/uplink`],
    fallbackPollIntervalInMs: 100,
    logger: pino({ level: 'silent' }),
  });
  const schemas: string[] = [];
  gateway.onSchemaLoadOrUpdate(({ coreSupergraphSdl }) => schemas.push(coreSupergraphSdl));
  await gateway.load({
    apollo: { key: await secretFor('read'), keyHash: 'x', graphRef: `${GRAPH}@stock` },
  });
  await publish('stock', 'reviews', 'type Query { reviews: [String] }');
  await expect.poll(() => schemas.at(-1), { timeout: 10_000 }).toContain('reviews: [String]');
  await gateway.stop();
});

test('the plain way has an id, a signature, and waits for what comes', async () => {
  const headers = { 'x-api-key': await secretFor('read') };
  const at = `${url}/supergraphs/${GRAPH}@plain`;
  expect((await fetch(at, { headers })).status).toBe(404);
  await publish('plain', 'products', 'type Query { products: [String] }');
  const first = await fetch(at, { headers });
  const sdl = await first.text();
  const expected = { graph: GRAPH, variant: 'plain', publicKey };
  expect(await verifySupergraph(sdl, first.headers.get(SIGNATURE_HEADER) ?? undefined, expected)).toMatchObject({
    launch: 1,
  });
  const known = { ...headers, 'if-none-match': first.headers.get('etag') ?? '' };
  expect((await fetch(at, { headers: known })).status).toBe(304);
  expect((await fetch(at, { headers: { ...known, prefer: 'wait=1' } })).status).toBe(304);
  const waiting = fetch(at, { headers: { ...known, prefer: 'wait=30' } });
  await publish('plain', 'reviews', 'type Query { reviews: [String] }');
  const next = await waiting;
  expect(next.status).toBe(200);
  expect(
    await verifySupergraph(await next.text(), next.headers.get(SIGNATURE_HEADER) ?? undefined, expected),
  ).toMatchObject({ launch: 2 });
});

test.each([
  ['none', async () => null, 'UNAUTHENTICATED', /got none/],
  ['a guessed one', async () => 'service:archipelago:guessed-secret', 'UNAUTHENTICATED', /none of this registry/],
  [
    'one that may only read',
    () => secretFor('read', 'check'),
    'FORBIDDEN',
    /may read, check; this needs one that may publish/,
  ],
])('with %s as key nothing is published, and no log has the key', async (_, secretOf, code, reason) => {
  const secret = await secretOf();
  lines.length = 0;
  const { errors } = await ask(PUBLISH, { variant: 'x', name: 'a', sdl: 'type Query { a: Int }' }, secret);
  expect(errors).toMatchObject([{ message: expect.stringMatching(reason), extensions: { code } }]);
  if (secret) expect(lines.join('\n')).not.toContain(secret.split(':')[2]);
});

test('a key ends when it is revoked, and is for its variants alone', async () => {
  const made = await ask(
    `mutation { graph(id: "${GRAPH}") { newKey(input: { keyName: "staging CI", roles: [PUBLISH], variants: ["staging"] }) { secret key { id roles } } } }`,
    {},
  );
  const { secret, key } = (made.data as { graph: { newKey: { secret: string; key: { id: string } } } }).graph.newKey;
  expect((await publish('staging', 'a', 'type Query { a: Int }', secret)).errors).toBeUndefined();
  expect((await publish('production', 'a', 'type Query { a: Int }', secret)).errors).toMatchObject([
    {
      message: 'The key staging CI is for staging; expected one for archipelago@production.',
      extensions: { code: 'FORBIDDEN' },
    },
  ]);
  await ask(`mutation ($id: ID!) { graph(id: "${GRAPH}") { revokeKey(id: $id) { revokedAt } } }`, { id: key.id });
  expect((await publish('staging', 'a', 'type Query { b: Int }', secret)).errors).toMatchObject([
    { message: expect.stringMatching(/^The key staging CI was revoked at /), extensions: { code: 'UNAUTHENTICATED' } },
  ]);
  const { data } = await ask(`{ graph(id: "${GRAPH}") { keys { keyName revokedAt } } }`, {});
  expect(JSON.stringify(data)).toContain('staging CI');
  expect(JSON.stringify(data)).not.toContain('service:');
});

test('what cannot be read is refused as such', async () => {
  const post = (body: string) =>
    fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  expect((await post('{')).status).toBe(400);
  expect((await post('{}')).status).toBe(400);
  expect((await post(JSON.stringify({ query: 'x'.repeat(13 * 1024 * 1024) }))).status).toBe(413);
  expect(await ask('{ nothing }', {})).toMatchObject({
    errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }],
  });
  expect(await ask('{', {})).toMatchObject({ errors: [{ extensions: { code: 'GRAPHQL_PARSE_FAILED' } }] });
});
