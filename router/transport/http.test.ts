import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { afterEach, expect, test } from 'vitest';
import { ANONYMOUS } from '../../kit/context.ts';
import { createHttpTransport } from './http.ts';
import type { FetchContext, SubgraphFetch, Transport } from './transport.ts';

const teardown: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const undo of teardown.splice(0).reverse()) await undo();
});

const QUERY: SubgraphFetch = { query: '{ a }', operationName: undefined, variables: '{}', kind: 'query' };

async function transportTo(listener: RequestListener): Promise<Transport> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const transport = createHttpTransport({
    name: 'island',
    url: new URL(`http://127.0.0.1:${port}/graphql`),
    log: pino({ level: 'silent' }),
    identityHeader: () => ['x-identity', 'signed'],
  });
  teardown.push(
    () => void server.closeAllConnections(),
    () => void server.close(),
    () => transport.close(),
  );
  return transport;
}

function context(changes: Partial<FetchContext> = {}): FetchContext {
  return {
    identity: ANONYMOUS,
    deadline: Date.now() + 5_000,
    signal: new AbortController().signal,
    headers: [],
    ...changes,
  };
}

test('sends the query, the variables as they are, the headers let through, the identity and the time left', async () => {
  const transport = await transportTo((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += chunk));
    request.on('end', () =>
      response.end(JSON.stringify({ data: { url: request.url, headers: request.headers, body } })),
    );
  });
  const { data } = await transport.fetch(
    { query: 'query Q { "a" }', operationName: 'Q', variables: '{"n":1.0}', kind: 'query' },
    context({ headers: [['accept-language', 'id']], deadline: Date.now() + 1_000 }),
  );
  expect(data).toMatchObject({
    url: '/graphql',
    body: '{"query":"query Q { \\"a\\" }","operationName":"Q","variables":{"n":1.0}}',
    headers: { 'content-type': 'application/json', 'accept-language': 'id', 'x-identity': 'signed' },
  });
  const left = Number((data as { headers: Record<string, string> }).headers['x-deadline-ms']);
  expect(left).toBeGreaterThan(800);
  expect(left).toBeLessThanOrEqual(1_000);
});

test('a GraphQL response with a status of 400 is a GraphQL response', async () => {
  const transport = await transportTo((_, response) => {
    response.statusCode = 400;
    response.end('{"errors":[{"message":"no such field"}]}');
  });
  await expect(transport.fetch(QUERY, context())).resolves.toEqual({ errors: [{ message: 'no such field' }] });
});

test('a subgraph that never answers costs no more than the deadline', async () => {
  const transport = await transportTo(() => {});
  const started = performance.now();
  await expect(transport.fetch(QUERY, context({ deadline: Date.now() + 100 }))).rejects.toMatchObject({
    code: 'DEADLINE_EXCEEDED',
    extensions: { service: 'island' },
  });
  expect(performance.now() - started).toBeLessThan(150);
});
