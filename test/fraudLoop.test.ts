import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Identity } from '../kit/context.ts';
import { openTestJobs, type TestJobs } from '../kit/jobs/testJobs.ts';
import { ModelRuntime } from '../kit/model/runtime.ts';
import { type StartedSubgraph, seedSubgraph, startSubgraph } from '../kit/start.ts';
import type { SubgraphDefinition } from '../kit/subgraph.ts';
import { NO_RESOURCES } from '../kit/testResources.ts';
import { Uploads } from '../kit/uploads/uploads.ts';
import { openGraph } from '../router/graph.ts';
import { createInProcessTransport } from '../router/transport/inProcess.ts';
import catalog from '../subgraphs/catalog/index.ts';
import fraud from '../subgraphs/fraud/index.ts';
import orders from '../subgraphs/orders/index.ts';
import { composeSupergraph } from '../supergraph/compose.ts';
import { readServices } from '../supergraph/services.ts';

const RINA: Identity = { subject: 'user-demo', tenant: null, scopes: [] };
const OFFICER: Identity = {
  subject: 'user-officer',
  tenant: null,
  scopes: ['orders:read', 'fraud:read', 'fraud:review'],
};
const WAIT = { timeout: 60_000 };
const log = pino({ level: 'silent' });

/** The islands without the world: orders learns the prices from catalog, and fraud the orders from orders. */
const unseeded = (definition: SubgraphDefinition): SubgraphDefinition => ({
  ...definition,
  database: { migrations: new URL(`../subgraphs/${definition.name}/migrations/`, import.meta.url) },
});

let runtime: ModelRuntime;
let t: TestJobs;
let uploads: Uploads;
let graph: ReturnType<typeof openGraph>;
const islands = new Map<string, StartedSubgraph>();
const start = async (definition: SubgraphDefinition): Promise<void> => {
  const resources = {
    ...NO_RESOURCES,
    models: async () => runtime,
    database: async () => t.database,
    jobs: async () => t.jobs,
    uploads: async () => uploads,
  };
  const island = await startSubgraph(unseeded(definition), { resources, log });
  islands.set(definition.name, island);
  await island.work(graph);
};

beforeAll(async () => {
  [runtime, t] = await Promise.all([ModelRuntime.start({ log, workers: 1 }), openTestJobs('pglite')]);
  // The catalogue shows pictures.
  uploads = await Uploads.open({ database: t.database, log });
  const resources = {
    ...NO_RESOURCES,
    database: async () => t.database,
    jobs: async () => t.jobs,
    uploads: async () => uploads,
  };
  await seedSubgraph(catalog, { resources, log });
  const names = ['catalog', 'orders', 'fraud'];
  graph = openGraph(async () => ({
    supergraph: composeSupergraph((await readServices()).filter(({ name }) => names.includes(name))),
    transportTo: ({ name }) => ({
      // An island that is down.
      fetch: async (request, context) => {
        const island = islands.get(name);
        if (island === undefined) throw new Error(`${name} is down`);
        return createInProcessTransport(island, log).fetch(request, context);
      },
      close: async () => {},
    }),
    log,
  }));
  await start(catalog);
  await start(orders);
});
afterAll(async () => {
  await graph?.close();
  await uploads?.close();
  await t?.close();
  await runtime?.close();
});

const ask = async (query: string, variables: Record<string, unknown>, identity: Identity) => {
  const caller = { identity, signal: new AbortController().signal, deadline: Date.now() + 30_000 };
  const { data, errors } = await graph.execute({ query, variables }, caller);
  return { data: data as Record<string, unknown> | null, errors: errors ?? [] };
};
const PLACE = `mutation ($key: String!, $productId: ID!, $quantity: Int!, $street: String!, $device: ID) {
  placeOrder(input: { idempotencyKey: $key, lines: [{ productId: $productId, quantity: $quantity }], deviceId: $device,
    shippingAddress: { recipient: "R", street: $street, town: "T", postalCode: "1", country: "SG" } }) { id status } }`;
