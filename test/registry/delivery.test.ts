import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../kit/database/database.ts';
import { openTestDatabase } from '../../kit/database/testDatabase.ts';
import { listen } from '../../kit/http.ts';
import { SIGNATURE_HEADER } from '../../kit/supergraphSignature.ts';
import { createRegistrySource } from '../../router/supergraph/registrySource.ts';
import { createRegistryApp } from '../../schema-registry/http/app.ts';
import { openRegistry, type Registry } from '../../schema-registry/registry.ts';

const log = pino({ level: 'silent' });
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const BY = { author: 'test', commit: null };

let database: Database;
let registry: Registry;
let graphs = 0;
const stops: (() => Promise<unknown>)[] = [];
beforeAll(async () => {
  database = await openTestDatabase();
  registry = await openRegistry({ database, log });
});
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});
afterAll(async () => {
  await registry?.close();
  await database?.close();
});

const startApp = async (port = 0, signingKey = privateKey): Promise<{ app: FastifyInstance; url: string }> => {
  const app = createRegistryApp({ registry, signingKey, log, unready: async () => null });
  const url = await listen(app, { host: '127.0.0.1', port });
  stops.push(() => app.close());
  return { app, url };
};

/** A graph of its own with one subgraph, a key to read it, and a router's source that follows it at `url`. */
async function newGraph(): Promise<{ ref: { graph: string; variant: string }; apiKey: string; keyId: string }> {
  const ref = { graph: `graph${++graphs}`, variant: 'production' };
  const { secret: apiKey, key } = await registry.keys.create({ graph: ref.graph, name: 'router', roles: ['read'] });
  await publish(ref, 'first');
  return { ref, apiKey, keyId: key.id };
}

const publish = (ref: { graph: string; variant: string }, field: string) =>
  registry.publisher.publish(
    ref,
    [{ name: 'one', url: 'http://one.test/', sdl: `type Query { ${field}: String }` }],
    BY,
  );

async function follow(url: string, { ref, apiKey }: Awaited<ReturnType<typeof newGraph>>, key = publicKey) {
  const seen: string[] = [];
  const reasons: string[] = [];
  const source = createRegistrySource({
    url,
    apiKey,
    graphRef: `${ref.graph}@${ref.variant}`,
    publicKey: key,
    log: pino(
      { level: 'warn' },
      { write: (line) => void reasons.push((JSON.parse(line) as { reason: string }).reason) },
    ),
  });
  const { supergraphSdl, cleanup } = await source.initialize({
    update: (sdl) => void seen.push(sdl),
    healthCheck: async () => {},
    getDataSource: () => {
      throw new Error('not asked for');
    },
  });
  seen.push(supergraphSdl);
  if (cleanup) stops.push(cleanup);
  return { seen, reasons, apiKey };
}

test('a change reaches a router of ours in less than a second', async () => {
  const { url } = await startApp();
  const graph = await newGraph();
  const { seen } = await follow(url, graph);
  expect(seen[0]).toContain('first: String');
  await publish(graph.ref, 'second');
  const published = performance.now();
  await expect.poll(() => seen.at(-1), { interval: 10, timeout: 1_000 }).toContain('second: String');
  expect(performance.now() - published).toBeLessThan(1_000);
});

test('what does not compose never comes, and what is mended does', async () => {
  const { url } = await startApp();
  const graph = await newGraph();
  const { seen } = await follow(url, graph);
  expect((await publish(graph.ref, 'broken: Missing other')).launch.outcome.status).toBe('FAILED');
  await publish(graph.ref, 'mended');
  await expect.poll(() => seen.at(-1)).toContain('mended: String');
  expect(seen).toHaveLength(2);
});

test('a registry that is away costs nothing, and what changed meanwhile comes when it is back', async () => {
  const { app, url } = await startApp();
  const graph = await newGraph();
  const { seen, reasons } = await follow(url, graph);
  await app.close();
  await expect.poll(() => reasons.length).toBeGreaterThan(0);
  await publish(graph.ref, 'meanwhile');
  await startApp(Number(new URL(url).port));
  await expect.poll(() => seen.at(-1), { timeout: 15_000 }).toContain('meanwhile: String');
});

