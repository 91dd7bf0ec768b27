import { CodedError } from '../../../kit/errors.ts';
import { defineGraph, type Row } from '../graph.ts';

/** Resolvers that throw, nulls where none may be, bubbling through lists and across subgraphs. */
export const nulls = defineGraph({
  name: 'nulls',
  seeds: 25,
  subgraphs: {
    first: `
      type Query { boxes: [Box!] maybe: [Box] strict: [Box!]! box(id: ID!): Box fails: String failsHard: Box! wrapped: Wrap }
      type Wrap { box: Box! boxes: [Box!]! }
      type Box @key(fields: "id") { id: ID! label: String good: String! fragile: String! inner: Box children: [Box!] grid: [[Int!]!] }
    `,
    second: `
      type Box @key(fields: "id") { id: ID! color: String solid: String! brittle: String! note: String lid: Lid hard: Lid! tags: [String!]! }
      type Lid { size: Int! colour: String }
    `,
  },
  create: () => {
    const boxes: Row[] = [
      {
        id: '1',
        label: 'one',
        good: 'g',
        fragile: 'f',
        color: 'red',
        solid: 's',
        brittle: 'b',
        note: 'n',
        lid: { size: 1, colour: 'x' },
        hard: { size: 2 },
        tags: ['t'],
        childIds: ['2', '3'],
        innerId: '3',
        grid: [[1, 2], [3]],
      },
      {
        id: '2',
        label: null,
        good: 'g',
        fragile: null,
        color: null,
        solid: 's',
        brittle: null,
        note: new CodedError('NOT_FOUND', 'no note'),
        lid: { size: null },
        hard: { size: 3 },
        tags: ['t', null],
        childIds: null,
        innerId: '1',
        grid: [[1, null], [3]],
      },
      {
        id: '3',
        label: 'three',
        good: 'g',
        fragile: new CodedError('FORBIDDEN', 'not yours'),
        color: 'blue',
        solid: 's',
        brittle: new CodedError('OVERLOADED', 'busy'),
        note: null,
        lid: null,
        hard: null,
        tags: [],
        childIds: [],
        innerId: null,
        grid: [null],
      },
    ].map((box) => ({ __typename: 'Box', ...box }));
    const find = ({ id }: Row): Row | null => boxes.find((each) => each.id === id) ?? null;
    const orThrow =
      (field: string) =>
      (row: Row): unknown => {
        const value = row[field];
        if (value instanceof Error) throw value;
        return value;
      };
    const throws = (): never => {
      throw new CodedError('MODEL_FAILED', 'it broke');
    };
    return {
      find: { Box: find },
      resolvers: {
        Query: {
          boxes: () => boxes,
          maybe: () => [boxes[0], null, boxes[2]],
          strict: () => boxes.slice(0, 2),
          box: (_, { id }) => find({ id }),
          fails: throws,
          failsHard: throws,
          wrapped: () => ({}),
        },
        Wrap: { box: () => boxes[1], boxes: () => boxes },
        Box: {
          fragile: orThrow('fragile'),
          brittle: orThrow('brittle'),
          note: orThrow('note'),
          inner: ({ innerId }) => find({ id: innerId }),
          children: ({ childIds }) => (Array.isArray(childIds) ? childIds.map((id) => find({ id })) : null),
        },
      },
    };
  },
  samples: { id: ['1', '2', '3', 'gone'] },
  operations: [
    { name: 'a nullable field that throws', query: '{ fails boxes { id note } }' },
    { name: 'a non-null field that is null', query: '{ boxes { id fragile } }' },
    { name: 'a non-null field that is null in a list that may have nulls', query: '{ maybe { id fragile } }' },
    {
      name: 'a non-null field that throws in another subgraph',
      query: '{ maybe { id brittle } box(id: "1") { brittle } }',
    },
    { name: 'a null that reaches the root', query: '{ strict { id brittle } }' },
    { name: 'a null that reaches the root from a root field', query: '{ failsHard { id } boxes { id } }' },
    { name: 'a null through a wrapper', query: '{ wrapped { box { solid } } other: wrapped { boxes { brittle } } }' },
    { name: 'a null in a value of another subgraph', query: '{ boxes { id lid { size } } maybe { hard { size } } }' },
    { name: 'a null in a list of strings', query: '{ maybe { tags } box(id: "2") { tags } }' },
    {
      name: 'a null in lists of lists',
      query: '{ maybe { grid } box(id: "2") { grid } three: box(id: "3") { grid } }',
    },
    { name: 'errors under aliases', query: '{ all: maybe { x: note y: inner { z: brittle } } }' },
    { name: 'errors below an inner box', query: '{ box(id: "1") { children { id note inner { fragile } } } }' },
    { name: 'the same error twice', query: '{ boxes { note other: note } }' },
  ],
});
