import { defineGraph, type Row } from '../graph.ts';

/** Several keys, nested and composite ones, chains of keys, and keys that cannot be resolved. */
export const keys = defineGraph({
  name: 'keys',
  seeds: 20,
  subgraphs: {
    catalog: `
      type Query { items: [Item!]! pair: Pair link: Link }
      type Item @key(fields: "id") @key(fields: "sku brand { code }") { id: ID! sku: String! brand: Brand! title: String }
      type Brand @key(fields: "code") { code: ID! name: String }
      type Pair @key(fields: "left { id } right { id }") { left: Item! right: Item! name: String }
      type Link @key(fields: "id", resolvable: false) { id: ID! }
    `,
    stock: `
      type Item @key(fields: "sku brand { code }") { sku: String! brand: Brand! stock: Int shelf: Shelf }
      type Brand @key(fields: "code", resolvable: false) { code: ID! }
      type Shelf @key(fields: "row") { row: Int! }
    `,
    depot: `
      type Query { shelves: [Shelf!]! }
      type Shelf @key(fields: "row") @key(fields: "label") { row: Int! label: String! items: [Item!]! }
      type Item @key(fields: "id", resolvable: false) { id: ID! }
    `,
    labels: `
      type Shelf @key(fields: "label") { label: String! colour: String next: Shelf }
      type Pair @key(fields: "left { id } right { id }") { left: Item! right: Item! alike: Boolean }
      type Item @key(fields: "id", resolvable: false) @key(fields: "sku brand { code }") { id: ID! sku: String! @shareable brand: Brand! @shareable rank: Int }
      type Brand @key(fields: "code") { code: ID! founded: Int }
      type Link @key(fields: "id") { id: ID! href: String! }
    `,
  },
  create: () => {
    const brands: Row[] = [
      { __typename: 'Brand', code: 'L', name: 'Lumen', founded: 1990 },
      { __typename: 'Brand', code: 'W', name: null, founded: null },
    ];
    const items: Row[] = [
      { __typename: 'Item', id: '1', sku: 's1', code: 'L', title: 'lamp', stock: 3, rank: 1, row: 1 },
      { __typename: 'Item', id: '2', sku: 's1', code: 'W', title: 'rug', stock: null, rank: 2, row: 2 },
    ];
    const shelves: Row[] = [
      { __typename: 'Shelf', row: 1, label: 'A', colour: 'red', nextRow: 2 },
      { __typename: 'Shelf', row: 2, label: 'B', colour: null, nextRow: null },
    ];
    const brand = (code: unknown): Row | undefined => brands.find((each) => each.code === code);
    const shelf = (row: unknown): Row | null => shelves.find((each) => each.row === row) ?? null;
    const pair: Row = { __typename: 'Pair', name: 'both', alike: false };
    return {
      find: {
        Item: ({ id, sku, brand: of }) =>
          items.find((each) =>
            id !== undefined ? each.id === id : each.sku === sku && each.code === (of as Row).code,
          ),
        Brand: ({ code }) => brand(code),
        Shelf: ({ row, label }) =>
          shelves.find((each) => (row !== undefined ? each.row === row : each.label === label)),
        Pair: () => pair,
        Link: ({ id }) => ({ __typename: 'Link', id, href: `https://x.test/${id}` }),
      },
      resolvers: {
        Query: {
          items: () => items,
          pair: () => pair,
          link: () => ({ __typename: 'Link', id: 'l', href: 'https://x.test/l' }),
          shelves: () => shelves,
        },
        Item: { brand: ({ code, brand: known }) => brand(code) ?? known, shelf: ({ row }) => shelf(row) },
        Pair: { left: () => items[0], right: () => items[1] },
        Shelf: { items: ({ row }) => items.filter((item) => item.row === row), next: ({ nextRow }) => shelf(nextRow) },
      },
    };
  },
  operations: [
    { name: 'a composite key', query: '{ items { title stock } }' },
    {
      name: 'a key that hides behind aliases',
      query: '{ items { sku: title brand: id stock rank b: brand { code: name } } }',
    },
    { name: 'a chain of keys', query: '{ items { shelf { colour } } }' },
    {
      name: 'a long chain of keys',
      query: '{ items { shelf { next { items { title stock rank brand { founded name } } } } } }',
    },
    { name: 'a nested key', query: '{ pair { name alike left { title rank } right { stock } } }' },
    {
      name: 'a key that cannot be resolved where it stands',
      query: '{ shelves { label items { title rank stock } } }',
    },
    { name: 'an entity whose home is elsewhere', query: '{ link { id href } }' },
    { name: 'a brand from everywhere', query: '{ items { brand { code name founded } } }' },
  ],
});
