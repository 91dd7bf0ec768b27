import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ANONYMOUS, type Identity } from '../../kit/context.ts';
import type { Database } from '../../kit/database/database.ts';
import { describeOnDatabases } from '../../kit/database/testDatabase.ts';
import { startTestIsland, type TestIsland } from '../../kit/testIsland.ts';
import { createOrderWorld } from '../../world/orders.ts';
import { DAMAGED_ORDER_ID, LATE_ORDER_ID, STORY_USER_ID } from '../../world/story.ts';
import orders from './index.ts';

const RINA: Identity = { subject: STORY_USER_ID, tenant: null, scopes: [] };
const STRANGER: Identity = { subject: 'user-of-another-shop', tenant: null, scopes: ['jobs:operate', 'support:read'] };
const SERVICE: Identity = { subject: 'fraud', tenant: null, scopes: ['orders:read'] };

const world = createOrderWorld();
const newestFirst = world.orders.toSorted(
  (a, b) => b.placedAt.getTime() - a.placedAt.getTime() || (a.id < b.id ? 1 : -1),
);
const hers = newestFirst.filter(({ userId }) => userId === STORY_USER_ID);
const others = newestFirst.filter(({ userId }) => userId !== STORY_USER_ID);

const ALL = `id status placedAt updatedAt total { amount currency } discount { amount currency } voucher deviceId version
  lines { product { id } quantity unitPrice { amount currency } }
  payments { at method cardBrand lastFour amount { amount } status failure }
  shipment { carrier trackingNumber status estimatedAt deliveredAt events { status at } }
  shippingAddress { recipient street town postalCode country } customer { id name registeredAt }`;
