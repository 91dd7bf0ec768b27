import type { Change } from '../../kit/changes/change.ts';
import type { Database } from '../../kit/database/database.ts';
import type { Graph } from '../../kit/graph.ts';
import type { Jobs } from '../../kit/jobs/jobs.ts';
import type { Order } from '../../world/orders/order.ts';
import { createOrderWorld } from '../../world/orders.ts';
import { type Product, products as worldProducts } from '../../world/products.ts';

const PAGE = 100;
const CURRENCIES: ReadonlySet<string> = new Set(['SGD', 'VND']);

/** The graph, as far as the owners of products and orders answer in it, and what they tell when something changes. */
export class TestShop {
  readonly products = new Map<string, { readonly product: Product; readonly version: number }>();
  readonly orders = new Map<string, { readonly order: Order; readonly version: number }>();
  readonly #database: Database;
  readonly #jobs: Jobs;

  /** Of the world, what is sold in Singapore and Vietnam, and of every so manieth user the orders of that. */
  constructor(database: Database, jobs: Jobs, everyUser: number) {
    this.#database = database;
    this.#jobs = jobs;
    const { accounts, orders } = createOrderWorld();
    const users = new Set(accounts.filter((_, place) => place % everyUser === 0).map(({ id }) => id));
    for (const product of worldProducts) {
      if (CURRENCIES.has(product.price.currency)) this.products.set(product.id, { product, version: 1 });
    }
    for (const order of orders) {
      const sold = order.lines.every(({ productId }) => this.products.has(productId));
      if (sold && users.has(order.userId)) this.orders.set(order.id, { order, version: 1 });
    }
  }

  readonly graph: Graph = {
    execute: async ({ query, variables: { after } = {} }) => {
      const from = after === null || after === undefined ? 0 : Number(after);
      const page = <Node>(all: readonly Node[]) => ({
        nodes: all.slice(from, from + PAGE),
        pageInfo: { hasNextPage: from + PAGE < all.length, endCursor: String(from + PAGE) },
      });
      if (query.includes('products('))
        return { data: { products: page([...this.products.values()].map(productNode)) } };
      return { data: { orders: page([...this.orders.values()].map(orderNode)) } };
    },
  };

  async offer(product: Product): Promise<void> {
    const version = (this.products.get(product.id)?.version ?? 0) + 1;
    this.products.set(product.id, { product, version });
    const { id, version: _, ...payload } = productNode({ product, version });
    await this.tell({ entity: 'Product', id, version, payload });
  }

  async withdraw(id: string): Promise<void> {
    const version = (this.products.get(id)?.version ?? 0) + 1;
    this.products.delete(id);
    await this.tell({ entity: 'Product', id, version, payload: null });
  }

  async place(order: Order): Promise<void> {
    const version = (this.orders.get(order.id)?.version ?? 0) + 1;
    this.orders.set(order.id, { order, version });
    const { id, userId, lines, ...rest } = order;
    await this.tell({
      entity: 'Order',
      id,
      version,
      payload: { ...JSON.parse(JSON.stringify(rest)), lines, customer: { id: userId, registeredAt: null } },
    });
  }

  async tell(change: Change): Promise<void> {
    await this.#database.transaction((transaction) => this.#jobs.changes.publish(transaction, change));
  }
}

function productNode({ product, version }: { readonly product: Product; readonly version: number }) {
  const { id, name, description, price, createdAt } = product;
  return { id, version, name, description, price, createdAt: createdAt.toISOString() };
}

function orderNode({ order, version }: { readonly order: Order; readonly version: number }) {
  const { id, status, placedAt, userId, shippingAddress, lines } = order;
  return {
    id,
    version,
    status,
    placedAt: placedAt.toISOString(),
    customer: { id: userId },
    shippingAddress,
    lines: lines.map(({ productId }) => ({ product: { id: productId } })),
  };
}
