import { ApolloServer } from '@apollo/server';
import type { GatewayInterface } from '@apollo/server-gateway-interface';
import { expect, onTestFinished, test } from 'vitest';
import type { RequestContext } from '../kit/context.ts';
import { CodedError } from '../kit/errors.ts';
import { ArchipelagoGateway, type GatewayOptions } from './gateway.ts';
import { composeTestGraph, createMood, createShop, createSubgraph, silent, testSdl } from './testGraph.ts';
import type { TransportTo } from './transport/endpoint.ts';
import { createInProcessTransport } from './transport/inProcess.ts';

const toTestSubgraphs: TransportTo = ({ name }) =>
  createInProcessTransport(name === 'shop' ? createShop() : createMood(), silent);

/** A real Apollo Server with the gateway as its drop-in. */
async function startServer(options: Partial<GatewayOptions> = {}): Promise<ApolloServer> {
  const gateway: GatewayInterface = new ArchipelagoGateway({
    supergraph: composeTestGraph(testSdl),
    transportTo: toTestSubgraphs,
    log: silent,
    ...options,
  });
  const server = new ApolloServer({ gateway, logger: silent });
  await server.start();
  onTestFinished(() => server.stop());
  return server;
}

async function ask(server: ApolloServer, query: string, variables: Record<string, unknown> = {}): Promise<unknown> {
  const { body } = await server.executeOperation({ query, variables });
  if (body.kind !== 'single') throw new Error('expected one result');
  return JSON.parse(JSON.stringify(body.singleResult));
}

test('Apollo Server answers through the gateway: queries, variables, mutations, introspection', async () => {
  const server = await startServer();
  expect(await ask(server, 'query($n: Int) { things(first: $n) { id feeling: mood } }', { n: 1 })).toEqual({
    data: { things: [{ id: '1', feeling: 'bright' }] },
  });
  expect(await ask(server, 'mutation { rename(id: "1", name: "x") { name } }')).toEqual({
    data: { rename: { name: 'x' } },
  });
  expect(await ask(server, '{ __type(name: "Thing") { fields { name } } }')).toEqual({
    data: { __type: { fields: [{ name: 'id' }, { name: 'mood' }, { name: 'name' }] } },
  });
});

test('its errors have path, code and service', async () => {
  const server = await startServer({
    transportTo: (endpoint) =>
      endpoint.name === 'shop'
        ? toTestSubgraphs(endpoint)
        : {
            fetch: async () => {
              throw new CodedError('SUBGRAPH_UNAVAILABLE', 'The subgraph "mood" could not be reached.');
            },
            close: async () => {},
          },
  });
  expect(await ask(server, '{ things(first: 1) { name mood } }')).toEqual({
    data: { things: [{ name: 'lamp', mood: null }] },
    errors: [
      {
        message: 'The subgraph "mood" could not be reached.',
        path: ['things', 0, 'mood'],
        extensions: { code: 'SUBGRAPH_UNAVAILABLE', service: 'mood' },
      },
    ],
  });
});

test('variables that do not fit are told as such', async () => {
  const server = await startServer();
  expect(await ask(server, 'query($n: Int) { things(first: $n) { id } }', { n: 'many' })).toMatchObject({
    errors: [{ extensions: { code: 'BAD_USER_INPUT' } }],
  });
});

test('the caller is whoever the application says', async () => {
  const sdl = 'type Query { whoAmI: String }';
  const people = createSubgraph('people', sdl, {
    Query: { whoAmI: (_: unknown, __: unknown, { identity }: RequestContext) => identity.subject },
  });
  const server = await startServer({
    supergraph: composeTestGraph({ people: sdl }),
    transportTo: () => createInProcessTransport(people, silent),
    callerOf: ({ request }) => ({
      identity: { subject: String(request.extensions?.user), tenant: null, scopes: [] },
      deadline: Number.POSITIVE_INFINITY,
      signal: new AbortController().signal,
      headers: [],
    }),
  });
  const { body } = await server.executeOperation({ query: '{ whoAmI }', extensions: { user: 'siti' } });
  expect(body).toMatchObject({ singleResult: { data: { whoAmI: 'siti' } } });
});

test('a supergraph that cannot be loaded stops the start with its reason', async () => {
  const gateway = new ArchipelagoGateway({
    supergraph: 'type Query { a: Int }',
    transportTo: toTestSubgraphs,
    log: silent,
  });
  await expect(gateway.load()).rejects.toMatchObject({ code: 'SUPERGRAPH_INVALID' });
});

test('a new supergraph of its manager reaches Apollo Server', async () => {
  const updates: ((sdl: string) => void)[] = [];
  const { shop } = testSdl;
  const server = await startServer({
    supergraph: {
      initialize: async ({ update }) => {
        updates.push(update);
        return { supergraphSdl: composeTestGraph({ shop }) };
      },
    },
  });
  expect(await ask(server, '{ things { mood } }')).toMatchObject({ errors: [{}] });
  updates[0]?.(composeTestGraph(testSdl));
  await expect
    .poll(() => ask(server, '{ things(first: 1) { mood } }'))
    .toEqual({ data: { things: [{ mood: 'bright' }] } });
});
