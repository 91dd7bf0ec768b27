import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { IntrospectAndCompose } from '@apollo/gateway';
import { expect, onTestFinished, test, vi } from 'vitest';
import { listen } from '../../kit/http.ts';
import { serveSubgraph } from '../../kit/serve.ts';
import { composeTestGraph, createMood, createShop, createSubgraph, silent, testSdl } from '../testGraph.ts';
import { testCaller } from '../testSnapshot.ts';
import type { SubgraphEndpoint } from '../transport/endpoint.ts';
import { createHttpTransport } from '../transport/http.ts';
import { createInProcessTransport } from '../transport/inProcess.ts';
import type { Transport } from '../transport/transport.ts';
import { LiveGraph, type LiveGraphOptions } from './liveGraph.ts';
import { createUplinkSource } from './uplink.ts';

async function ask(graph: LiveGraph, query: string): Promise<unknown> {
  return JSON.parse((await graph.current.execute({ query }, testCaller({ deadline: Number.POSITIVE_INFINITY }))).json);
}

/** Transports to the test subgraphs that say when they are opened and closed. */
function recordTransports(): {
  readonly events: string[];
  readonly transportTo: (endpoint: SubgraphEndpoint) => Transport;
} {
  const events: string[] = [];
  return {
    events,
    transportTo: ({ name, url }) => {
      events.push(`open ${name} ${url}`);
      const transport = createInProcessTransport(name === 'shop' ? createShop() : createMood(), silent);
      return { ...transport, close: async () => void events.push(`close ${name} ${url}`) };
    },
  };
}

async function start(options: Partial<LiveGraphOptions> = {}): Promise<LiveGraph> {
  const graph = new LiveGraph({
    supergraph: composeTestGraph(testSdl),
    transportTo: recordTransports().transportTo,
    log: silent,
    ...options,
  });
  await graph.start();
  onTestFinished(() => graph.stop());
  return graph;
}

const shopOnly = composeTestGraph({ shop: testSdl.shop });
const whole = composeTestGraph(testSdl);
const moved = whole.replace('http://mood.test/graphql', 'http://mood.elsewhere/graphql');

test('a reload keeps the transports of unchanged subgraphs, opens new ones and closes those that are gone', async () => {
  const { events, transportTo } = recordTransports();
  const graph = await start({ supergraph: shopOnly, transportTo });
  const open = (name: string, host = `${name}.test`) => `open ${name} http://${host}/graphql`;
  expect(events.splice(0)).toEqual([open('shop')]);

  await graph.update(whole);
  expect(events.splice(0)).toEqual([open('mood')]);

  await graph.update(moved);
  await vi.waitFor(() => expect(events).toContain('close mood http://mood.test/graphql'));
  expect(events.splice(0)).toEqual([open('mood', 'mood.elsewhere'), 'close mood http://mood.test/graphql']);

  await graph.stop();
  expect(events.splice(0).sort()).toEqual([
    'close mood http://mood.elsewhere/graphql',
    'close shop http://shop.test/graphql',
  ]);
});

test('a supergraph that is none, or whose subgraph cannot be reached, is refused; what served before serves on', async () => {
  const { events, transportTo } = recordTransports();
  const errors = vi.fn();
  const log = silent.child({});
  log.error = errors;
  const graph = await start({
    log,
    supergraph: shopOnly,
    transportTo: (endpoint) => {
      if (endpoint.url.includes('elsewhere')) throw new Error('no way there');
      return transportTo(endpoint);
    },
  });
  const { current } = graph;
  events.length = 0;
  for (const [index, bad] of ['', 'type Query {', 'type Query { a: Int }', moved].entries()) {
    await graph.update(bad);
    expect(errors).toHaveBeenCalledTimes(index + 1);
  }
  expect(graph.current).toBe(current);
  expect(errors.mock.calls.every(([, message]) => /refused a supergraph/.test(String(message)))).toBe(true);
  expect(events.filter((event) => event.startsWith('open')).length).toBe(
    events.filter((event) => event.startsWith('close')).length,
  );
  expect(await ask(graph, '{ things(first: 1) { name } }')).toEqual({ data: { things: [{ name: 'lamp' }] } });
});

test('a request that began before a swap ends on its own supergraph, and its transports wait for it', async () => {
  let release = (): void => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  let arrive = (): void => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const slowSdl = 'type Query { slow: String }';
  const slow = createSubgraph('slow', slowSdl, {
    Query: {
      slow: async () => {
        arrive();
        await released;
        return 'at last';
      },
    },
  });
  const closed = vi.fn(async () => {});
  const graph = await start({
    supergraph: composeTestGraph({ slow: slowSdl }),
    transportTo: ({ name }) =>
      name === 'slow'
        ? { ...createInProcessTransport(slow, silent), close: closed }
        : createInProcessTransport(createShop(), silent),
  });
  const answer = ask(graph, '{ slow }');
  await arrived;
  await graph.update(shopOnly);
  expect(await ask(graph, '{ things(first: 1) { id } }')).toEqual({ data: { things: [{ id: '1' }] } });
  expect(closed).not.toHaveBeenCalled();
  release();
  expect(await answer).toEqual({ data: { slow: 'at last' } });
  await vi.waitFor(() => expect(closed).toHaveBeenCalledOnce());
});

