import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Identity } from '../kit/context.ts';
import { openTestJobs, type TestJobs } from '../kit/jobs/testJobs.ts';
import { seedSubgraph, startSubgraph } from '../kit/start.ts';
import type { SubgraphDefinition } from '../kit/subgraph.ts';
import { NO_RESOURCES } from '../kit/testResources.ts';
import { Uploads } from '../kit/uploads/uploads.ts';
import { openGraph } from '../router/graph.ts';
import { createInProcessTransport } from '../router/transport/inProcess.ts';
import catalog from '../subgraphs/catalog/index.ts';
import orders from '../subgraphs/orders/index.ts';
import { composeSupergraph } from '../supergraph/compose.ts';
import { readServices } from '../supergraph/services.ts';

const RINA: Identity = { subject: 'user-demo', tenant: null, scopes: [] };
const BO: Identity = { subject: 'user-bo', tenant: null, scopes: [] };

/** The island without the world: it learns the prices from catalog. */
const unseeded: SubgraphDefinition = {
  ...orders,
  database: { migrations: new URL('../subgraphs/orders/migrations/', import.meta.url) },
};

let t: TestJobs;
let uploads: Uploads;
let graph: ReturnType<typeof openGraph>;
beforeAll(async () => {
  t = await openTestJobs('pglite');
  const log = pino({ level: 'silent' });
  uploads = await Uploads.open({ database: t.database, log });
  const resources = {
    ...NO_RESOURCES,
    database: async () => t.database,
    jobs: async () => t.jobs,
    // The catalogue shows pictures.
    uploads: async () => uploads,
  };
  await seedSubgraph(catalog, { resources, log });
  const islands = await Promise.all([catalog, unseeded].map((one) => startSubgraph(one, { resources, log })));
  graph = openGraph(async () => ({
    supergraph: composeSupergraph(
      (await readServices()).filter(({ name }) => islands.some((one) => one.name === name)),
    ),
    transportTo: ({ name }) => {
      const island = islands.find((one) => one.name === name);
      if (island === undefined) throw new Error(`no island ${name}`);
      return createInProcessTransport(island, log);
    },
    log,
  }));
  await Promise.all(islands.map((island) => island.work(graph)));
});
afterAll(async () => {
  await graph?.close();
  await uploads?.close();
  await t?.close();
});

const ask = async (query: string, variables: Record<string, unknown>, identity: Identity) => {
  const caller = { identity, signal: new AbortController().signal, deadline: Date.now() + 30_000 };
  const { data, errors } = await graph.execute({ query, variables }, caller);
  return { data, errors: errors ?? [] };
};
const price = async (id: string) =>
  (await t.database.query('select price_minor, price_currency from orders.products where id = $1', [id])).rows[0];
const PLACE = `mutation ($key: String!, $lines: [OrderLineInput!]!) { placeOrder(input: { idempotencyKey: $key, lines: $lines,
  shippingAddress: { recipient: "R", street: "S", town: "T", postalCode: "1", country: "SG" } }) {
    id total { amount currency } lines { quantity unitPrice { amount } product { id name price { amount } } } customer { id name } } }`;

test('prices are learned from catalog, and follow each that it changes or adds', async () => {
  const wait = { timeout: 20_000 };
  await expect.poll(() => price('product-tiffin-enamel'), wait).toEqual({ price_minor: 3650, price_currency: 'SGD' });
  const known = async (table: string) => (await t.database.query(`select from ${table}.products`)).rows.length;
  await expect.poll(() => known('orders'), wait).toBe(await known('catalog'));

  await ask(
    'mutation { updateProduct(id: "product-tiffin-enamel", input: { price: { amount: "40", currency: SGD } }) { id } }',
    {},
    BO,
  );
  await expect.poll(() => price('product-tiffin-enamel'), wait).toEqual({ price_minor: 4000, price_currency: 'SGD' });

  const { data } = await ask(
    `mutation { createProduct(input: { name: "Lamp", description: "Shines.", categoryId: "home", price: { amount: "9.50", currency: SGD } }) { id } }`,
    {},
    BO,
  );
  const { id } = (data as { createProduct: { id: string } }).createProduct;
  await expect.poll(() => price(id), wait).toEqual({ price_minor: 950, price_currency: 'SGD' });
  const lines = [
    { productId: id, quantity: 2 },
    { productId: 'product-tiffin-enamel', quantity: 1 },
  ];
  expect(await ask(PLACE, { key: 'lamp', lines }, RINA)).toEqual({
    data: {
      placeOrder: {
        id: expect.any(String),
        total: { amount: '59.00', currency: 'SGD' },
        lines: [
          { quantity: 2, unitPrice: { amount: '9.50' }, product: { id, name: 'Lamp', price: { amount: '9.50' } } },
          {
            quantity: 1,
            unitPrice: { amount: '40.00' },
            product: {
              id: 'product-tiffin-enamel',
              name: 'Peranakan Enamel Tiffin Carrier, 3 Tiers',
              price: { amount: '40.00' },
            },
          },
        ],
        customer: { id: 'user-demo', name: null },
      },
    },
    errors: [],
  });
});

test('an order is its customer’s alone, through the whole graph', async () => {
  const lines = [{ productId: 'product-kaya-pandan', quantity: 1 }];
  await expect.poll(() => price('product-kaya-pandan'), { timeout: 20_000 }).toBeDefined();
  const placed = await ask(PLACE, { key: 'kaya', lines }, RINA);
  const { id } = (placed.data as { placeOrder: { id: string } }).placeOrder;
  const READ = `query ($id: ID!) { order(id: $id) { id lines { product { name } } customer { id orders { nodes { id } } } }
    me { id orders(first: 1) { nodes { id } } } }`;
  expect(await ask(READ, { id }, BO)).toEqual({
    data: { order: null, me: { id: 'user-bo', orders: { nodes: [] } } },
    errors: [],
  });
  expect((await ask(READ, { id }, RINA)).data).toMatchObject({ order: { id }, me: { orders: { nodes: [{ id }] } } });
});
