import { EventEmitter, once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { RequestContext } from '../../kit/context.ts';
import { createServerDatabase, serverAnswers, TEST_SERVER } from '../../kit/database/testServer.ts';
import { listen } from '../../kit/http.ts';
import { serveSubgraph } from '../../kit/serve.ts';
import { composeTestGraph, createSubgraph, silent } from '../../router/testGraph.ts';
import { type RunningProcess, runProcess, startProcess, WORKER_URL } from '../processes.ts';

const SDL = `
  type Query { me: String slow: String }
  type Mutation { order(lamps: Int!): Int }`;
const IDENTITY_KEY = 'a key of at least thirty-two characters';
const JWT_SECRET = 'a secret of more than thirty-two characters';

const events = new EventEmitter();
/** What the island was asked to order: an effect that no database takes back. */
const orders: number[] = [];
const untilReleased = async (): Promise<void> => {
  const released = once(events, 'release');
  events.emit('begun');
  await released;
};
const resolvers = {
  Query: {
    me: (_: unknown, __: unknown, { identity }: RequestContext) => `${identity.subject} of ${identity.tenant}`,
    slow: () => untilReleased().then(() => 'at last'),
  },
  Mutation: {
    order: async (_: unknown, { lamps }: { lamps: number }) => {
      orders.push(lamps);
      if (lamps > 10) await untilReleased();
      return lamps;
    },
  },
};

const where = serverAnswers ? 'Postgres' : `Postgres (none answers at ${TEST_SERVER})`;
describe.skipIf(!serverAnswers)(`operations that are answered later, by processes over ${where}`, () => {
  let folder: string;
  let database: Awaited<ReturnType<typeof createServerDatabase>>;
  let island: FastifyInstance;
  let router: RunningProcess;
  let worker: RunningProcess;
  let env: Record<string, string>;
  let file: string;
  const tokens: Record<string, string> = {};

  const startWorker = () =>
    startProcess({ entrance: 'router/main.ts', args: ['--worker', file], env, urlPattern: WORKER_URL });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'archipelago-test-'));
    database = await createServerDatabase();
    island = await serveSubgraph(createSubgraph('shop', SDL, resolvers), { log: silent, identityKey: IDENTITY_KEY });
    const url = await listen(island, { host: '127.0.0.1', port: 0 });
    file = join(folder, 'supergraph.graphql');
    await writeFile(file, composeTestGraph({ shop: SDL }));
    env = {
      PORT: '0',
      DATABASE_URL: database.url,
      SUBGRAPH_URL: `${url}/graphql?{name}`,
      IDENTITY_KEY,
      JWT_SECRET,
    };
    for (const sub of ['siti', 'budi']) {
      const jwt = new SignJWT({ sub, tenant: 'kedai' }).setProtectedHeader({ alg: 'HS256' });
      tokens[sub] = await jwt.sign(new TextEncoder().encode(JWT_SECRET));
    }
    [router, worker] = await Promise.all([
      startProcess({ entrance: 'router/main.ts', args: [file], env }),
      startWorker(),
    ]);
  });

  afterAll(async () => {
    events.emit('release');
    await Promise.all([router?.stop(), worker?.stop()]);
    await island?.close();
    await database?.drop();
    await rm(folder, { recursive: true });
  });

  const send = (query: string, headers: Record<string, string> = {}) =>
    fetch(router.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${tokens.siti}`, ...headers },
      body: JSON.stringify({ query }),
    });
  const sendLater = async (query: string, headers: Record<string, string> = {}): Promise<string> => {
    const response = await send(query, { prefer: 'respond-async', ...headers });
    expect(response.status).toBe(202);
    return response.headers.get('location') ?? '';
  };
  const look = (location: string, who = 'siti', prefer = 'wait=30') =>
    fetch(new URL(location, router.url), { headers: { authorization: `Bearer ${tokens[who]}`, prefer } });

  let interrupted: string;
  test('a worker that is killed leaves what it ran as it is, until its lease has run out', async () => {
    const begun = once(events, 'begun');
    interrupted = await sendLater('mutation { order(lamps: 12) }', { 'idempotency-key': 'twelve' });
    await begun;
    await worker.stop('SIGKILL');
    expect(await (await look(interrupted, 'siti', '')).json()).toMatchObject({
      data: null,
      extensions: { job: { kind: 'router.mutation', status: 'RUNNING' } },
    });
    worker = await startWorker();
  }, 60_000);

  test('one is answered later as it is answered now, to who sent it and to nobody else', async () => {
    const location = await sendLater('{ me }');
    const response = await look(location);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ data: { me: 'siti of kedai' } });
    expect(await (await send('{ me }')).json()).toEqual({ data: { me: 'siti of kedai' } });
    expect((await look(location, 'budi')).status).toBe(404);
  });

  test('a mutation that is sent twice with one key is done once', async () => {
    const headers = { 'idempotency-key': 'three' };
    const locations = await Promise.all([1, 2].map(() => sendLater('mutation { order(lamps: 3) }', headers)));
    expect(locations[0]).toBe(locations[1]);
    expect(await (await look(locations[0] ?? '')).json()).toEqual({ data: { order: 3 } });
    expect(orders.filter((lamps) => lamps === 3)).toEqual([3]);
  });

  test('a worker serves no graph, and says whether it can work', async () => {
    const at = (path: string) => fetch(new URL(path, worker.url));
    expect((await at('/graphql?query={me}')).status).toBe(404);
    expect(await (await at('/ready')).json()).toEqual({ status: 'ready' });
    expect(await (await at('/metrics')).text()).toContain('archipelago_jobs_running');
  });

  test('a worker that is told to stop finishes what it runs, and takes no more', async () => {
    const begun = once(events, 'begun');
    const slow = await sendLater('{ slow }');
    await begun;
    const ended = worker.stop('SIGTERM');
    await vi.waitFor(() => expect(worker.output()).toContain('shutting down'));
    const next = await sendLater('{ me }');
    events.emit('release');
    expect(await ended, worker.output()).toEqual({ code: 0, signal: null });
    expect(await (await look(slow)).json()).toEqual({ data: { slow: 'at last' } });
    expect(await (await look(next, 'siti', '')).json()).toMatchObject({ extensions: { job: { status: 'QUEUED' } } });
  });

  test('a worker without the database of its routers is told what it lacks', async () => {
    const { code, output } = await runProcess({ entrance: 'router/main.ts', args: ['--worker', file] });
    expect(code).toBe(1);
    expect(output).toContain(
      'CONFIG_INVALID: A worker takes what routers accepted: set DATABASE_URL to their database.',
    );
  });

  test('what a mutation did whose worker was killed nobody knows; it was done once', async () => {
    // A worker that says nothing for 15 s is lost.
    const response = await look(interrupted);
    expect(response.status).toBe(500);
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: 'WORKER_LOST' } }],
      extensions: { job: { status: 'OUTCOME_UNKNOWN' } },
    });
    expect(orders.filter((lamps) => lamps === 12)).toEqual([12]);
    const again = await sendLater('mutation { order(lamps: 12) }', { 'idempotency-key': 'twelve' });
    expect(again).toBe(interrupted);
  }, 60_000);
});
