import { defineGraph, type Row } from '../graph.ts';

/** Unions, interfaces with fields, one response name with different types, value types, lists of unions. */
export const search = defineGraph({
  name: 'search',
  seeds: 30,
  subgraphs: {
    index: `
      type Query { search(text: String!): [Result!]! first: Result node(id: ID!): Node pinned: [[Result]] }
      union Result = Article | Person | Place
      interface Node { id: ID! }
      type Article implements Node & Titled @key(fields: "id") { id: ID! title: String! author: Person related: [Result] size: Size @shareable }
      type Person implements Node @key(fields: "id") { id: ID! }
      type Place implements Node & Titled @key(fields: "id") { id: ID! title: String at: Point }
      interface Titled { title: String }
      type Point @shareable { x: Float! y: Float! }
      type Size @shareable { value: Int! unit: String }
    `,
    people: `
      type Person @key(fields: "id") { id: ID! title: Int name: String! home: Place works: [Work!]! size: Size @shareable }
      type Place @key(fields: "id") { id: ID! people: [Person!]! }
      union Work = Book | Article
      type Book { isbn: String! title: String! }
      type Article @key(fields: "id") { id: ID! words: Int! size: Size @shareable }
      type Size @shareable { value: Int! unit: String }
    `,
  },
  create: () => {
    const size = (value: number, unit: string | null): Row => ({ __typename: 'Size', value, unit });
    const all: Row[] = [
      {
        __typename: 'Article',
        id: 'a1',
        title: 'On Tea',
        authorId: 'p1',
        relatedIds: ['p1', 'l1', 'gone', 'a2'],
        words: 900,
        size: size(9, 'kB'),
      },
      { __typename: 'Article', id: 'a2', title: 'On Ink', authorId: null, relatedIds: null, words: 12, size: null },
      { __typename: 'Person', id: 'p1', title: 7, name: 'Ada', homeId: 'l1', size: size(170, 'cm') },
      { __typename: 'Person', id: 'p2', title: null, name: 'Bob', homeId: null, size: size(1, null) },
      { __typename: 'Place', id: 'l1', title: 'Bali', at: { x: 115.1, y: -8.4 } },
      { __typename: 'Place', id: 'l2', title: null, at: null },
    ];
    const find = ({ id }: Row): Row | null => all.find((each) => each.id === id) ?? null;
    return {
      find: { Article: find, Person: find, Place: find },
      resolvers: {
        Query: {
          search: (_, { text }) => (text === 'none' ? [] : all),
          first: () => all[2],
          node: (_, { id }) => find({ id }),
          pinned: () => [[all[0], null, all[3]], null, [], [all[4]]],
        },
        Article: {
          author: ({ authorId }) => find({ id: authorId }),
          related: ({ relatedIds }) => (Array.isArray(relatedIds) ? relatedIds.map((id) => find({ id })) : null),
        },
        Person: {
          home: ({ homeId }) => find({ id: homeId }),
          works: ({ id }) =>
            id === 'p1' ? [{ __typename: 'Book', isbn: '978', title: 'Tea' }, find({ id: 'a1' })] : [],
        },
        Place: { people: ({ id }) => all.filter(({ homeId }) => homeId === id) },
      },
    };
  },
  samples: { id: ['a1', 'p1', 'l1', 'gone'], text: ['x', 'none'] },
  operations: [
    {
      name: 'a union by type',
      query:
        '{ search(text: "x") { __typename ... on Article { title words } ... on Person { name } ... on Place { at { x y } } } }',
    },
    { name: 'a union with nothing but its type', query: '{ search(text: "x") { __typename } }' },
    {
      name: 'a union of which some types are not asked',
      query: '{ search(text: "x") { ... on Person { name home { title } } } }',
    },
    {
      name: 'one response name with three types',
      query:
        '{ search(text: "x") { ... on Article { title } ... on Person { t: title name } ... on Place { label: title } } }',
    },
    {
      name: 'one response name, different nullability',
      query:
        '{ search(text: "x") { ... on Article { v: title } ... on Place { w: title } ... on Person { v2: name } } }',
    },
    { name: 'an interface on a union', query: '{ search(text: "x") { ... on Titled { title } ... on Node { id } } }' },
    {
      name: 'an interface with more in a fragment',
      query:
        '{ node(id: "a1") { id ... on Titled { title } ... on Article { words related { ... on Person { name } ... on Titled { title } } } } }',
    },
    {
      name: 'lists of lists of a union',
      query: '{ pinned { ... on Article { title words } ... on Person { name } ... on Place { people { name } } } }',
    },
    {
      name: 'a value type from two subgraphs',
      query: '{ search(text: "x") { ... on Article { size { value unit } } ... on Person { size { value } } } }',
    },
    {
      name: 'a union within a union',
      query:
        '{ search(text: "x") { ... on Person { works { __typename ... on Book { title } ... on Article { title author { name } } } } } }',
    },
    {
      name: 'the same alias for entities of different types',
      query: '{ search(text: "x") { ... on Article { it: author { name } } ... on Person { it: home { title } } } }',
    },
    {
      name: 'fragments on types that cannot be',
      query: '{ first { ... on Titled { ... on Article { words } title } ... on Person { name ... on Node { id } } } }',
    },
    { name: 'an empty list', query: '{ search(text: "none") { ... on Person { name } } }' },
    {
      name: 'named fragments on a union',
      query:
        '{ search(text: "x") { ...R } } fragment R on Result { __typename ...A ...P } fragment A on Article { id title } fragment P on Person { id home { ...L } } fragment L on Place { title people { id name } }',
    },
  ],
});
