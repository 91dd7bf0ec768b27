import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import type { EntityState } from '../../kit/changes/change.ts';
import { defineProjection } from '../../kit/changes/defineProjection.ts';
import type { Identity } from '../../kit/context.ts';
import type { Database } from '../../kit/database/database.ts';
import { describeOnDatabases } from '../../kit/database/testDatabase.ts';
import type { SubgraphDefinition } from '../../kit/subgraph.ts';
import { startTestIsland, type TestIsland } from '../../kit/testIsland.ts';
import { STORY_USER_ID } from '../../world/story.ts';
import orders from './index.ts';

const RINA: Identity = { subject: STORY_USER_ID, tenant: null, scopes: [] };
const BO: Identity = { subject: 'bo', tenant: null, scopes: [] };

const PLACE = `mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) {
  id status total { amount currency } voucher lines { product { id } quantity unitPrice { amount } } payments { at }
  shipment { carrier } shippingAddress { recipient street town postalCode country fingerprint } deviceId customer { id } version
} }`;
const shippingAddress = {
  recipient: ' Rina Lestari ',
  street: 'Blk 412 Tampines Street 41, #08-123',
  town: 'Tampines',
  postalCode: '520412',
  country: 'SG',
};
const lines = [
  { productId: 'product-tiffin-enamel', quantity: 2 },
  { productId: 'product-kaya-pandan', quantity: 1 },
];

/** The island with as little of the world as it takes to order something. */
const shop: SubgraphDefinition = {
  ...orders,
  database: {
    migrations: new URL('migrations/', import.meta.url),
    seed: async (transaction) => {
      await transaction.query(`insert into orders.products (id, price_minor, price_currency) values
        ('product-tiffin-enamel', 3650, 'SGD'), ('product-kaya-pandan', 790, 'SGD'), ('product-sambal-bawang', 38000, 'IDR')`);
      await transaction.query(
        `insert into orders.users values ($1, 'Rina Lestari', 'SG', 'Tampines', '2025-07-14T12:05Z')`,
        [STORY_USER_ID],
      );
    },
  },
};