test('of several supergraphs that come at once, the last one serves', async () => {
  const graph = await start({ supergraph: shopOnly });
  await Promise.all([whole, shopOnly, moved].map((sdl) => graph.update(sdl)));
  expect(graph.current.sdl).toBe(moved);
});

test('an update that its source sends before the first supergraph is loaded is not lost', async () => {
  const graph = await start({
    supergraph: {
      initialize: async ({ update }) => {
        update(whole);
        return { supergraphSdl: shopOnly };
      },
    },
  });
  await vi.waitFor(() => expect(graph.current.sdl).toBe(whole), 10_000);
});

test('the hottest operations are planned before a new supergraph serves', async () => {
  const graph = await start();
  await ask(graph, '{ things { mood } }');
  await ask(graph, '{ things { mood } }');
  await ask(graph, '{ echo(text: "x") }');
  await graph.update(moved);
  expect(
    graph.current
      .hottest(10)
      .map(({ query }) => query)
      .sort(),
  ).toEqual(['{ echo(text: "x") }', '{ things { mood } }']);
});

test('IntrospectAndCompose reads the subgraphs through our transports, and looks after their health', async () => {
  const urls = new Map<string, URL>();
  for (const subgraph of [createShop(), createMood()]) {
    const app = await serveSubgraph(subgraph, { log: silent });
    onTestFinished(() => app.close());
    urls.set(subgraph.name, new URL(`${await listen(app, { host: '127.0.0.1', port: 0 })}/graphql`));
  }
  const graph = await start({
    supergraph: new IntrospectAndCompose({
      subgraphs: [...urls].map(([name, url]) => ({ name, url: url.href })),
      subgraphHealthCheck: true,
      logger: silent,
    }),
    transportTo: ({ name, url }) => createHttpTransport({ name, url: new URL(url), log: silent }),
  });
  expect(await ask(graph, '{ things(first: 1) { name mood } }')).toEqual({
    data: { things: [{ name: 'lamp', mood: 'bright' }] },
  });
});

test('what Uplink delivers serves, and what it delivers next takes over', async () => {
  const deliveries = [
    { id: '1', sdl: shopOnly },
    { id: '2', sdl: whole },
  ];
  const asked: unknown[] = [];
  const uplink = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const { variables } = JSON.parse(body);
    asked.push(variables);
    const next = deliveries[deliveries.findIndex(({ id }) => id === variables.ifAfterId) + 1];
    const routerConfig = next
      ? { __typename: 'RouterConfigResult', id: next.id, supergraphSdl: next.sdl, minDelaySeconds: 0.05 }
      : { __typename: 'Unchanged', id: variables.ifAfterId, minDelaySeconds: 0.05 };
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ data: { routerConfig } }));
  }).listen(0, '127.0.0.1');
  await once(uplink, 'listening');
  onTestFinished(() => void uplink.close());
  const endpoint = `http://127.0.0.1:${(uplink.address() as AddressInfo).port}/`;

  const graph = await start({
    supergraph: createUplinkSource({ apiKey: 'service:demo:key', graphRef: 'demo@current', endpoint, log: silent }),
  });
  expect(graph.current.sdl).toBe(shopOnly);
  await vi.waitFor(() => expect(graph.current.sdl).toBe(whole), 10_000);
  expect(asked[0]).toMatchObject({ apiKey: 'service:demo:key', ref: 'demo@current', ifAfterId: null });
});

test('an Uplink that delivers nothing stops the start with its address and what to check', async () => {
  const uplink = createServer((_, response) => response.writeHead(500).end('secret')).listen(0, '127.0.0.1');
  await once(uplink, 'listening');
  onTestFinished(() => void uplink.close());
  const endpoint = `http://127.0.0.1:${(uplink.address() as AddressInfo).port}/`;
  const supergraph = createUplinkSource({ apiKey: 'key', graphRef: 'demo@current', endpoint, log: silent });
  const graph = new LiveGraph({ supergraph, transportTo: recordTransports().transportTo, log: silent });
  await expect(graph.start()).rejects.toMatchObject({
    code: 'SUPERGRAPH_INVALID',
    message: expect.stringContaining(`Expected Uplink (${endpoint}) to deliver the supergraph of demo@current`),
  });
});
