import type { Database } from '../../kit/database/database.ts';
import type { Graph } from '../../kit/graph.ts';
import { products as worldProducts } from '../../world/products.ts';
import { productProjection } from './products/productProjection.ts';

export interface TestProduct {
  readonly id: string;
  readonly version: number;
  readonly payload: {
    readonly name: string;
    readonly description: string;
    readonly categoryId: string;
    readonly price: { readonly amount: string; readonly currency: string };
  };
}

/** Products of the demo world, few enough for a test to embed. */
export function someProducts(...names: readonly string[]): readonly TestProduct[] {
  return worldProducts
    .filter(({ id }) => names.some((name) => id === `product-${name}`))
    .map(({ id, name, description, category, price }) => ({
      id,
      version: 1,
      payload: { name, description, categoryId: category, price },
    }));
}

/** As if catalog had told of them. */
export async function keep(database: Database, kept: readonly TestProduct[]): Promise<void> {
  await database.transaction(async (transaction) => {
    for (const product of kept) await productProjection.apply(transaction, product);
  });
}

/** The graph, as far as catalog answers in it: of what it has at the moment, a page for each two products. */
export function catalogOf(products: () => readonly TestProduct[]): Graph {
  return {
    execute: async ({ variables: { after } = {} }) => {
      const place = after === null ? 0 : Number(after);
      const all = products();
      const nodes = all.slice(place, place + 2).map(({ id, version, payload: { categoryId, ...rest } }) => ({
        ...{ id, version, category: { id: categoryId } },
        ...rest,
      }));
      const pageInfo = { hasNextPage: place + 2 < all.length, endCursor: String(place + 2) };
      return { data: { products: { nodes, pageInfo } } };
    },
  };
}
