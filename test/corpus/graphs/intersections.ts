import { defineGraph, type Row } from '../graph.ts';

/** Enums, unions, inputs and arguments that subgraphs declare in part, and entities whose keys may be null. */
export const intersections = defineGraph({
  name: 'intersections',
  seeds: 20,
  subgraphs: {
    one: `
      type Query { users(filter: Filter): [User] user: User me(kind: Kind): User shared: [Pick] @shareable }
      type User @key(fields: "id") { id: ID kind: Kind @shareable role: Role name: String favourite: Pick }
      enum Kind { ADMIN GUEST }
      enum Role { READER WRITER }
      union Pick = Song | Book
      type Song @key(fields: "id") { id: ID! title: String }
      type Book @key(fields: "id") { id: ID! title: String }
      input Filter { kind: Kind first: Int }
    `,
    two: `
      type Query { admins: [User!] newest: User shared: [Pick] @shareable }
      type User @key(fields: "id") { id: ID kind: Kind @shareable email: String friend: User picks: [Pick!]! }
      enum Kind { ADMIN GUEST }
      enum Level { LOW HIGH }
      union Pick = Song | Film
      type Song @key(fields: "id") { id: ID! level: Level }
      type Film { name: String! }
    `,
  },
  create: () => {
    const song: Row = { __typename: 'Song', id: 's', title: 'Halo', level: 'HIGH' };
    const book: Row = { __typename: 'Book', id: 'b', title: 'Emma' };
    const film: Row = { __typename: 'Film', name: 'Ran' };
    const users: Row[] = [
      {
        __typename: 'User',
        id: '1',
        kind: 'ADMIN',
        role: 'WRITER',
        name: 'Ada',
        favourite: book,
        email: 'a@x.test',
        friendId: '2',
        picks: [song, film],
      },
      {
        __typename: 'User',
        id: '2',
        kind: 'GUEST',
        role: null,
        name: 'Bob',
        favourite: song,
        email: null,
        friendId: null,
        picks: [],
      },
    ];
    const byId = (id: unknown): Row | null => users.find((user) => user.id === id) ?? null;
    return {
      find: { User: ({ id }) => byId(id), Song: () => song, Book: () => book },
      resolvers: {
        Query: {
          users: (_, { filter }) => [
            ...users.filter(({ kind }) => !(filter as Row | undefined)?.kind || kind === (filter as Row).kind),
            null,
          ],
          user: () => users[1],
          me: (_, { kind }) => users.find((user) => user.kind === kind) ?? null,
          admins: () => [users[0]],
          newest: () => users[1],
          shared: () => [song],
        },
        User: { friend: ({ friendId }) => byId(friendId) },
      },
    };
  },
  operations: [
    { name: 'a list with a null, across subgraphs', query: '{ users { name email kind friend { name role } } }' },
    {
      name: 'a union of which each subgraph knows a part',
      query:
        '{ users { favourite { __typename ... on Song { title level } ... on Book { title } ... on Film { name } } picks { ... on Film { name } ... on Song { title } ... on Book { title } } } }',
    },
    {
      name: 'a shared union',
      query: '{ shared { ... on Song { title level } ... on Book { id } ... on Film { name } } }',
    },
    {
      name: 'enums as arguments',
      query:
        'query ($k: Kind) { me(kind: $k) { name email } guest: me(kind: GUEST) { friend { name } picks { __typename } } }',
      variables: { k: 'ADMIN' },
    },
    {
      name: 'a friend that is not there',
      query: '{ newest { friend { name email } } admins { friend { friend { name } } } }',
    },
    {
      name: 'an input object',
      query: '{ users(filter: { kind: GUEST, first: 1 }) { id email favourite { ... on Song { level } } } }',
    },
  ],
});
