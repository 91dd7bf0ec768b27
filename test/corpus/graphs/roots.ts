import { defineGraph, type Row } from '../graph.ts';

/** Root types by other names, an interface whose implementations live in different subgraphs, parallel roots. */
export const roots = defineGraph({
  name: 'roots',
  seeds: 20,
  subgraphs: {
    cats: `
      schema { query: CatQuery mutation: CatMutation }
      type CatQuery { cats: [Cat!]! pets: [Pet!]! anyone: Owner self: CatQuery! }
      type CatMutation { feed(id: ID!): Cat }
      interface Pet { id: ID! name: String! owner: Owner }
      type Cat implements Pet @key(fields: "id") { id: ID! name: String! owner: Owner lives: Int }
      type Dog implements Pet @key(fields: "id") { id: ID! name: String! owner: Owner }
      type Owner @key(fields: "id") { id: ID! }
    `,
    owners: `
      schema { query: Q }
      type Q { owners: [Owner!]! version: String }
      type Owner @key(fields: "id") { id: ID! name: String pets: [Pet!]! favourite: Pet }
      interface Pet { id: ID! }
      type Cat implements Pet @key(fields: "id") { id: ID! }
      type Dog implements Pet @key(fields: "id") { id: ID! bark: String }
    `,
  },
  create: () => {
    const pets: Row[] = [
      { __typename: 'Cat', id: 'c', name: 'Tom', ownerId: '1', lives: 9 },
      { __typename: 'Dog', id: 'd', name: 'Rex', ownerId: '2', bark: 'woof' },
      { __typename: 'Cat', id: 'e', name: 'Kit', ownerId: null, lives: null },
    ];
    const owners: Row[] = [
      { __typename: 'Owner', id: '1', name: 'Ann' },
      { __typename: 'Owner', id: '2', name: null },
    ];
    const pet = ({ id }: Row): Row | undefined => pets.find((each) => each.id === id);
    const owner = (id: unknown): Row | null => owners.find((each) => each.id === id) ?? null;
    const query: Readonly<Record<string, () => unknown>> = {
      cats: () => pets.filter(({ __typename }) => __typename === 'Cat'),
      pets: () => pets,
      anyone: () => owners[0],
      self: () => ({}),
      owners: () => owners,
      version: () => 'v1',
    };
    const mutation = { feed: (_: Row, { id }: Row) => pet({ id }) };
    return {
      find: { Cat: pet, Dog: pet, Owner: ({ id }) => owner(id) },
      resolvers: {
        Query: query,
        CatQuery: query,
        Q: query,
        Mutation: mutation,
        CatMutation: mutation,
        Pet: { owner: ({ ownerId }) => owner(ownerId) },
        Owner: {
          pets: ({ id }) => pets.filter(({ ownerId }) => ownerId === id),
          favourite: ({ id }) => pets.find(({ ownerId }) => ownerId === id),
        },
      },
    };
  },
  samples: { id: ['c', 'd', 'gone'] },
  operations: [
    { name: 'parallel roots', query: '{ cats { name } owners { name } version }' },
    {
      name: 'an interface and its types',
      query: '{ pets { __typename id name ... on Cat { lives owner { name } } ... on Dog { bark } } }',
    },
    {
      name: 'an interface that came from the other subgraph',
      query: '{ owners { pets { id ... on Cat { name lives } ... on Dog { name bark } } } }',
    },
    {
      name: 'interface fields that only the other subgraph has',
      query: '{ owners { favourite { name owner { pets { name } } } } }',
    },
    { name: 'the root within the root', query: '{ self { cats { name } owners { name } self { version } } }' },
    { name: 'a mutation', query: 'mutation { feed(id: "c") { name owner { name } } }' },
    {
      name: 'the names of the roots',
      query: '{ __typename __schema { queryType { name } mutationType { name } } self { __typename } }',
    },
  ],
});