describeOnDatabases('placing an order', (open) => {
  let database: Database;
  let island: TestIsland;
  const told: EntityState[] = [];
  let keys = 0;
  const newKey = () => `key-${keys++}`;

  beforeAll(async () => {
    database = await open();
    island = await startTestIsland(shop, database);
    const jobs = await island.jobs();
    const kept = defineProjection({
      consumer: 'listener',
      entity: 'Order',
      payload: z.looseObject({}),
      identity: BO,
      apply: async (_, state) => void told.push(state),
      clear: async () => {},
      async *rebuild() {},
    });
    const projector = jobs.changes.project(kept, { execute: async () => ({ data: null }) });
    await vi.waitUntil(async () => !(await projector.lag()).rebuilding, { timeout: 20_000 });
  });
  afterAll(async () => {
    await island?.close();
    await database?.close();
  });

  const place = (input: Record<string, unknown>, identity: Identity = RINA) =>
    island.ask(PLACE, { input: { lines, shippingAddress, idempotencyKey: newKey(), ...input } }, identity);
  const placed = async (input: Record<string, unknown>, identity?: Identity) => {
    const { data, errors } = await place(input, identity);
    expect(errors).toBeUndefined();
    return data?.placeOrder as { id: string; total: unknown; shippingAddress: { fingerprint: string } };
  };
  const count = async () =>
    (await database.query<{ count: number }>('select count(*)::int as count from orders.orders')).rows[0]?.count;

  test('answers with an order that waits for review, at the prices of the moment, and is then the newest', async () => {
    const order = await placed({ deviceId: 'device-1' });
    expect(order).toEqual({
      id: expect.stringMatching(/^order-[0-9a-f-]{36}$/),
      status: 'PENDING_REVIEW',
      total: { amount: '80.90', currency: 'SGD' },
      voucher: null,
      lines: [
        { product: { id: 'product-tiffin-enamel' }, quantity: 2, unitPrice: { amount: '36.50' } },
        { product: { id: 'product-kaya-pandan' }, quantity: 1, unitPrice: { amount: '7.90' } },
      ],
      payments: [],
      shipment: null,
      shippingAddress: { ...shippingAddress, recipient: 'Rina Lestari', fingerprint: expect.any(String) },
      deviceId: 'device-1',
      customer: { id: STORY_USER_ID },
      version: 1,
    });
    const { data } = await island.ask(
      '{ orders(first: 1) { nodes { id } } me { orders(first: 1) { nodes { id } } } }',
      {},
      RINA,
    );
    expect(data).toEqual({ orders: { nodes: [{ id: order.id }] }, me: { orders: { nodes: [{ id: order.id }] } } });
  });

  test('tells those who keep orders of it once it is written, without the name and the street', async () => {
    const { id } = await placed({});
    await expect
      .poll(() => told.filter((state) => state.id === id), { timeout: 10_000 })
      .toEqual([
        {
          id,
          version: 1,
          payload: expect.objectContaining({
            status: 'PENDING_REVIEW',
            total: { amount: '80.90', currency: 'SGD' },
            lines: [
              { productId: 'product-tiffin-enamel', quantity: 2, unitPrice: { amount: '36.50', currency: 'SGD' } },
              { productId: 'product-kaya-pandan', quantity: 1, unitPrice: { amount: '7.90', currency: 'SGD' } },
            ],
            shippingAddress: { town: 'Tampines', postalCode: '520412', country: 'SG', fingerprint: expect.any(String) },
            customer: { id: STORY_USER_ID, registeredAt: '2025-07-14T12:05:00.000Z' },
          }),
        },
      ]);
    expect(JSON.stringify(told)).not.toMatch(/Rina|Blk/);
  });

  test('with a key that was given before is the same order again, also when several come at once', async () => {
    const idempotencyKey = newKey();
    const before = await count();
    const answers = await Promise.all(Array.from({ length: 5 }, () => placed({ idempotencyKey })));
    const again = await placed({ idempotencyKey });
    expect(new Set([...answers, again].map(({ id }) => id)).size).toBe(1);
    expect(await count()).toBe((before ?? 0) + 1);
    await placed({});
    expect(told.filter(({ id }) => id === again.id).length).toBeLessThan(2);
  });

  test('with the key of another input is refused, and with another user’s key is an order of its own', async () => {
    const idempotencyKey = newKey();
    const { id } = await placed({ idempotencyKey });
    const { errors } = await place({ idempotencyKey, lines: [{ ...lines[0], quantity: 3 }] });
    expect(errors?.map(({ extensions }) => extensions)).toEqual([{ code: 'IDEMPOTENCY_KEY_REUSED', orderId: id }]);
    expect((await placed({ idempotencyKey }, BO)).id).not.toBe(id);
  });

  test('tells the same address by its fingerprint, however it is typed', async () => {
    const [usual, other, elsewhere] = await Promise.all([
      placed({}),
      placed({
        shippingAddress: { ...shippingAddress, street: 'BLK 412, Tampines street 41 #08-123', recipient: 'R' },
      }),
      placed({ shippingAddress: { ...shippingAddress, street: 'Blk 413 Tampines Street 41, #08-123' } }),
    ]);
    expect(other.shippingAddress.fingerprint).toBe(usual.shippingAddress.fingerprint);
    expect(elsewhere.shippingAddress.fingerprint).not.toBe(usual.shippingAddress.fingerprint);
  });

  test('takes the total that the customer was shown, and refuses when it is another now', async () => {
    await placed({ expectedTotal: { amount: '80.9', currency: 'SGD' } });
    await expectRefusal(
      { expectedTotal: { amount: '79.90', currency: 'SGD' } },
      'CONFLICT',
      'input.expectedTotal: the products cost SGD 80.90 now, not SGD 79.90. Show the customer the new total.',
    );
  });

  const productId = 'product-nobody-has-this';
  test.each([
    [
      'a product that nobody sells',
      { lines: [...lines, { productId, quantity: 1 }] },
      'NOT_FOUND',
      'input.lines.2.productId: expected the id of a product on sale, got "product-nobody-has-this".',
    ],
    [
      'products with prices in two currencies',
      { lines: [...lines, { productId: 'product-sambal-bawang', quantity: 1 }] },
      'BAD_USER_INPUT',
      'input.lines: expected products with prices in one currency, got SGD and IDR. Place an order for each.',
    ],
    [
      'no products',
      { lines: [] },
      'BAD_USER_INPUT',
      'input.lines: expected a list of 1 to 50 products, got a list of 0.',
    ],
    [
      'a product twice',
      { lines: [lines[0], lines[0]] },
      'BAD_USER_INPUT',
      'input.lines: expected each product once, with how many of it, got a list of 2.',
    ],
    [
      'none of a product',
      { lines: [{ ...lines[0], quantity: 0 }] },
      'BAD_USER_INPUT',
      'input.lines.0.quantity: expected a whole number from 1 to 99, got 0.',
    ],
    [
      'an address without a street, in no country',
      { shippingAddress: { ...shippingAddress, street: ' ', country: 'sg' } },
      'BAD_USER_INPUT',
      'input.shippingAddress.street: expected 1 to 200 characters of text, got " ". input.shippingAddress.country: expected the two capitals of an ISO 3166 code, got "sg".',
    ],
    [
      'a key with spaces',
      { idempotencyKey: 'a b' },
      'BAD_USER_INPUT',
      'input.idempotencyKey: expected 1 to 255 printable ASCII characters without spaces, got "a b".',
    ],
  ])('refuses %s and writes nothing', async (_, fault, code, message) => {
    await expectRefusal(fault, code, message);
  });

  async function expectRefusal(fault: Record<string, unknown>, code: string, message: string): Promise<void> {
    const before = [await count(), (await database.query('select * from orders.order_lines')).rows.length];
    const { data, errors } = await place(fault);
    expect(data).toEqual({ placeOrder: null });
    expect(errors?.map((error) => [error.message, error.extensions.code])).toEqual([[message, code]]);
    expect([await count(), (await database.query('select * from orders.order_lines')).rows.length]).toEqual(before);
  }
});
