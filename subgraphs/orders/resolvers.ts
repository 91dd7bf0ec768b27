import { readPage, toConnection } from '../../kit/connection.ts';
import type { RequestContext } from '../../kit/context.ts';
import { DateTime } from '../../kit/dateTime.ts';
import { Decimal } from '../../kit/decimal.ts';
import { isNewestFirstKey, type NewestFirstKey, newestFirstKey } from '../../kit/newestFirst.ts';
import { readInput } from '../../kit/readInput.ts';
import { requireSubject, visibleOwner } from './access.ts';
import { type NewOrder, newOrder, orderId, userId } from './input.ts';
import { OrderLoaders } from './loaders.ts';
import type { Resolvers } from './schema.generated.ts';
import type { OrderRow, OrderStore } from './store.ts';

export interface Context extends RequestContext {
  readonly store: OrderStore;
  readonly loaders: OrderLoaders;
  readonly placeOrder: PlaceOrder;
}

type PlaceOrder = (userId: string, given: NewOrder) => Promise<OrderRow | null>;

export function createContext(request: RequestContext, store: OrderStore, placeOrder: PlaceOrder): Context {
  return { ...request, store, loaders: new OrderLoaders(store, request.identity), placeOrder };
}

const ALL_ORDERS = { of: 'orders', default: 20, max: 100 };
const ORDERS_OF_USER = { of: 'orders', default: 10, max: 50 };

export const resolvers: Resolvers = {
  DateTime,
  Decimal,
  Query: {
    me: (_, __, { identity }) => ({ id: requireSubject(identity) }),
    order: (_, { id }, { loaders }) => loaders.orderById.load(readInput(orderId, id, 'id')),
    orders: async (_, page, { identity, store }) => {
      requireSubject(identity);
      const wanted = readPage(page, ALL_ORDERS, isNewestFirstKey);
      return toConnection(await store.newestOrders(wanted, visibleOwner(identity)), wanted, keyOf);
    },
  },
  Mutation: {
    placeOrder: async (_, { input }, { identity, loaders, placeOrder }) => {
      const subject = requireSubject(identity);
      const order = await placeOrder(subject, readInput(newOrder, input, 'input'));
      loaders.forget(subject);
      return order;
    },
  },
  User: {
    // Not a look whether there is such a user: to a stranger, one who exists is as one who does not.
    __resolveReference: ({ id }) => ({ id: readInput(userId, id, 'id') }),
    name: async ({ id }, _, { loaders }) => (await loaders.account(id))?.name ?? null,
    country: async ({ id }, _, { loaders }) => (await loaders.account(id))?.country ?? null,
    town: async ({ id }, _, { loaders }) => (await loaders.account(id))?.town ?? null,
    registeredAt: async ({ id }, _, { loaders }) => (await loaders.account(id))?.registeredAt ?? null,
    orders: async ({ id }, page, { loaders }) => {
      const wanted = readPage(page, ORDERS_OF_USER, isNewestFirstKey);
      return toConnection(await loaders.newestOrders(id, wanted), wanted, keyOf);
    },
  },
  Order: {
    __resolveReference: ({ id }, { loaders }) => loaders.orderById.load(readInput(orderId, id, 'id')),
    lines: ({ id }, _, { loaders }) => loaders.lines.load(id),
    payments: ({ id }, _, { loaders }) => loaders.payments.load(id),
    shipment: ({ id }, _, { loaders }) => loaders.shipment.load(id),
    customer: (order) => ({ id: order.userId }),
  },
  OrderLine: {
    product: ({ productId }) => ({ id: productId }),
  },
  Shipment: {
    // A parcel has been packed, at least.
    status: ({ events }) => events.at(-1)?.status ?? 'PACKED',
    deliveredAt: ({ events }) => events.findLast(({ status }) => status === 'DELIVERED')?.at ?? null,
  },
};

function keyOf({ id, placedAt }: OrderRow): NewestFirstKey {
  return newestFirstKey({ id, createdAt: placedAt });
}
