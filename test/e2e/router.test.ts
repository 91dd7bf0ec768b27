import { EventEmitter, once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { listen } from '../../kit/http.ts';
import { serveSubgraph } from '../../kit/serve.ts';
import { composeTestGraph, createSubgraph, silent } from '../../router/testGraph.ts';
import { ask } from '../graph.ts';
import { type RunningProcess, runProcess, startProcess } from '../processes.ts';

const SDL = 'type Query { greeting: String slow: String }';
const RICHER_SDL = 'type Query { greeting: String slow: String farewell: String }';

const events = new EventEmitter();
let folder: string;
let file: string;
let subgraph: FastifyInstance;
let subgraphUrl: string;
let router: RunningProcess;

const startRouter = () =>
  startProcess({ entrance: 'router/main.ts', args: [file], env: { PORT: '0', SUBGRAPH_URL: subgraphUrl } });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'archipelago-test-'));
  file = join(folder, 'supergraph.graphql');
  const resolvers = {
    Query: {
      greeting: () => 'hello',
      farewell: () => 'bye',
      slow: async () => {
        const released = once(events, 'release');
        events.emit('arrived');
        await released;
        return 'at last';
      },
    },
  };
  subgraph = await serveSubgraph(createSubgraph('talk', RICHER_SDL, resolvers), { log: silent });
  subgraphUrl = `${await listen(subgraph, { host: '127.0.0.1', port: 0 })}/graphql?{name}`;
  await writeFile(file, composeTestGraph({ talk: SDL }));
  router = await startRouter();
});

afterAll(async () => {
  await router?.stop();
  await subgraph?.close();
  await rm(folder, { recursive: true });
});

test('the router reaches a subgraph where SUBGRAPH_URL says, whatever URL the supergraph holds', async () => {
  expect(await ask(router.url, '{ greeting }')).toEqual({ data: { greeting: 'hello' } });
});

test('a router without a database answers at once, though its client would rather be answered later', async () => {
  const headers = { 'content-type': 'application/json', prefer: 'respond-async' };
  const response = await fetch(router.url, { method: 'POST', headers, body: '{"query":"{ greeting }"}' });
  expect(response.status).toBe(200);
  expect(response.headers.get('preference-applied')).toBeNull();
  expect(await response.json()).toEqual({ data: { greeting: 'hello' } });
});

test('a changed supergraph file is served without a restart, and a bad one is refused with a line in the log', async () => {
  expect((await ask(router.url, '{ farewell }')).errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  await writeFile(file, composeTestGraph({ talk: RICHER_SDL }));
  await vi.waitFor(
    async () => expect(await ask(router.url, '{ farewell }')).toEqual({ data: { farewell: 'bye' } }),
    10_000,
  );

  await writeFile(file, 'type Query { broken');
  await vi.waitFor(() => expect(router.output()).toContain('refused a supergraph'), 10_000);
  expect(await ask(router.url, '{ farewell }')).toEqual({ data: { farewell: 'bye' } });
});

test('a router that is told to stop finishes the request in flight', async () => {
  await writeFile(file, composeTestGraph({ talk: RICHER_SDL }));
  const mortal = await startRouter();
  const arrived = once(events, 'arrived');
  const answer = ask(mortal.url, '{ slow }');
  await arrived;
  const ended = mortal.stop('SIGTERM');
  await vi.waitFor(() => expect(mortal.output()).toContain('shutting down'), 10_000);
  events.emit('release');
  expect(await answer).toEqual({ data: { slow: 'at last' } });
  expect(await ended).toEqual({ code: 0, signal: null });
});

test('a port that is taken, a bad variable and a missing supergraph are each told in one line', async () => {
  const holder = createServer().listen(0, '127.0.0.1');
  await once(holder, 'listening');
  const address = holder.address();
  const port = typeof address === 'object' && address ? String(address.port) : '';
  try {
    const taken = await runProcess({ entrance: 'router/main.ts', args: [file], env: { PORT: port } });
    expect(taken).toMatchObject({ code: 1, output: expect.stringContaining(`PORT_TAKEN: Port ${port} on 127.0.0.1`) });
  } finally {
    holder.close();
  }
  const bad = await runProcess({ entrance: 'router/main.ts', args: [file], env: { PORT: 'http' } });
  expect(bad).toMatchObject({ code: 1, output: expect.stringContaining('CONFIG_INVALID') });
  const missing = await runProcess({ entrance: 'router/main.ts', args: [join(folder, 'none.graphql')] });
  expect(missing).toMatchObject({
    code: 1,
    output: expect.stringContaining('CONFIG_INVALID: Expected a supergraph in'),
  });
});
