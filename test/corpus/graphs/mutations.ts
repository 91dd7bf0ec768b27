import { CodedError } from '../../../kit/errors.ts';
import { defineGraph, type Row } from '../graph.ts';

/** Mutations in the order of the document, across subgraphs, with queries below them. */
export const mutations = defineGraph({
  name: 'mutations',
  seeds: 10,
  subgraphs: {
    counters: `
      type Query { counter: Counter! log: [String!]! }
      type Mutation { add(by: Int!): Counter! reset: Counter fail: Counter failHard: Counter! }
      type Counter @key(fields: "id") { id: ID! value: Int! }
    `,
    notes: `
      type Mutation { note(text: String!): Note! double: Counter! }
      type Note { text: String! at: Counter! }
      type Counter @key(fields: "id") { id: ID! history: [Int!]! }
    `,
  },
  create: () => {
    let value = 1;
    const log: string[] = [];
    const history: number[] = [];
    const counter = (): Row => ({ __typename: 'Counter', id: 'c', value });
    const set = (to: number, what: string): Row => {
      value = to;
      log.push(what);
      history.push(to);
      return counter();
    };
    return {
      find: { Counter: ({ id }) => (id === 'c' ? counter() : null) },
      resolvers: {
        Query: { counter, log: () => log },
        Mutation: {
          add: (_, { by }) => set(value + Number(by), `add ${by}`),
          double: () => set(value * 2, 'double'),
          reset: () => set(0, 'reset'),
          note: (_, { text }) => {
            log.push(`note ${text}`);
            return { text };
          },
          fail: () => {
            throw new CodedError('FORBIDDEN', 'not you');
          },
          failHard: () => {
            throw new CodedError('FORBIDDEN', 'not you');
          },
        },
        Note: { at: counter },
        Counter: { history: () => [...history], value: ({ value: then }) => then ?? value },
      },
    };
  },
  operations: [
    { name: 'one', query: 'mutation { add(by: 2) { value } }' },
    {
      name: 'one after the other in one subgraph',
      query: 'mutation { a: add(by: 2) { value } b: reset { value } c: add(by: 5) { value } }',
    },
    {
      name: 'one after the other across subgraphs',
      query:
        'mutation { a: add(by: 2) { value } b: double { id history } c: add(by: 1) { value } d: double { history } }',
    },
    {
      name: 'fields of another subgraph below',
      query: 'mutation { a: add(by: 3) { value history } n: note(text: "x") { text at { id history } } }',
    },
    {
      name: 'one that fails, and the others still run',
      query: 'mutation { a: add(by: 1) { value } fail { value } b: add(by: 1) { value history } }',
    },
    { name: 'one that fails hard takes all with it', query: 'mutation { a: add(by: 1) { value } failHard { value } }' },
    {
      name: 'with variables',
      query:
        'mutation ($n: Int!, $on: Boolean!) { add(by: $n) { value } reset @include(if: $on) { value } double @skip(if: $on) { history } }',
      variables: { n: 4, on: false },
    },
    { name: 'the type of the root', query: 'mutation { __typename add(by: 1) { __typename } }' },
  ],
});
