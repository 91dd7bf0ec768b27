import { readFileSync } from 'node:fs';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLSchema, parse } from 'graphql';
import { enforceDeadlines } from './deadline.ts';
import type { SubgraphDefinition } from './subgraph.ts';

const aiDirectives = new URL('./ai.graphql', import.meta.url);

/** The island's whole SDL. What the kit adds comes last, so that line numbers are those of schema.graphql. */
export function readSdl({ schema, models }: Pick<SubgraphDefinition, 'schema' | 'models'>): string {
  const own = readFileSync(schema, 'utf8');
  return models === undefined ? own : `${own}\n${readFileSync(aiDirectives, 'utf8')}`;
}

export function buildSchema(sdl: string, resolvers: object): GraphQLSchema {
  type ResolverMap =
    NonNullable<Exclude<Parameters<typeof buildSubgraphSchema>[0], readonly unknown[]>> extends infer Module
      ? Module extends { resolvers?: infer Map }
        ? Map
        : never
      : never;
  // The generated `Resolvers` types have no index signature; buildSubgraphSchema wants one and checks the names itself.
  return enforceDeadlines(buildSubgraphSchema({ typeDefs: parse(sdl), resolvers: resolvers as ResolverMap }));
}
