import { defineGraph, input, type Row } from '../graph.ts';

/** Keys, lists of entities, @provides, @requires, extension of an entity by three subgraphs, arguments with aliases. */
export const shop = defineGraph({
  name: 'shop',
  seeds: 25,
  subgraphs: {
    products: `
      type Query { product(upc: ID!): Product topProducts(first: Int = 3): [Product!]! }
      type Product @key(fields: "upc") { upc: ID! name: String! price(currency: String = "EUR"): Float weight: Int maker: Maker }
      type Maker @key(fields: "id") { id: ID! name: String! products: [Product] }
    `,
    reviews: `
      type Query { latestReviews: [Review!]! }
      type Product @key(fields: "upc") { upc: ID! reviews(first: Int): [Review!]! stars: Float }
      type Review @key(fields: "id") { id: ID! body: String stars: Int! author: User @provides(fields: "username") product: Product! }
      type User @key(fields: "id") { id: ID! username: String! @external reviews: [Review!]! }
    `,
    users: `
      type Query { me: User user(id: ID!): User }
      type User @key(fields: "id") { id: ID! username: String! @shareable name(short: Boolean = false): String friends: [User!]! }
    `,
    inventory: `
      type Product @key(fields: "upc") {
        upc: ID! weight: Int @external price(currency: String = "EUR"): Float @external
        inStock: Boolean! shipping(express: Boolean = false): Float @requires(fields: "weight price(currency: \\"USD\\")")
      }
    `,
  },
  create: () => {
    const rates: Readonly<Record<string, number>> = { EUR: 1, USD: 1.25, IDR: 16_000 };
    const makers: Row[] = [
      { id: 'm1', name: 'Lumen' },
      { id: 'm2', name: 'Weave' },
    ].map((maker) => ({ __typename: 'Maker', ...maker }));
    const products: Row[] = [
      { upc: '1', name: 'lamp', euros: 40, weight: 900, makerId: 'm1', inStock: true },
      { upc: '2', name: 'rug', euros: 100, weight: 5_000, makerId: 'm2', inStock: false },
      { upc: '3', name: 'bulb "x"\n', euros: 2.5, weight: null, makerId: null, inStock: true },
    ].map((product) => ({ __typename: 'Product', ...product }));
    const users: Row[] = [
      { id: 'u1', username: '@ada', friendIds: ['u2', 'u3'] },
      { id: 'u2', username: '@bob', friendIds: ['u1'] },
      { id: 'u3', username: '@céline', friendIds: [] },
    ].map((user) => ({ __typename: 'User', ...user }));
    const reviews: Row[] = [
      { id: 'r1', upc: '1', userId: 'u1', body: 'bright', stars: 5 },
      { id: 'r2', upc: '1', userId: 'u2', body: null, stars: 3 },
      { id: 'r3', upc: '2', userId: 'u1', body: 'soft', stars: 4 },
      { id: 'r4', upc: '3', userId: null, body: 'tiny \u2028 \ud83d\udca1', stars: 1 },
    ].map((review) => ({ __typename: 'Review', ...review }));
    const by = (rows: readonly Row[], field: string, value: unknown): Row | null =>
      rows.find((row) => row[field] === value) ?? null;
    const reviewsOf = (product: Row): Row[] => reviews.filter(({ upc }) => upc === product.upc);
    return {
      find: {
        Product: ({ upc }) => by(products, 'upc', upc),
        Maker: ({ id }) => by(makers, 'id', id),
        User: ({ id }) => by(users, 'id', id),
        Review: ({ id }) => by(reviews, 'id', id),
      },
      resolvers: {
        Query: {
          product: (_, { upc }) => by(products, 'upc', upc),
          topProducts: (_, { first }) => products.slice(0, Number(first ?? 3)),
          latestReviews: () => reviews,
          me: () => users[0],
          user: (_, { id }) => by(users, 'id', id),
        },
        Product: {
          price: ({ euros }, { currency }) => Number(euros) * (rates[String(currency)] ?? 1),
          maker: ({ makerId }) => by(makers, 'id', makerId),
          reviews: (product, { first }) => reviewsOf(product).slice(0, first == null ? undefined : Number(first)),
          stars: (product) => {
            const stars = reviewsOf(product).map((review) => Number(review.stars));
            return stars.length === 0 ? null : stars.reduce((sum, each) => sum + each, 0) / stars.length;
          },
          shipping: (product, { express }) => {
            const weight = input(product, 'weight', (row) => row.weight);
            const dollars = Number(input(product, 'price', ({ euros }) => Number(euros) * 1.25));
            return weight === null ? null : (Number(weight) / 1_000 + dollars / 100) * (express ? 2 : 1);
          },
        },
        Maker: { products: ({ id }) => products.filter(({ makerId }) => makerId === id) },
        Review: {
          author: ({ userId }) => by(users, 'id', userId),
          product: ({ upc }) => by(products, 'upc', upc),
        },
        User: {
          reviews: ({ id }) => reviews.filter(({ userId }) => userId === id),
          friends: ({ friendIds }) => (Array.isArray(friendIds) ? friendIds.map((id) => by(users, 'id', id)) : []),
          name: ({ username }, { short }) => String(username).slice(1, short ? 2 : undefined),
        },
      },
    };
  },
  samples: {
    upc: ['1', '2', '3', 'nope'],
    id: ['u1', 'u2', 'nope'],
    currency: ['EUR', 'USD', 'IDR'],
    first: [0, 1, 2],
  },
  operations: [
    { name: 'one field', query: '{ topProducts { name } }' },
    {
      name: 'through three subgraphs',
      query: '{ topProducts { name reviews { body author { username name } } inStock } }',
    },
    { name: 'a provided field', query: '{ latestReviews { author { username } } }' },
    {
      name: 'requires with the argument of the graph, not of the client',
      query: '{ topProducts { price(currency: "IDR") shipping } }',
    },
    { name: 'requires beside the same field with its default', query: '{ topProducts { price shipping } }' },
    {
      name: 'requires twice with arguments',
      query: '{ topProducts { normal: shipping fast: shipping(express: true) p: price(currency: "USD") q: price } }',
    },
    {
      name: 'an alias that is the name of a key',
      query: '{ topProducts { upc: name inStock reviews { id: body author { id: username name } } } }',
    },
    {
      name: 'an alias that is the name of a required field',
      query: '{ topProducts { weight: name price: upc shipping } }',
    },
    {
      name: 'prototype names',
      query:
        '{ __proto__: topProducts { constructor: name hasOwnProperty: inStock __proto__: stars toString: __typename valueOf: reviews { __proto__: body } } }',
    },
    { name: 'an entity that is not there', query: '{ product(upc: "nope") { name inStock reviews { id } } }' },
    {
      name: 'a variable in two subgraphs',
      query: 'query ($n: Int!) { topProducts(first: $n) { reviews(first: $n) { id } } }',
      variables: { n: 1 },
    },
    { name: 'a variable with a default', query: 'query ($c: String = "USD") { topProducts { price(currency: $c) } }' },
    {
      name: 'a variable given as null',
      query: 'query ($c: Int) { topProducts(first: 1) { reviews(first: $c) { id } } }',
      variables: { c: null },
    },
    {
      name: 'there and back again',
      query: '{ me { reviews { product { reviews { author { reviews { product { name inStock } } } } } } } }',
    },
    { name: 'friends of friends', query: '{ me { friends { username friends { name reviews { stars } } } } }' },
    {
      name: 'typename everywhere',
      query:
        '{ __typename topProducts { __typename t: __typename reviews { __typename author { __typename kind: __typename } } } q: __typename }',
    },
    {
      name: 'the same field twice',
      query: '{ topProducts { name } topProducts { inStock } topProducts { reviews { id } reviews { body } } }',
    },
    {
      name: 'nested named fragments',
      query:
        'query Page { topProducts { ...Card } } fragment Card on Product { name ...Stock reviews { ...R } } fragment Stock on Product { inStock } fragment R on Review { body author { ...U } } fragment U on User { name }',
    },
    {
      name: 'two operations',
      query: 'query Other { me { id } } query Mine { me { username } }',
      operationName: 'Mine',
    },
    {
      name: 'skip across a boundary',
      query:
        'query ($s: Boolean!) { topProducts { name inStock @skip(if: $s) reviews @include(if: $s) { id author { name } } } }',
      variables: { s: true },
    },
    {
      name: 'include across a boundary',
      query:
        'query ($s: Boolean!) { topProducts { name inStock @skip(if: $s) reviews @include(if: $s) { id author { name } } } }',
      variables: { s: false },
    },
    {
      name: 'a field included twice under different conditions',
      query:
        'query ($a: Boolean!, $b: Boolean!) { topProducts { reviews @include(if: $a) { id } reviews @include(if: $b) { body author { name } } } }',
      variables: { a: true, b: false },
    },
    {
      name: 'a field included twice under both conditions',
      query:
        'query ($a: Boolean!, $b: Boolean!) { topProducts { reviews @include(if: $a) { id } reviews @include(if: $b) { body author { name } } } }',
      variables: { a: true, b: true },
    },
    {
      name: 'skip and include of one field',
      query: 'query ($a: Boolean!) { topProducts { name @skip(if: $a) @include(if: $a) upc } }',
      variables: { a: true },
    },
    { name: 'everything skipped', query: '{ topProducts @skip(if: true) { name } }' },
    {
      name: 'everything skipped by a variable',
      query: 'query ($a: Boolean!) { topProducts @skip(if: $a) { name inStock } me @include(if: $a) { name } }',
      variables: { a: true },
    },
    {
      name: 'fragments under conditions',
      query:
        'query ($a: Boolean!) { topProducts { ... @include(if: $a) { name inStock } ...F @skip(if: $a) } } fragment F on Product { weight reviews { id } }',
      variables: { a: false },
    },
    {
      name: 'introspection beside data',
      query:
        '{ __schema { queryType { name fields { name args { name defaultValue } } } } me { name } p: __type(name: "Product") { name kind fields { name type { kind name ofType { name } } } } }',
    },
    {
      name: 'introspection with a variable',
      query: 'query ($n: String!) { __type(name: $n) { name possibleTypes { name } } me { id } }',
      variables: { n: 'User' },
    },
    {
      name: 'introspection alone in a fragment',
      query: '{ ...S } fragment S on Query { __schema { types { name } directives { name isRepeatable } } }',
    },
    {
      name: 'text that must be escaped',
      query: '{ latestReviews { body product { name } } me { friends { username } } }',
    },
    {
      name: 'a maker, its products and their stock',
      query: '{ topProducts { maker { name products { upc inStock shipping } } } }',
    },
  ],
});
