import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { pino } from 'pino';
import { createExecutor } from '../kit/execute.ts';
import { buildSchema } from '../kit/schema.ts';
import type { StartedSubgraph } from '../kit/start.ts';

/** Two small, real subgraphs for the router's own tests: `shop` has things with a key, `mood` says how they feel. */
export const testSdl = {
  shop: `
    extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
    type Query { things(first: Int = 2): [Thing!]! echo(text: String!): String }
    type Mutation { rename(id: ID!, name: String!): Thing }
    type Thing @key(fields: "id") { id: ID! name: String }
  `,
  mood: `
    extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
    type Thing @key(fields: "id") { id: ID! mood: String }
  `,
} as const;

export const silent = pino({ level: 'silent' });

export function createSubgraph(name: string, sdl: string, resolvers: object): StartedSubgraph {
  const schema = buildSchema(sdl, resolvers);
  const execute = createExecutor(schema);
  return {
    name,
    sdl,
    schema,
    execute,
    models: [],
    work: async () => {},
    unready: async () => null,
    close: async () => {},
  };
}

export function createShop(): StartedSubgraph {
  const things = [
    { id: '1', name: 'lamp' },
    { id: '2', name: 'rug' },
  ];
  const resolvers = {
    Query: {
      things: (_: unknown, { first }: { first: number }) => things.slice(0, first),
      echo: (_: unknown, { text }: { text: string }) => text,
    },
    Mutation: { rename: (_: unknown, { id, name }: { id: string; name: string }) => ({ id, name }) },
    Thing: { __resolveReference: ({ id }: { id: string }) => things.find((thing) => thing.id === id) },
  };
  return createSubgraph('shop', testSdl.shop, resolvers);
}

export function createMood(): StartedSubgraph {
  return createSubgraph('mood', testSdl.mood, {
    Thing: { __resolveReference: ({ id }: { id: string }) => ({ id, mood: id === '1' ? 'bright' : 'soft' }) },
  });
}

/** The supergraph of the subgraphs in `sdls`, each at http://NAME.test/graphql. */
export function composeTestGraph(sdls: Readonly<Record<string, string>>): string {
  const { supergraphSdl, errors } = composeServices(
    Object.entries(sdls).map(([name, sdl]) => ({ name, url: `http://${name}.test/graphql`, typeDefs: parse(sdl) })),
  );
  if (supergraphSdl === undefined) throw new Error(errors?.map(({ message }) => message).join('\n'));
  return supergraphSdl;
}
