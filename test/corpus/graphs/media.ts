import { defineGraph, input, type Row } from '../graph.ts';

/** An interface with a key, an interface object that adds fields to all that implement it, output and input rewrites. */
export const media = defineGraph({
  name: 'media',
  seeds: 25,
  subgraphs: {
    library: `
      type Query { media: [Media!]! medium(id: ID!): Media books: [Book!]! }
      interface Media @key(fields: "id") { id: ID! title: String! }
      type Book implements Media @key(fields: "id") { id: ID! title: String! pages: Int }
      type Film implements Media @key(fields: "id") { id: ID! title: String! minutes: Int director: String }
      type Song implements Media @key(fields: "id") { id: ID! title: String! minutes: Int }
    `,
    ratings: `
      type Query { best: Media rated(above: Int! = 2): [Media!]! }
      type Media @key(fields: "id") @interfaceObject { id: ID! score: Int ratings: [Rating!]! summary: String @requires(fields: "title") title: String! @external }
      type Rating { stars: Int! by: Critic of: Media! }
      type Critic @key(fields: "name") { name: String! }
    `,
    people: `
      type Critic @key(fields: "name") { name: String! paper: String favourite: Media }
      type Media @key(fields: "id") @interfaceObject { id: ID! }
    `,
  },
  create: () => {
    const all: Row[] = [
      { __typename: 'Book', id: 'b1', title: 'Dune', pages: 600 },
      { __typename: 'Book', id: 'b2', title: 'Emma', pages: null },
      { __typename: 'Film', id: 'f1', title: 'Ran', minutes: 162, director: 'Kurosawa' },
      { __typename: 'Song', id: 's1', title: 'Halo', minutes: 4 },
    ];
    const scores: Readonly<Record<string, number>> = { b1: 5, f1: 4, s1: 1 };
    const stars: Readonly<Record<string, readonly [number, string][]>> = {
      b1: [
        [5, 'Ann'],
        [4, 'Ben'],
      ],
      f1: [[4, 'Ann']],
    };
    const critics: Row[] = [
      { __typename: 'Critic', name: 'Ann', paper: 'Times', favouriteId: 'f1' },
      { __typename: 'Critic', name: 'Ben', paper: null, favouriteId: null },
    ];
    const find = ({ id }: Row): Row | null => all.find((each) => each.id === id) ?? null;
    return {
      find: {
        Media: find,
        Book: find,
        Film: find,
        Song: find,
        Critic: ({ name }) => critics.find((each) => each.name === name),
      },
      resolvers: {
        Query: {
          media: () => all,
          medium: (_, { id }) => find({ id }),
          books: () => all.filter(({ __typename }) => __typename === 'Book'),
          best: () => all[0],
          rated: (_, { above }) => all.filter(({ id }) => (scores[String(id)] ?? 0) > Number(above)),
        },
        Media: {
          score: ({ id }) => scores[String(id)] ?? null,
          ratings: ({ id }) => (stars[String(id)] ?? []).map(([count, critic]) => ({ stars: count, critic, id })),
          summary: (medium) =>
            `${input(medium, 'title', (row) => row.title)}: ${scores[String(medium.id)] ?? 'unrated'}`,
        },
        Rating: { by: ({ critic }) => critics.find(({ name }) => name === critic), of: find },
        Critic: { favourite: ({ favouriteId }) => find({ id: favouriteId }) },
      },
    };
  },
  samples: { id: ['b1', 'f1', 's1', 'nope'], above: [0, 3] },
  operations: [
    { name: 'fields of the interface object only', query: '{ best { id score } }' },
    { name: 'the concrete type behind an interface object', query: '{ best { __typename score } }' },
    { name: 'an alias of the concrete type', query: '{ rated { what: __typename title ... on Book { pages } } }' },
    {
      name: 'fields of a possible type from the interface object',
      query: '{ rated(above: 0) { id ... on Film { director score } ... on Song { minutes } } }',
    },
    { name: 'interface object fields on concrete types', query: '{ books { title score ratings { stars } } }' },
    { name: 'requires on an interface object', query: '{ media { summary } best { summary } }' },
    { name: 'and back to the interface', query: '{ media { ratings { of { title ... on Film { minutes } } } } }' },
    {
      name: 'through a third subgraph',
      query: '{ best { ratings { by { paper favourite { title score ... on Film { director } } } } } }',
    },
    {
      name: 'one name, different fields by type',
      query: '{ media { ... on Book { x: pages } ... on Film { x: minutes } ... on Song { x: minutes } } }',
    },
    {
      name: 'conditions on types of an interface object',
      query:
        'query ($a: Boolean!) { rated(above: 0) { ... on Film @include(if: $a) { title } ... on Book @skip(if: $a) { title } score } }',
      variables: { a: true },
    },
    { name: 'an entity that is not there', query: '{ medium(id: "nope") { title score } }' },
    {
      name: 'an interface fragment in a concrete type',
      query: '{ books { ... on Media { title score ... on Book { pages } } } }',
    },
  ],
});
