import { defineGraph, type Row } from '../graph.ts';

/** @provides on objects, interfaces and unions; @shareable fields; value types. */
export const provides = defineGraph({
  name: 'provides',
  seeds: 20,
  subgraphs: {
    feed: `
      type Query { feed: [Post!]! top: Post @provides(fields: "author { name } likes") mixed: [Entry!]! @provides(fields: "... on Post { author { name } }") }
      union Entry = Post | Ad
      type Post @key(fields: "id") { id: ID! text: String author: Author @provides(fields: "name badge { label }") likes: Int @external origin: Origin @shareable }
      type Author @key(fields: "id") { id: ID! name: String @external badge: Badge @external }
      type Badge @key(fields: "id") { id: ID! label: String @external }
      type Ad { text: String price: Int! }
      type Origin @shareable { host: String! path: String }
    `,
    people: `
      type Query { authors: [Author!]! }
      type Author @key(fields: "id") { id: ID! name: String @shareable badge: Badge @shareable email: String! }
      type Badge @key(fields: "id") { id: ID! label: String @shareable since: Int }
    `,
    likes: `
      type Post @key(fields: "id") { id: ID! likes: Int @shareable fans: [Author!]! origin: Origin @shareable }
      type Author @key(fields: "id", resolvable: false) { id: ID! }
      type Origin @shareable { host: String! path: String }
    `,
  },
  create: () => {
    const badges: Row[] = [{ __typename: 'Badge', id: 'g', label: 'gold', since: 2001 }];
    const authors: Row[] = [
      { __typename: 'Author', id: '1', name: 'Ada', badge: badges[0], email: 'a@x.test' },
      { __typename: 'Author', id: '2', name: null, badge: null, email: 'b@x.test' },
    ];
    const posts: Row[] = [
      {
        __typename: 'Post',
        id: 'p',
        text: 'hi',
        author: authors[0],
        likes: 7,
        origin: { host: 'h', path: '/p' },
        fans: authors,
      },
      { __typename: 'Post', id: 'q', text: null, author: authors[1], likes: null, origin: null, fans: [] },
      {
        __typename: 'Post',
        id: 'r',
        text: 'yo',
        author: null,
        likes: 0,
        origin: { host: 'h', path: null },
        fans: [authors[1]],
      },
    ];
    const by =
      (rows: readonly Row[]) =>
      ({ id }: Row): Row | undefined =>
        rows.find((row) => row.id === id);
    return {
      find: { Post: by(posts), Author: by(authors), Badge: by(badges) },
      resolvers: {
        Query: {
          feed: () => posts,
          top: () => posts[0],
          mixed: () => [posts[0], { __typename: 'Ad', text: 'buy', price: 5 }, posts[2]],
          authors: () => authors,
        },
      },
    };
  },
  operations: [
    { name: 'what is provided', query: '{ feed { author { name badge { label } } } }' },
    {
      name: 'what is provided and what is not',
      query: '{ feed { author { name email badge { label since } } likes } }',
    },
    { name: 'provided by the root field', query: '{ top { likes author { name } fans { name } } }' },
    {
      name: 'provided on a member of a union',
      query: '{ mixed { __typename ... on Post { text author { name email } } ... on Ad { text price } } }',
    },
    { name: 'a value type from either', query: '{ feed { origin { host path } fans { id } } }' },
    {
      name: 'aliases on what is provided',
      query: '{ feed { id: text author { id: name name: id x: badge { id: label } } likes: id l: likes } }',
    },
  ],
});
