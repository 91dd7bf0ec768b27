import { defineGraph, input, type Row } from '../graph.ts';

/** Enums with hidden values, custom scalars, inaccessible fields and types, input objects, tags. */
export const scalars = defineGraph({
  name: 'scalars',
  seeds: 25,
  subgraphs: {
    things: `
      scalar JSON
      scalar Date
      type Query {
        things(filter: Filter, order: [Order!] = [ASC]): [Thing!]!
        thing(id: ID!): Thing
        echo(input: Nested!): JSON
        numbers(int: Int, float: Float, id: ID, bool: Boolean, list: [Int], json: JSON): JSON
        hidden: Secret @inaccessible
        either: [Either]
      }
      input Filter { color: Color names: [String!] nested: Nested }
      input Nested { value: JSON depth: Int = 3 inner: Nested tags: [[String!]] }
      enum Order { ASC DESC }
      enum Color { RED GREEN BLUE @inaccessible }
      type Secret @inaccessible { code: String }
      union Either = Thing | Secret
      type Thing @key(fields: "id") @tag(name: "public") { id: ID! color: Color colors: [Color] data: JSON born: Date big: Float secret: String @inaccessible flag: Boolean!  count: Int }
    `,
    more: `
      scalar JSON
      type Thing @key(fields: "id") { id: ID! secret: String @external data: JSON @external
        guessed: String @requires(fields: "secret") copy: JSON @requires(fields: "data") shade: Shade }
      enum Shade { LIGHT DARK }
    `,
  },
  create: () => {
    const things: Row[] = [
      {
        id: '1',
        color: 'RED',
        colors: ['RED', 'GREEN'],
        data: { a: [1, { b: null }], __proto: 'x' },
        born: '2020-01-01',
        big: 1e21,
        secret: 's1',
        flag: true,
        count: 0,
        shade: 'DARK',
      },
      {
        id: '2',
        color: 'BLUE',
        colors: ['RED', 'BLUE', null],
        data: 'text "quoted"',
        born: null,
        big: -0.5,
        secret: null,
        flag: false,
        count: -3,
        shade: null,
      },
      {
        id: '3',
        color: null,
        colors: null,
        data: 17,
        born: '1999-12-31',
        big: 3,
        secret: 's3',
        flag: true,
        count: 2_147_483_647,
        shade: 'LIGHT',
      },
    ].map((thing) => ({ __typename: 'Thing', ...thing }));
    const find = ({ id }: Row): Row | null => things.find((each) => each.id === id) ?? null;
    return {
      find: { Thing: find },
      resolvers: {
        Query: {
          things: (_, { filter, order }) => {
            const { color, names } = (filter ?? {}) as Row;
            const fitting = things
              .filter((thing) => !color || thing.color === color)
              .filter((thing) => !Array.isArray(names) || names.includes(thing.id));
            return Array.isArray(order) && order[0] === 'DESC' ? fitting.reverse() : fitting;
          },
          thing: (_, { id }) => find({ id }),
          echo: (_, { input }) => input,
          numbers: (_, given) => given,
          either: () => [things[0], { __typename: 'Secret', code: 'x' }, things[1]],
        },
        Thing: {
          guessed: (thing) => {
            const secret = input(thing, 'secret', (row) => row.secret);
            return secret === null ? null : `${secret}!`;
          },
          copy: (thing) => input(thing, 'data', (row) => row.data),
        },
      },
    };
  },
  samples: {
    id: ['1', '2', 'gone'],
    filter: [null, {}, { color: 'RED' }, { names: ['1', '3'], nested: { value: [1], tags: [['x']] } }],
    order: [['ASC'], ['DESC']],
    json: [1, 'x', null],
    input: [{ value: 1 }, { inner: { value: 'x', depth: 1 }, tags: [['a'], []] }],
    int: [0, 5, null],
  },
  operations: [
    {
      name: 'scalars of all kinds',
      query: '{ things { id color colors data born big flag count shade guessed copy } }',
    },
    { name: 'an enum value that is hidden', query: '{ thing(id: "2") { color colors } }' },
    { name: 'an input that a hidden field gives', query: '{ things { guessed } }' },
    { name: 'a hidden member of a union', query: '{ either { ... on Thing { id shade } __typename } }' },
    {
      name: 'an input object in the document',
      query: '{ echo(input: { value: { a: [1, "x", null, true, 1.5], e: RED }, tags: [["x"], []] }) }',
    },
    {
      name: 'an input object as a variable',
      query: 'query ($i: Nested!) { echo(input: $i) }',
      variables: { i: { value: { deep: [{}] }, inner: { value: null } } },
    },
    {
      name: 'a variable within an input object',
      query: 'query ($v: JSON, $t: [String!]!) { echo(input: { value: $v, tags: [$t, ["z"]] }) }',
      variables: { v: { x: 1 }, t: ['y'] },
    },
    { name: 'a list where one value is given', query: 'query ($l: [Int]) { numbers(list: $l) }', variables: { l: 3 } },
    { name: 'numbers as ids', query: 'query ($i: ID) { numbers(id: $i) }', variables: { i: 17 } },
    {
      name: 'all kinds of numbers',
      query:
        'query ($f: Float, $i: Int, $b: Boolean) { numbers(float: $f, int: $i, bool: $b) n: numbers(float: 1e3, int: -1) }',
      variables: { f: 3, i: 0, b: false },
    },
    {
      name: 'enums as variables',
      query: 'query ($c: Color, $o: [Order!]) { things(filter: { color: $c }, order: $o) { id } }',
      variables: { c: 'RED', o: ['DESC'] },
    },
    {
      name: 'a variable that is left out',
      query: 'query ($c: Color, $o: [Order!]) { things(filter: { color: $c }, order: $o) { id } }',
    },
    {
      name: 'a whole filter',
      query: 'query ($f: Filter) { things(filter: $f) { id copy } }',
      variables: { f: { names: ['1', '3'], nested: { value: 'v' } } },
    },
    {
      name: 'introspection hides what is inaccessible',
      query:
        '{ a: __type(name: "Secret") { name } b: __type(name: "Color") { enumValues { name } } c: __type(name: "Thing") { fields { name } } d: __type(name: "Either") { possibleTypes { name } } }',
    },
  ],
});