const ENTITIES = `query ($of: [_Any!]!) { _entities(representations: $of) {
  ... on Order { ${ALL} }
  ... on User { id name country town registeredAt orders(first: 2) { nodes { id } edges { cursor } pageInfo { hasNextPage } } }
} }`;
interface Page {
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

const orderOf = (id: string) => ({ __typename: 'Order', id });
const userOf = (id: string) => ({ __typename: 'User', id });

describeOnDatabases('orders', (open) => {
  let database: Database;
  let island: TestIsland;
  beforeAll(async () => {
    database = await open();
    island = await startTestIsland(orders, database);
  });
  afterAll(async () => {
    await island?.close();
    await database?.close();
  });

  describe('whoever placed an order', () => {
    test('reads all of it, as it was placed, paid and sent', async () => {
      const { data, errors } = await island.ask(
        `query ($id: ID!) { order(id: $id) { ${ALL} } }`,
        { id: DAMAGED_ORDER_ID },
        RINA,
      );
      expect(errors).toBeUndefined();
      const order = hers.find(({ id }) => id === DAMAGED_ORDER_ID);
      const account = world.accounts.find(({ id }) => id === STORY_USER_ID);
      const iso = (date: Date | undefined) => date?.toISOString();
      expect(data?.order).toEqual({
        id: order?.id,
        status: 'DELIVERED',
        placedAt: iso(order?.placedAt),
        updatedAt: iso(order?.updatedAt),
        total: order?.total,
        discount: { amount: '0.00', currency: 'SGD' },
        voucher: null,
        deviceId: order?.deviceId,
        version: 1,
        lines: order?.lines.map(({ productId, ...line }) => ({ ...line, product: { id: productId } })),
        payments: order?.payments.map(({ at, amount, ...payment }) => ({
          ...payment,
          at: iso(at),
          amount: { amount: amount.amount },
        })),
        shipment: {
          carrier: 'Merlion Post',
          trackingNumber: order?.shipment?.trackingNumber,
          status: 'DELIVERED',
          estimatedAt: iso(order?.shipment?.estimatedAt),
          deliveredAt: iso(order?.updatedAt),
          events: order?.shipment?.events.map(({ kind, at }) => ({ status: kind, at: iso(at) })),
        },
        shippingAddress: order?.shippingAddress,
        customer: { id: STORY_USER_ID, name: account?.name, registeredAt: iso(account?.registeredAt) },
      });
    });

    test('pages through their orders once, newest first, from the query and from themself alike', async () => {
      const ids: string[] = [];
      let after: string | null = null;
      do {
        const { data } = await island.ask(
          'query ($after: String) { me { name orders(first: 4, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } } }',
          { after },
          RINA,
        );
        const { orders: page } = (data as { me: { orders: Page } }).me;
        ids.push(...page.nodes.map(({ id }) => id));
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      } while (after !== null);
      expect(ids).toEqual(hers.map(({ id }) => id));
      const { data } = await island.ask('{ orders { nodes { id } pageInfo { hasNextPage } } }', {}, RINA);
      expect(data?.orders).toEqual({ nodes: ids.map((id) => ({ id })), pageInfo: { hasNextPage: false } });
    });

    test('is somebody even without an account', async () => {
      const { data, errors } = await island.ask('{ me { id name orders { nodes { id } } } }', {}, STRANGER);
      expect(errors).toBeUndefined();
      expect(data).toEqual({ me: { id: STRANGER.subject, name: null, orders: { nodes: [] } } });
    });
  });

  describe('nobody else', () => {
    test.each([
      ['a stranger', STRANGER],
      ['somebody unknown', ANONYMOUS],
      ['a subject that is no name', { subject: '', tenant: null, scopes: [] }],
    ])('reads an order by its id: to %s it is as one that does not exist', async (_, identity) => {
      const query = `query ($id: ID!) { order(id: $id) { ${ALL} } }`;
      const foreign = await island.ask(query, { id: LATE_ORDER_ID }, identity);
      expect(foreign).toEqual({ data: { order: null } });
      expect(await island.ask(query, { id: 'order-that-is-none' }, identity)).toEqual(foreign);
    });

    test.each([
      ['a stranger', STRANGER],
      ['somebody unknown', ANONYMOUS],
    ])('reaches orders or users as entities: to %s they are as those that do not exist', async (_, identity) => {
      const known = await island.ask(ENTITIES, { of: [orderOf(LATE_ORDER_ID), userOf(STORY_USER_ID)] }, identity);
      const none = await island.ask(
        ENTITIES,
        { of: [orderOf('order-that-is-none'), userOf('user-that-is-none')] },
        identity,
      );
      const nothing = { name: null, country: null, town: null, registeredAt: null };
      const page = { nodes: [], edges: [], pageInfo: { hasNextPage: false } };
      expect(known).toEqual({ data: { _entities: [null, { id: STORY_USER_ID, ...nothing, orders: page }] } });
      expect(none).toEqual({ data: { _entities: [null, { id: 'user-that-is-none', ...nothing, orders: page }] } });
    });

    test('finds somebody else’s by a cursor into their list', async () => {
      const [first] = others;
      const cursor = Buffer.from(JSON.stringify(['orders', first?.placedAt.toISOString(), first?.id])).toString(
        'base64url',
      );
      const { data } = await island.ask(
        'query ($after: String) { orders(after: $after) { nodes { customer { id } } } }',
        { after: cursor },
        RINA,
      );
      const { nodes } = (data as { orders: { nodes: { customer: { id: string } }[] } }).orders;
      expect(nodes.map(({ customer }) => customer.id)).toEqual(hers.map(() => STORY_USER_ID));
    });

    test.each(['{ me { id } }', '{ orders { nodes { id } } }', placing('key-of-nobody')])(
      'asks without saying who they are: %s',
      async (query) => {
        for (const identity of [ANONYMOUS, { ...ANONYMOUS, subject: '' }]) {
          const { errors } = await island.ask(query, {}, identity);
          expect(errors?.map(({ message, extensions }) => [message, extensions.code])).toEqual([
            ['Orders belong to whoever placed them: send a token that says who you are.', 'UNAUTHENTICATED'],
          ]);
        }
      },
    );
  });

  describe('a service with the scope orders:read', () => {
    test('reads everybody’s, page by page', async () => {
      const query =
        'query ($after: String) { orders(first: 100, after: $after) { nodes { id version } pageInfo { endCursor } } }';
      const first = await island.ask(query, {}, SERVICE);
      const pageOf = ({ data }: typeof first) => (data as { orders: Page }).orders;
      const page = pageOf(first);
      expect(page.nodes.map(({ id }) => id)).toEqual(newestFirst.slice(0, 100).map(({ id }) => id));
      const second = await island.ask(query, { after: page.pageInfo.endCursor }, SERVICE);
      expect(pageOf(second).nodes.map(({ id }) => id)).toEqual(newestFirst.slice(100, 200).map(({ id }) => id));
    });

    test('resolves many orders and their parts with a query for each kind of part', async () => {
      const some = others.slice(5_000, 5_060);
      const { data, errors } = await island.ask(
        ENTITIES,
        { of: [...some.map(({ id }) => orderOf(id)), orderOf('order-none')] },
        SERVICE,
      );
      expect(errors).toBeUndefined();
      const entities = data?._entities as ({ id: string; lines: unknown[]; payments: unknown[] } | null)[];
      expect(entities.map((entity) => entity?.id)).toEqual([...some.map(({ id }) => id), undefined]);
      expect(entities.map((entity) => [entity?.lines.length, entity?.payments.length])).toEqual([
        ...some.map(({ lines, payments }) => [lines.length, payments.length]),
        [undefined, undefined],
      ]);
      // Orders, lines, payments, parcels, accounts.
      expect(island.queries.length).toBe(5);
    });

    test('resolves the newest orders of many users with one query', async () => {
      const users = world.accounts.slice(0, 40).map(({ id }) => id);
      const { data } = await island.ask(ENTITIES, { of: users.map(userOf) }, SERVICE);
      const entities = data?._entities as { id: string; name: string; orders: { nodes: { id: string }[] } }[];
      expect(entities.map(({ orders: { nodes } }) => nodes.map(({ id }) => id))).toEqual(
        users.map((user) =>
          newestFirst
            .filter(({ userId }) => userId === user)
            .slice(0, 2)
            .map(({ id }) => id),
        ),
      );
      expect(entities.map(({ name }) => name)).toEqual(world.accounts.slice(0, 40).map(({ name }) => name));
      expect(island.queries.length).toBe(2);
    });
  });

  test('no table holds what is true of fraud, or what was reported', async () => {
    const { rows } = await database.query<{ column_name: string }>(
      `select column_name from information_schema.columns where table_schema = 'orders'`,
    );
    expect(rows.filter(({ column_name }) => /fraud|chargeback|report|label|pattern|risk/.test(column_name))).toEqual(
      [],
    );
  });

  test.each([
    ['an id that cannot be one', '{ order(id: "1; drop table") { id } }', 'id'],
    ['a page that is too long', '{ orders(first: 101) { nodes { id } } }', 'first'],
    ['a page of a user that is too long', '{ me { orders(first: 51) { nodes { id } } } }', 'first'],
    ['a cursor of its own making', '{ orders(after: "nonsense") { nodes { id } } }', 'after'],
  ])('answers %s with a typed error', async (_, query, argument) => {
    const { errors } = await island.ask(query, {}, RINA);
    expect(errors?.map(({ extensions }) => extensions)).toEqual([{ argument, code: 'BAD_USER_INPUT' }]);
  });
});

function placing(key: string): string {
  return `mutation { placeOrder(input: { idempotencyKey: "${key}", lines: [{ productId: "product-tiffin-enamel", quantity: 1 }],
    shippingAddress: { recipient: "R", street: "S", town: "T", postalCode: "1", country: "SG" } }) { id } }`;
}
