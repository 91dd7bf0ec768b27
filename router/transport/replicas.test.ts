import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { contextWith, freePort, QUERY, recordingLog, serveTcp, transportTo } from './testServer.ts';
import type { Transport } from './transport.ts';

const FIRST = '127.0.0.1';
const SECOND = '127.0.0.2';

interface TestReplica {
  readonly server: Server;
  requests: number;
}

/** Answers after a moment, so that several requests are in flight at once. */
async function startReplica(address: string, port: number): Promise<TestReplica> {
  const replica: TestReplica = {
    requests: 0,
    server: createServer((_, response) => {
      replica.requests++;
      setTimeout(() => response.end(`{"data":{"from":"${address}"}}`), 2);
    }),
  };
  await new Promise<void>((resolve) => replica.server.listen(port, address, resolve));
  onTestFinished(() => {
    replica.server.closeAllConnections();
    replica.server.close();
  });
  return replica;
}

const resolving = (addresses: readonly string[]) => async () => addresses.map((address) => ({ address, family: 4 }));

/** Keeps so many requests in flight until `done`; returns every failure. */
async function load(transport: Transport, inFlight: number, done: () => boolean): Promise<unknown[]> {
  const failures: unknown[] = [];
  const one = async (): Promise<void> => {
    while (!done()) await transport.fetch(QUERY, contextWith()).catch((error: unknown) => failures.push(error));
  };
  await Promise.all(Array.from({ length: inFlight }, one));
  return failures;
}

const passed = (ms: number) => {
  const end = performance.now() + ms;
  return () => performance.now() >= end;
};

describe('behind a name with several addresses', () => {
  test('requests are shared evenly', async () => {
    const port = await freePort();
    const replicas = [await startReplica(FIRST, port), await startReplica(SECOND, port)];
    const transport = transportTo(port, { resolve: resolving([FIRST, SECOND]) });
    let sent = 0;
    await load(transport, 5, () => sent++ >= 200);
    const share = (replicas[0]?.requests ?? 0) / 200;
    expect(share).toBeGreaterThan(0.4);
    expect(share).toBeLessThan(0.6);
  });

  test('a replica that appears gets its share, and one that goes away loses no request', async () => {
    const port = await freePort();
    const addresses = [FIRST];
    const first = await startReplica(FIRST, port);
    const transport = transportTo(port, {
      resolve: () => resolving(addresses)(),
      limits: { resolveEveryMs: 100 },
    });
    expect(await load(transport, 20, passed(100))).toEqual([]);

    const second = await startReplica(SECOND, port);
    addresses.push(SECOND);
    expect(await load(transport, 20, passed(200))).toEqual([]);
    first.requests = second.requests = 0;
    expect(await load(transport, 20, passed(200))).toEqual([]);
    expect(second.requests / (first.requests + second.requests)).toBeGreaterThan(0.4);

    // The name is slower to change than the server to stop listening, as it is in a cluster.
    const closed = new Promise((resolve) => first.server.close(resolve));
    expect(await load(transport, 20, passed(200))).toEqual([]);
    addresses.shift();
    expect(await load(transport, 20, passed(200))).toEqual([]);
    await closed;
  });

  test('a replica that hangs is left alone after a few requests', async () => {
    const port = await serveTcp(() => {});
    const healthy = await startReplica(SECOND, port);
    const transport = transportTo(port, { resolve: resolving([FIRST, SECOND]) });
    const ask = () => transport.fetch(QUERY, contextWith({ deadline: Date.now() + 300 }));
    await Promise.allSettled(Array.from({ length: 10 }, ask));
    healthy.requests = 0;
    await Promise.all(Array.from({ length: 50 }, ask));
    expect(healthy.requests).toBe(50);
  });

  test('a replica that answers nonsense quickly does not draw the traffic', async () => {
    const port = await serveTcp((socket) => {
      socket.on('data', () => socket.end('HTTP/1.1 503 No\r\n\r\n'));
    });
    const healthy = await startReplica(SECOND, port);
    const transport = transportTo(port, { resolve: resolving([FIRST, SECOND]) });
    const outcomes = [];
    for (let i = 0; i < 20; i++) outcomes.push(await transport.fetch(QUERY, contextWith()).catch(() => null));
    expect(outcomes.filter((outcome) => outcome === null)).toHaveLength(3);
    expect(healthy.requests).toBe(17);
  });

  test('a name that stops resolving keeps its addresses', async () => {
    const port = await freePort();
    await startReplica(FIRST, port);
    const { log, lines } = recordingLog();
    let known = true;
    const transport = transportTo(port, {
      log,
      limits: { resolveEveryMs: 1 },
      resolve: () => (known ? resolving([FIRST])() : Promise.reject(new Error('ENOTFOUND'))),
    });
    await transport.fetch(QUERY, contextWith());
    known = false;
    expect(await load(transport, 1, () => lines.length > 2)).toEqual([]);
    expect(lines[0]).toMatchObject({ msg: 'the name of a subgraph does not resolve' });
  });
});

describe('behind one address that leads to several servers', () => {
  test('a server that appears gets its share, because connections are renewed', async () => {
    const servers = [await startReplica(FIRST, 0)];
    const port = await balance(servers);
    const transport = transportTo(port, { limits: { maxConnectionAgeMs: 200 } });
    expect(await load(transport, 20, passed(100))).toEqual([]);
    servers.push(await startReplica(FIRST, 0));
    expect(await load(transport, 20, passed(300))).toEqual([]);
    for (const server of servers) server.requests = 0;
    expect(await load(transport, 20, passed(300))).toEqual([]);
    const [old, recent] = servers.map(({ requests }) => requests);
    expect((recent ?? 0) / ((old ?? 0) + (recent ?? 0))).toBeGreaterThan(0.4);
  });
});

/** Connects each new connection to the next server, as a cluster's service address does. */
async function balance(servers: readonly TestReplica[]): Promise<number> {
  let turn = 0;
  return serveTcp((socket) => {
    const target = servers[turn++ % servers.length]?.server.address();
    if (!target || typeof target === 'string') throw new TypeError('expected a listening server');
    const upstream = connect(target.port, FIRST);
    socket.pipe(upstream).on('error', () => socket.destroy());
    upstream.pipe(socket).on('error', () => upstream.destroy());
  });
}
