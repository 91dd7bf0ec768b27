import { pino } from 'pino';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { ANONYMOUS, type Identity } from '../../kit/context.ts';
import { openTestJobs, type TestJobs } from '../../kit/jobs/testJobs.ts';
import { ModelRuntime } from '../../kit/model/runtime.ts';
import { startSubgraph } from '../../kit/start.ts';
import type { Subgraph } from '../../kit/subgraph.ts';
import { NO_RESOURCES } from '../../kit/testResources.ts';
import { ensureModels } from '../../models/ensureModels.ts';
import type { Order } from '../../world/orders/order.ts';
import { products as worldProducts } from '../../world/products.ts';
import definition from './index.ts';
import { PurchaseStore } from './store.ts';
import { type Answer, FIELDS, Questions } from './testQuestions.ts';
import { TestShop } from './testShop.ts';

const log = pino({ level: 'silent' });
const identity = (subject: string, ...scopes: string[]): Identity => ({ subject, tenant: null, scopes });
const SERVICE = identity('fraud', 'orders:read');
/** Until a change shows, on a machine with other work. */
const SOON = { timeout: 20_000, interval: 100 };
const TIFFIN = 'product-tiffin-enamel';

let runtime: ModelRuntime;
let t: TestJobs;
let shop: TestShop;
let island: Subgraph;
let questions: Questions;
beforeAll(async () => {
  await ensureModels();
  [runtime, t] = await Promise.all([ModelRuntime.start({ log, workers: 1 }), openTestJobs('pglite')]);
  shop = new TestShop(t.database, t.jobs, 10);
  const resources = {
    ...NO_RESOURCES,
    models: async () => runtime,
    jobs: async () => t.jobs,
    database: async () => t.database,
  };
  const started = await startSubgraph(definition, { resources, log });
  island = started;
  questions = new Questions(started);
  await started.work(shop.graph);
  const WITHIN = { timeout: 90_000, interval: 200 };
  await vi.waitUntil(async () => (await questions.beside(TIFFIN)).answer?.degraded === false, WITHIN);
  await vi.waitUntil(async () => (await sales()).purchases.length === boughtLines().length, WITHIN);
}, 180_000);
afterAll(async () => {
  await island?.close();
  await t?.close();
  await runtime?.close();
});

const sales = () => new PurchaseStore(t.database).sales();
const boughtLines = () =>
  [...shop.orders.values()]
    .filter(({ order }) => order.status !== 'CANCELLED' && order.status !== 'DECLINED')
    .flatMap(({ order }) => order.lines.map(({ productId }) => ({ order, productId })));

/** Somebody with a good many orders. */
function regular(): { readonly id: string; readonly bought: ReadonlySet<string> } {
  const counts = new Map<string, Set<string>>();
  for (const { order, productId } of boughtLines()) {
    const own = counts.get(order.userId) ?? new Set<string>();
    counts.set(order.userId, own.add(productId));
  }
  const [[id, bought] = ['', new Set<string>()]] = [...counts].sort(([, a], [, b]) => b.size - a.size);
  return { id, bought };
}

/** An order like those there are, of somebody. */
function orderOf(userId: string, productIds: readonly string[], differing: Partial<Order> = {}): Order {
  const [{ order } = { order: undefined }] = shop.orders.values();
  const [line] = order?.lines ?? [];
  if (order === undefined || line === undefined) throw new Error('no order');
  const lines = productIds.map((productId) => ({ ...line, productId }));
  return {
    ...order,
    id: `order-test-${userId}`,
    userId,
    placedAt: new Date(),
    status: 'CONFIRMED',
    lines,
    ...differing,
  };
}

test('beside a product stand others like it, the best first, with scores and reasons', async () => {
  const { plain, answer, errors } = await questions.beside(TIFFIN, '(first: 8)');
  expect(errors).toBeUndefined();
  const { items = [], model } = answer ?? {};
  expect(model).toEqual({ name: 'recommendations-taste', version: expect.any(String) });
  expect(items.length).toBe(8);
  expect(plain).toEqual(items.map(({ product }) => product));
  expect(items.map(({ product }) => product.id)).not.toContain(TIFFIN);
  const scores = items.map(({ score }) => score);
  expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  expect(Math.max(...scores)).toBeLessThanOrEqual(1);
  for (const { because, reason } of items) {
    expect(because).toEqual([{ id: TIFFIN }]);
    expect(['LIKED_TOGETHER', 'READS_ALIKE']).toContain(reason);
  }
});

