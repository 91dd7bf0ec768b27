import { defineGraph, input, type Row } from '../graph.ts';

/** @requires with fragments on interfaces and unions, lists of them, and inputs below two levels. */
export const requiresFragments = defineGraph({
  name: 'requiresFragments',
  seeds: 20,
  subgraphs: {
    store: `
      type Query { bundles: [Bundle!]! bundle(id: ID!): Bundle }
      type Bundle @key(fields: "id") { id: ID! main: Item! extra: [Thing] box: Box }
      interface Item { name: String! }
      type Lamp implements Item { name: String! watts: Int }
      type Rug implements Item { name: String! size: Size }
      type Size { width: Int! length: Int }
      union Thing = Lamp | Card
      type Card { text: String }
      type Box { items: [Item!] }
    `,
    labels: `
      type Bundle @key(fields: "id") {
        id: ID! main: Item! @external extra: [Thing] @external box: Box @external
        label: String @requires(fields: "main { __typename name ... on Lamp { watts } ... on Rug { size { width } } }")
        extras: String @requires(fields: "extra { ... on Lamp { watts } ... on Card { text } }")
        boxed: String @requires(fields: "box { items { __typename ... on Rug { name size { length width } } } }")
      }
      interface Item { name: String! }
      type Lamp implements Item { name: String! @external watts: Int @external }
      type Rug implements Item { name: String! @external size: Size @external }
      type Size { width: Int! @external length: Int @external }
      union Thing = Lamp | Card
      type Card { text: String @external }
      type Box { items: [Item!] @external }
    `,
  },
  create: () => {
    const lamp: Row = { __typename: 'Lamp', name: 'lamp', watts: 9 };
    const dim: Row = { __typename: 'Lamp', name: 'dim', watts: null };
    const rug: Row = { __typename: 'Rug', name: 'rug', size: { width: 2, length: null } };
    const bare: Row = { __typename: 'Rug', name: 'bare', size: null };
    const card: Row = { __typename: 'Card', text: 'thanks' };
    const bundles: Row[] = [
      { __typename: 'Bundle', id: '1', main: lamp, extra: [card, dim, null], box: { items: [rug, lamp] } },
      { __typename: 'Bundle', id: '2', main: rug, extra: null, box: null },
      { __typename: 'Bundle', id: '3', main: bare, extra: [], box: { items: null } },
    ];
    const find = ({ id }: Row): Row | null => bundles.find((each) => each.id === id) ?? null;
    const say = (value: unknown): string => {
      if (Array.isArray(value)) return `[${value.map(say).join(' ')}]`;
      if (typeof value !== 'object' || value === null) return String(value);
      const row = value as Row;
      return String(row.watts ?? row.text ?? (row.size ? say((row.size as Row).width) : '-'));
    };
    const nameOf = (item: unknown): unknown => (item as Row).name;
    return {
      find: { Bundle: find },
      resolvers: {
        Query: { bundles: () => bundles, bundle: (_, { id }) => find({ id }) },
        Bundle: {
          label: (bundle) => {
            const main = input(bundle, 'main', (row) => row.main);
            return `${nameOf(main)} ${say(main)}`;
          },
          extras: (bundle) => say(input(bundle, 'extra', (row) => row.extra)),
          boxed: (bundle) => {
            const box = input(bundle, 'box', (row) => row.box) as Row | null;
            const items = box?.items as Row[] | null | undefined;
            return say(items?.map((item) => (item.__typename === 'Rug' ? item : null)));
          },
        },
      },
    };
  },
  samples: { id: ['1', '2', '3', 'gone'] },
  operations: [
    { name: 'one that needs an interface', query: '{ bundles { label } }' },
    { name: 'one that needs a list of a union', query: '{ bundles { extras } }' },
    { name: 'one that needs a list below an object', query: '{ bundles { boxed } }' },
    {
      name: 'all, beside what they need',
      query: '{ bundles { label extras boxed main { name ... on Lamp { watts } } extra { ... on Card { text } } } }',
    },
    {
      name: 'all, beside aliases of what they need',
      query:
        '{ bundles { main: id extra: label box: boxed label: main { watts: name ... on Rug { name: size { width: length } } } extras } }',
    },
  ],
});
