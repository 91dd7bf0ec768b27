import { defineGraph, type Row } from '../graph.ts';

/** @context and @fromContext: arguments that come from objects above, in the same fetch and across fetches. */
export const context = defineGraph({
  name: 'context',
  seeds: 20,
  subgraphs: {
    accounts: `
      type Query { users: [User!]! user(id: ID!): User }
      type User @key(fields: "id") @context(name: "user") { id: ID! name: String! plan: Plan carts: [Cart!]! }
      type Plan { discount: Int }
      type Cart @key(fields: "id") { id: ID! total(factor: Int @fromContext(field: "$user { plan { discount } }")): Int greeting(who: String @fromContext(field: "$user { name }")): String items: [Item!]! }
      type Item @key(fields: "sku") { sku: ID! label(for: String @fromContext(field: "$user { name }")): String }
    `,
    items: `
      type Item @key(fields: "sku") { sku: ID! title: String parts: [Item!]! }
    `,
  },
  create: () => {
    const items: Row[] = [
      { __typename: 'Item', sku: 'x', title: 'lamp', partSkus: ['y'] },
      { __typename: 'Item', sku: 'y', title: 'bulb', partSkus: [] },
    ];
    const item = (sku: unknown): Row | undefined => items.find((each) => each.sku === sku);
    const carts: Row[] = [
      { __typename: 'Cart', id: 'c1', base: 10, skus: ['x', 'y'] },
      { __typename: 'Cart', id: 'c2', base: 20, skus: ['x'] },
    ];
    const users: Row[] = [
      { __typename: 'User', id: '1', name: 'Ada', plan: { discount: 2 }, cartIds: ['c1', 'c2'] },
      { __typename: 'User', id: '2', name: 'Bob', plan: { discount: 5 }, cartIds: ['c1'] },
      { __typename: 'User', id: '3', name: 'Cy', plan: null, cartIds: ['c2'] },
    ];
    // The monolith has no contexts: there each object remembers whose it is.
    const owned = (row: Row | undefined, owner: Row): Row => ({ ...row, owner });
    const ownerOf = (row: Row): Row | undefined => row.owner as Row | undefined;
    return {
      find: {
        User: ({ id }) => users.find((each) => each.id === id),
        Cart: ({ id }) => carts.find((each) => each.id === id),
        Item: ({ sku }) => item(sku),
      },
      resolvers: {
        Query: { users: () => users, user: (_, { id }) => users.find((each) => each.id === id) },
        User: {
          carts: (user) =>
            (user.cartIds as string[]).map((id) =>
              owned(
                carts.find((cart) => cart.id === id),
                user,
              ),
            ),
        },
        Cart: {
          total: (cart, { factor }) => {
            const discount = factor ?? (ownerOf(cart)?.plan as Row | null | undefined)?.discount;
            return discount == null ? Number(cart.base) : Number(cart.base) - Number(discount);
          },
          greeting: (cart, { who }) => `for ${who ?? ownerOf(cart)?.name}`,
          items: (cart) => (cart.skus as string[]).map((sku) => owned(item(sku), ownerOf(cart) ?? {})),
        },
        Item: {
          label: ({ sku, ...rest }, { for: whom }) => `${sku} of ${whom ?? (rest.owner as Row | undefined)?.name}`,
          parts: (parent) => (parent.partSkus as string[]).map((sku) => owned(item(sku), ownerOf(parent) ?? {})),
        },
      },
    };
  },
  samples: { id: ['1', '2', '3', 'gone'] },
  operations: [
    { name: 'a context in the same fetch', query: '{ users { carts { id total } } }' },
    { name: 'a context that is null', query: '{ user(id: "3") { carts { total greeting } } }' },
    { name: 'a context two levels up', query: '{ users { name carts { items { sku label } } } }' },
    {
      name: 'the same entity under different contexts',
      query: '{ users { carts { id greeting items { label title } } } }',
    },
    { name: 'a context across a fetch', query: '{ users { carts { items { parts { label title } } } } }' },
    { name: 'a context under an alias', query: '{ users { name: id who: name carts { g: greeting t: total } } }' },
  ],
});