test('what is bought together are companions, priced in the same currency', async () => {
  const { items = [] } = (await questions.beside(TIFFIN, '(kind: BOUGHT_TOGETHER, first: 5)')).answer ?? {};
  expect(items.length).toBe(5);
  expect(new Set(items.map(({ reason }) => reason))).toEqual(new Set(['BOUGHT_TOGETHER']));
  const currencyOf = (id: string) => worldProducts.find((product) => product.id === id)?.price.currency;
  expect(items.map(({ product }) => currencyOf(product.id))).toEqual(items.map(() => currencyOf(TIFFIN)));
});

test('a buyer is told what they would buy next, why, and nothing that they have unless it runs out', async () => {
  const { id, bought } = regular();
  const { answer, errors } = await questions.toUser(id, identity(id), { first: 20 });
  expect(errors).toBeUndefined();
  expect(answer?.degraded).toBe(false);
  expect(answer?.items.length).toBe(20);
  for (const { product, reason, because } of answer?.items ?? []) {
    expect(bought.has(product.id)).toBe(reason === 'RUNS_OUT');
    for (const one of because) expect(bought.has(one.id)).toBe(true);
    if (reason === 'LIKED_TOGETHER') expect(because.length).toBeGreaterThan(0);
  }
  expect(answer?.items.some(({ reason }) => reason === 'LIKED_TOGETHER')).toBe(true);
});

test('nobody else is told, not even whether there is such a user; a service that reads all orders is', async () => {
  const { id } = regular();
  const nobody = { answer: null, errors: undefined };
  for (const who of [ANONYMOUS, identity('user-stranger'), identity('user-stranger', 'models:train')]) {
    expect(await questions.toUser(id, who)).toEqual(nobody);
    expect(await questions.toUser('user-that-is-not', who)).toEqual(nobody);
  }
  expect((await questions.toUser(id, SERVICE)).answer).toEqual((await questions.toUser(id, identity(id))).answer);
});

test('who has bought nothing is recommended what is popular, in their country where it is known', async () => {
  const who = identity('user-new');
  const reasons = async (country?: string) => {
    const { answer } = await questions.toUser('user-new', who, country ? { country } : {});
    expect(answer?.items.length).toBe(10);
    return {
      of: [...new Set(answer?.items.map(({ reason }) => reason))],
      ids: answer?.items.map(({ product }) => product.id),
    };
  };
  const [vietnam, singapore, anywhere] = [await reasons('VN'), await reasons('SG'), await reasons()];
  expect([vietnam.of, singapore.of, anywhere.of]).toEqual([
    ['POPULAR_IN_COUNTRY'],
    ['POPULAR_IN_COUNTRY'],
    ['POPULAR'],
  ]);
  expect(vietnam.ids).not.toEqual(singapore.ids);
});

test('an application with buyers of its own asks for what goes with a basket', async () => {
  const query = `query ($bought: [ID!]!) { recommendProducts(bought: $bought, country: "SG", first: 5) ${FIELDS} }`;
  const basket = ['product-tiffin-enamel', 'product-nobody-has'];
  const { data, errors } = await questions.ask(query, { bought: basket });
  expect(errors).toBeUndefined();
  const { items = [] } = (data?.recommendProducts ?? {}) as Partial<Answer>;
  expect(items.length).toBe(5);
  for (const { product, because } of items) {
    expect(basket).not.toContain(product.id);
    for (const { id } of because) expect(id).toBe(TIFFIN);
  }
});

test('a number that is out of bounds is refused, and none asked for are none', async () => {
  for (const first of [51, -1]) {
    for (const asked of [
      await questions.beside(TIFFIN, `(first: ${first})`),
      await questions.toUser('user-x', identity('user-x'), { first }),
    ]) {
      expect(asked.errors?.[0]).toMatchObject({
        message: `first: expected a whole number from 0 to 50, got ${first}.`,
        extensions: { code: 'BAD_USER_INPUT' },
      });
    }
  }
  expect((await questions.beside(TIFFIN, '(first: 0)')).plain).toEqual([]);
  expect((await questions.toUser('user-x', identity('user-x'), { first: 0 })).answer?.items).toEqual([]);
});