test('a key that is revoked or has expired leaves the last good one', async () => {
  const { url } = await startApp();
  const graph = await newGraph();
  const { seen, reasons } = await follow(url, graph);
  await registry.keys.revoke(graph.ref.graph, graph.keyId);
  await publish(graph.ref, 'second');
  // The request that waits was let in before: its answer is the last one that comes.
  await expect.poll(() => reasons.at(-1), { timeout: 15_000 }).toMatch(/HTTP 401: The key router was revoked/);
  const before = seen.length;
  await publish(graph.ref, 'third');
  await expect.poll(() => reasons.length).toBeGreaterThan(1);
  expect(seen).toHaveLength(before);
});

/** Stands between a router and the registry, and changes what it says. */
async function startLiar(
  url: string,
  lie: (answer: { body: string; headers: Map<string, string> }) => void,
): Promise<{ url: string; truthful: () => void }> {
  let lying = false;
  let tampered = lie;
  const server: Server = createServer(async (request, response) => {
    const answer = await fetch(`${url}${request.url}`, {
      headers: { ...(request.headers as Record<string, string>), prefer: '' },
    });
    const said = { body: await answer.text(), headers: new Map(answer.headers) };
    if (lying && answer.status === 200) tampered(said);
    lying = true;
    for (const name of [SIGNATURE_HEADER, 'etag', 'content-type']) {
      const value = said.headers.get(name);
      if (value !== undefined) response.setHeader(name, value);
    }
    response.writeHead(answer.status).end(answer.status === 304 ? undefined : said.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(() => new Promise((resolve) => server.close(resolve)));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    truthful: () => {
      tampered = () => {};
    },
  };
}

test.each([
  [
    'corrupt',
    (said: { body: string }) => {
      said.body = said.body.replace('second', 'secund');
    },
    /not what was signed/,
  ],
  [
    'cut off',
    (said: { body: string }) => {
      said.body = said.body.slice(0, 100);
    },
    /not what was signed/,
  ],
  [
    'unsigned',
    (said: { headers: Map<string, string> }) => void said.headers.delete(SIGNATURE_HEADER),
    /it is not signed/,
  ],
  [
    'none at all',
    (said: { body: string; headers: Map<string, string> }) => {
      said.body = '<html>Sign in</html>';
      said.headers.delete(SIGNATURE_HEADER);
    },
    /it is not signed/,
  ],
])('a supergraph that is %s is refused, and the next good one is taken', async (_, lie, reason) => {
  const { url } = await startApp();
  const graph = await newGraph();
  const liar = await startLiar(url, lie);
  const { seen, reasons } = await follow(liar.url, graph);
  await publish(graph.ref, 'second');
  await expect.poll(() => reasons.at(-1), { timeout: 10_000 }).toMatch(reason);
  expect(seen).toHaveLength(1);
  liar.truthful();
  await expect.poll(() => seen.at(-1), { timeout: 15_000 }).toContain('second: String');
});

test('an old supergraph that somebody plays back is refused, whatever the clocks say', async () => {
  const { url } = await startApp();
  const graph = await newGraph();
  const ask = () =>
    fetch(`${url}/supergraphs/${graph.ref.graph}@production`, { headers: { 'x-api-key': graph.apiKey } });
  const first = await ask();
  const old = { body: await first.text(), signature: first.headers.get(SIGNATURE_HEADER) ?? '' };
  await publish(graph.ref, 'second');
  await expect.poll(async () => (await ask()).headers.get('etag')).toMatch(/^"2-/);
  const liar = await startLiar(url, (said) => {
    said.body = old.body;
    said.headers.set(SIGNATURE_HEADER, old.signature);
  });
  const { seen, reasons } = await follow(liar.url, graph);
  await publish(graph.ref, 'third');
  await expect.poll(() => reasons.at(-1), { timeout: 10_000 }).toMatch(/launch 1 is older than launch 2, which serves/);
  expect(seen).toHaveLength(1);
});

test('a router does not start on what another key signed, and says what to look at', async () => {
  const { url } = await startApp();
  const graph = await newGraph();
  const other = generateKeyPairSync('ed25519').publicKey;
  await expect(follow(url, graph, other)).rejects.toMatchObject({
    code: 'SUPERGRAPH_INVALID',
    message: expect.stringMatching(/not by the key of the registry.*REGISTRY_PUBLIC_KEY/),
  });
});
