import { defineGraph, type Row } from '../graph.ts';

/** @override, at once and by label: both subgraphs answer alike, so that only the way differs. */
export const override = defineGraph({
  name: 'override',
  seeds: 15,
  subgraphs: {
    old: `
      type Query { orders: [Order!]! order(id: ID!): Order }
      type Order @key(fields: "id") { id: ID! total: Int status: String note: String by: String always: String never: String }
    `,
    next: `
      type Query { newest: Order }
      type Order @key(fields: "id") {
        id: ID!
        total: Int @override(from: "old")
        status: String @override(from: "old", label: "percent(50)")
        note: String @override(from: "old", label: "notes_moved")
        always: String @override(from: "old", label: "percent(100)")
        never: String @override(from: "old", label: "percent(0)")
        extra: Int
      }
    `,
  },
  create: () => {
    const orders: Row[] = [
      {
        __typename: 'Order',
        id: '1',
        total: 10,
        status: 'open',
        note: null,
        by: 'ada',
        always: 'a',
        never: 'n',
        extra: 1,
      },
      {
        __typename: 'Order',
        id: '2',
        total: null,
        status: 'paid',
        note: 'gift',
        by: null,
        always: 'b',
        never: 'm',
        extra: 2,
      },
    ];
    const find = ({ id }: Row): Row | null => orders.find((each) => each.id === id) ?? null;
    return {
      find: { Order: find },
      resolvers: { Query: { orders: () => orders, order: (_, { id }) => find({ id }), newest: () => orders[1] } },
    };
  },
  samples: { id: ['1', '2', 'gone'] },
  operations: [
    { name: 'an overridden field', query: '{ orders { id total by } }' },
    { name: 'a field half moved', query: '{ orders { status } newest { status } }' },
    { name: 'a label that is off', query: '{ orders { note } newest { note } }' },
    { name: 'a label that is on', query: '{ orders { note } newest { note } }', labels: ['notes_moved'] },
    { name: 'all the way and not at all', query: '{ orders { always never } newest { always never } }' },
    {
      name: 'everything',
      query:
        '{ orders { id total status note by always never extra } newest { id total status note by always never extra } }',
    },
  ],
});