test('a product that nobody sells is said to be none', async () => {
  const { plain, answer, errors } = await questions.beside('product-nobody-has');
  expect([plain, answer]).toEqual([null, null]);
  expect(errors?.[0]).toMatchObject({
    message: 'Expected the id of a product on sale, got "product-nobody-has".',
    extensions: { code: 'NOT_FOUND' },
  });
});

test('a product that nobody has bought yet is recommended by its text, and one that is gone no more', async () => {
  const tiffin = worldProducts.find(({ id }) => id === TIFFIN);
  if (!tiffin) throw new Error('no tiffin');
  const id = 'product-tiffin-new';
  await shop.offer({ ...tiffin, id, name: 'Enamel tiffin, five tiers', createdAt: new Date() });
  const like = async () => (await questions.beside(TIFFIN, '(first: 1)')).answer?.items[0];
  await expect.poll(like, SOON).toMatchObject({ product: { id }, reason: 'READS_ALIKE' });
  expect((await questions.beside(id, '(first: 1)')).answer?.items[0]).toMatchObject({
    product: { id: TIFFIN },
    reason: 'READS_ALIKE',
  });
  const together = (await questions.beside(id, '(kind: BOUGHT_TOGETHER)')).answer?.items ?? [];
  expect(together.length).toBeGreaterThan(0);
  expect(together[0]?.because[0]?.id).not.toBe(id);
  const everything = async () => {
    const all = await Promise.all([
      questions.toUser('user-new', identity('user-new'), { country: 'SG', first: 50 }),
      questions.beside(TIFFIN, '(first: 50)'),
    ]);
    return [...(all[0].answer?.items ?? []), ...(all[1].answer?.items ?? [])].map(({ product }) => product.id);
  };
  expect(await everything()).toContain(id);

  await shop.withdraw(id);
  await expect.poll(async () => (await questions.beside(id)).errors?.[0]?.extensions.code, SOON).toBe('NOT_FOUND');
  expect(await everything()).not.toContain(id);
});

test('what was just ordered is not recommended again, and an order that is called off does not count', async () => {
  const who = identity('user-orders');
  const ids = async () =>
    (await questions.toUser('user-orders', who, { country: 'SG', first: 3 })).answer?.items.map(
      ({ product }) => product.id,
    ) ?? [];
  const before = await ids();
  const order = orderOf('user-orders', before, {});
  await shop.place(order);
  await expect.poll(async () => (await ids()).filter((id) => before.includes(id)), SOON).toEqual([]);
  await shop.place({ ...order, status: 'CANCELLED' });
  await expect.poll(ids, SOON).toEqual(before);
  await shop.place({ ...order, status: 'CONFIRMED' });
  await expect.poll(async () => (await ids()).filter((id) => before.includes(id)), SOON).toEqual([]);
  await shop.place({ ...order, status: 'DECLINED' });
  await expect.poll(ids, SOON).toEqual(before);
});

test('a change that cannot be read holds up no other', async () => {
  await shop.tell({ entity: 'Order', id: 'order-poisoned', version: 1, payload: { status: 7, lines: 'none' } });
  await shop.tell({ entity: 'Product', id: 'product-poisoned', version: 1, payload: { name: 5 } });
  const order = orderOf('user-after-poison', [TIFFIN]);
  await shop.place(order);
  const kept = async () => (await new PurchaseStore(t.database).histories([order.userId]))[0]?.bought;
  await expect.poll(kept, SOON).toMatchObject([{ product: TIFFIN }]);
  expect((await questions.beside('product-poisoned')).answer).toBeNull();
});

test('what is built again from empty is what there was', async () => {
  const before = await sales();
  const { rows } = await t.database.query('select * from recommendations.products order by id');
  await t.database.query('delete from recommendations.purchases where country = $1', ['SG']);
  await t.database.query("update recommendations.products set name = 'wrong'");
  const another = await t.another();
  for (const projection of definition.projections ?? [])
    await another.changes.project(projection, shop.graph).rebuild();
  expect(await sales()).toEqual(before);
  expect((await t.database.query('select * from recommendations.products order by id')).rows).toEqual(rows);
}, 60_000);
