import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';

/** Federation 1 forms that Federation 2 still reads: it is what all contestants understand. */
export const SUBGRAPHS = {
  products: `
    extend type Query { topProducts(first: Int!, category: String!): [Product!]! }
    type Product @key(fields: "upc") { upc: ID! name: String! price: Int! }
  `,
  inventory: `
    extend type Product @key(fields: "upc") { upc: ID! @external inStock: Boolean! warehouse: String! }
  `,
  reviews: `
    extend type Product @key(fields: "upc") { upc: ID! @external reviews: [Review!]! }
    type Review { id: ID! stars: Int! body: String! author: User! }
    extend type User @key(fields: "id") { id: ID! @external }
  `,
  accounts: `
    type User @key(fields: "id") { id: ID! name: String! username: String! }
  `,
} as const;

export type SubgraphName = keyof typeof SUBGRAPHS;

export function isSubgraphName(name: string | undefined): name is SubgraphName {
  return name !== undefined && Object.hasOwn(SUBGRAPHS, name);
}

/** Four fetches: products, then inventory beside reviews, then accounts. About 10 kB of answer. */
export const QUERY = `query Top($category: String!) {
  topProducts(first: 10, category: $category) {
    upc name price inStock warehouse
    reviews { id stars body author { id name username } }
  }
}`;

/** How many values `$category` takes where it varies. */
export const CATEGORIES = 1_000;

export function composeGraph(urls: Readonly<Record<SubgraphName, string>>): string {
  const { supergraphSdl, errors } = composeServices(
    Object.entries(SUBGRAPHS).map(([name, sdl]) => ({ name, url: urls[name as SubgraphName], typeDefs: parse(sdl) })),
  );
  if (supergraphSdl === undefined) throw new Error(errors?.map(({ message }) => message).join('\n'));
  return supergraphSdl;
}
