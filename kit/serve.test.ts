import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RequestContext } from './context.ts';
import { CodedError } from './errors.ts';
import { listen } from './http.ts';
import { createIdentitySigner } from './identity.ts';
import { serveSubgraph } from './serve.ts';
import { startSubgraph } from './start.ts';
import { defineSubgraph } from './subgraph.ts';
import { NO_RESOURCES } from './testResources.ts';

const SDL = /* GraphQL */ `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  type Query { subject: String remaining: Float waitForAbort: String refuse: String }
  type Thing @key(fields: "id") { id: ID! name: String! }
`;

const IDENTITY_KEY = 'a key of at least thirty-two characters';
const log = pino({ level: 'silent' });
const folder = mkdtempSync(join(tmpdir(), 'archipelago-kit-'));
let aborted: Promise<void>;
let sawWaiting: () => void;
const waiting = new Promise<void>((resolve) => {
  sawWaiting = resolve;
});
let url: string;
let close: () => Promise<void>;

beforeAll(async () => {
  writeFileSync(join(folder, 'schema.graphql'), SDL);
  const definition = defineSubgraph({
    name: 'things',
    schema: pathToFileURL(join(folder, 'schema.graphql')),
    resolvers: {
      Query: {
        remaining: (_: unknown, __: unknown, { deadline, arrivedAt }: RequestContext) =>
          Number.isFinite(deadline) ? deadline - arrivedAt : null,
        subject: (_: unknown, __: unknown, { identity }: RequestContext) => identity.subject,
        waitForAbort: (_: unknown, __: unknown, { signal }: RequestContext) => {
          aborted = new Promise((resolve) => signal.addEventListener('abort', () => resolve()));
          sawWaiting();
          return aborted;
        },
        refuse: () => {
          throw new CodedError('FORBIDDEN', 'Not yours.');
        },
      },
      Thing: {
        __resolveReference: ({ id }: { id: string }) => (id === 'gone' ? null : { id, name: `thing ${id}` }),
      },
    },
  });
  const subgraph = await startSubgraph(definition, { resources: NO_RESOURCES, log });
  const app = await serveSubgraph(subgraph, { log, identityKey: IDENTITY_KEY });
  url = `${await listen(app, { host: '127.0.0.1', port: 0 })}/graphql`;
  close = async () => {
    await app.close();
  };
});
afterAll(async () => {
  await close();
  rmSync(folder, { recursive: true });
});

async function ask(query: string, headers: Record<string, string> = {}, variables = {}): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  return response.json();
}

test('tells its SDL and resolves entities, null for one that is gone', async () => {
  expect(await ask('{ _service { sdl } }')).toMatchObject({
    data: { _service: { sdl: expect.stringContaining('type Thing') } },
  });
  const representations = ['a', 'gone'].map((id) => ({ __typename: 'Thing', id }));
  const query =
    'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Thing { name } } }';
  expect(await ask(query, {}, { representations })).toEqual({ data: { _entities: [{ name: 'thing a' }, null] } });
});

test('the deadline header becomes the deadline of the context; without it there is none', async () => {
  expect(await ask('{ remaining }', { 'x-deadline-ms': '1500' })).toEqual({ data: { remaining: 1500 } });
  expect(await ask('{ remaining }')).toEqual({ data: { remaining: null } });
});

test('a deadline header that is no number is refused by its name', async () => {
  expect(await ask('{ remaining }', { 'x-deadline-ms': 'soon' })).toMatchObject({
    errors: [
      {
        message: expect.stringContaining('The header x-deadline-ms is a whole number of milliseconds; got "soon".'),
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ],
  });
});

test('whom the router signed for is the identity of the context; anyone else is anonymous or refused', async () => {
  const [name, value] = createIdentitySigner(IDENTITY_KEY)({ subject: 'siti', tenant: null, scopes: [] });
  expect(await ask('{ subject }', { [name]: value })).toEqual({ data: { subject: 'siti' } });
  expect(await ask('{ subject }')).toEqual({ data: { subject: null } });
  expect(await ask('{ subject }', { [name]: `${value}x` })).toMatchObject({
    errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
  });
});

test('errors keep their code and carry no stack trace', async () => {
  expect(await ask('{ refuse }')).toEqual({
    data: { refuse: null },
    errors: [
      { message: 'Not yours.', path: ['refuse'], locations: expect.any(Array), extensions: { code: 'FORBIDDEN' } },
    ],
  });
});

test('a caller that leaves aborts what was begun for it', async () => {
  const body = JSON.stringify({ query: '{ waitForAbort }' });
  const call = request(url, { method: 'POST', headers: { 'content-type': 'application/json' } });
  call.on('error', () => {});
  call.end(body);
  await waiting;
  call.destroy();
  await aborted;
});