const place = async (key: string, productId: string, quantity: number, identity: Identity, street = key) => {
  const variables = { key, productId, quantity, street, device: `device-${street}` };
  const { data, errors } = await ask(PLACE, variables, identity);
  expect(errors).toEqual([]);
  const placed = data?.placeOrder as { id: string; status: string };
  expect(placed.status).toBe('PENDING_REVIEW');
  return placed.id;
};
const statusOf = async (id: string) => {
  const { data } = await ask('query ($id: ID!) { order(id: $id) { status version } }', { id }, OFFICER);
  return data?.order;
};

test('an order that is placed while fraud is down waits, and is settled when fraud comes', async () => {
  const priced = async () => (await t.database.query('select from orders.products')).rows.length;
  await expect.poll(priced, WAIT).toBeGreaterThan(100);
  const id = await place('before', 'product-kaya-pandan', 1, RINA);
  const RISK = 'query ($id: ID!) { order(id: $id) { status fraudRisk { decision } } }';
  const down = await ask(RISK, { id }, OFFICER);
  expect(down.data).toEqual({ order: { status: 'PENDING_REVIEW', fraudRisk: null } });
  expect(down.errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }]);
  await start(fraud);
  await expect.poll(() => statusOf(id), WAIT).toEqual({ status: 'CONFIRMED', version: 2 });
}, 180_000);

test('an order is settled once it is placed, and whoever may know is told why, the customer not', async () => {
  const id = await place('quiet', 'product-kaya-pandan', 1, RINA, 'before');
  await expect.poll(() => statusOf(id), WAIT).toEqual({ status: 'CONFIRMED', version: 2 });
  const WHY = 'query ($id: ID!) { order(id: $id) { fraudRisk { decision reasons } fraudAssessment { decision } } }';
  const told = await ask(WHY, { id }, OFFICER);
  expect(told.errors).toEqual([]);
  expect(told.data).toMatchObject({
    order: { fraudRisk: { decision: 'APPROVE' }, fraudAssessment: { decision: 'APPROVE' } },
  });
  const own = await ask(WHY, { id }, RINA);
  expect(own.data).toEqual({ order: { fraudRisk: null, fraudAssessment: null } });
  expect(own.errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN', 'FORBIDDEN']);
}, 180_000);

test('many orders of costly goods within a minute from a stranger are not confirmed, and a person has the last word', async () => {
  const thief: Identity = { subject: 'user-thief', tenant: null, scopes: [] };
  const ids: string[] = [];
  for (let order = 0; order < 6; order++) {
    ids.push(await place(`spree-${order}`, 'product-tiffin-enamel', 20, thief, 'drop'));
  }
  const assessed = async () => {
    const { data } = await ask('{ fraudAssessments(first: 100) { nodes { order { id } decision } } }', {}, OFFICER);
    const page = data?.fraudAssessments as { nodes: { order: { id: string }; decision: string }[] } | undefined;
    return (page?.nodes ?? []).filter(({ order }) => ids.includes(order.id));
  };
  await expect.poll(async () => (await assessed()).length, WAIT).toBe(6);
  const waiting = (await assessed()).filter(({ decision }) => decision === 'REVIEW');
  const declined = (await assessed()).filter(({ decision }) => decision === 'DECLINE');
  expect(waiting.length + declined.length).toBeGreaterThan(0);
  for (const { order } of declined) {
    await expect.poll(() => statusOf(order.id), WAIT).toEqual({ status: 'DECLINED', version: 2 });
  }
  for (const { order } of waiting) {
    expect(await statusOf(order.id)).toEqual({ status: 'PENDING_REVIEW', version: 1 });
    const REVIEW = 'mutation ($id: ID!) { reviewOrder(orderId: $id, decision: DECLINE) { order { id } } }';
    expect(await ask(REVIEW, { id: order.id }, OFFICER)).toEqual({
      data: { reviewOrder: { order: { id: order.id } } },
      errors: [],
    });
    await expect.poll(() => statusOf(order.id), WAIT).toEqual({ status: 'DECLINED', version: 2 });
  }
}, 180_000);
