import DataLoader from 'dataloader';
import { readPage, toConnection } from '../../kit/connection.ts';
import type { RequestContext } from '../../kit/context.ts';
import { DateTime } from '../../kit/dateTime.ts';
import { Decimal } from '../../kit/decimal.ts';
import { isNewestFirstKey, newestFirstKey } from '../../kit/newestFirst.ts';
import { readInput } from '../../kit/readInput.ts';
import { categoryId, givenFields, newProduct, productChanges, productId } from './input.ts';
import { notFound } from './notFound.ts';
import type { Resolvers } from './schema.generated.ts';
import type { CatalogStore, CategoryRow, ProductRow } from './store.ts';

export interface Context extends RequestContext {
  readonly store: CatalogStore;
  readonly productById: DataLoader<string, ProductRow | null>;
  readonly categoryById: DataLoader<string, CategoryRow | null>;
}

export function createContext(request: RequestContext, store: CatalogStore): Context {
  return {
    ...request,
    store,
    productById: new DataLoader((ids) => store.productsById(ids)),
    categoryById: new DataLoader((ids) => store.categoriesById(ids)),
  };
}

const PRODUCTS = { of: 'products', default: 20, max: 100 };

export const resolvers: Resolvers = {
  DateTime,
  Decimal,
  Query: {
    product: (_, { id }, { productById }) => productById.load(readInput(productId, id, 'id')),
    products: async (_, { category, ...page }, { store }) => {
      const shelf = category ? await existingCategory(store, category, 'category') : null;
      const wanted = readPage(page, PRODUCTS, isNewestFirstKey);
      const products = toConnection(await store.newestProducts(wanted, shelf), wanted, newestFirstKey);
      return { ...products, category: shelf };
    },
    categories: (_, __, { store }) => store.categories(),
  },
  Mutation: {
    createProduct: async (_, { input }, { store, identity }) => {
      const product = readInput(newProduct, input, 'input');
      await existingCategory(store, product.categoryId, 'input.categoryId');
      return store.createProduct(product, identity);
    },
    updateProduct: async (_, { id: givenId, input }, { store, productById, identity }) => {
      const id = readInput(productId, givenId, 'id');
      const changes = readInput(productChanges, givenFields(input), 'input');
      if (changes.categoryId !== undefined) await existingCategory(store, changes.categoryId, 'input.categoryId');
      const product = await store.updateProduct(id, changes, identity);
      productById.clear(id);
      return product;
    },
  },
  Category: {
    __resolveReference: ({ id }, { categoryById }) => categoryById.load(readInput(categoryId, id, 'id')),
  },
  Product: {
    __resolveReference: ({ id }, { productById }) => productById.load(readInput(productId, id, 'id')),
  },
  ProductConnection: {
    totalCount: ({ category }, _, { store }) => store.countProducts(category),
  },
};

async function existingCategory(store: CatalogStore, given: string, argument: string): Promise<string> {
  const id = readInput(categoryId, given, argument);
  if (await store.hasCategory(id)) return id;
  throw notFound(argument, 'the id of a category, as Query.categories lists them', id);
}
