import { readFileSync } from 'node:fs';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLSchema, parse } from 'graphql';
import { enforceDeadlines } from './deadline.ts';
import { CodedError } from './errors.ts';
import { modelReportsSdl } from './modelReports.ts';
import type { SubgraphDefinition } from './subgraph.ts';

const aiDirectives = new URL('./ai.graphql', import.meta.url);

/**
 * The island's whole SDL. What the kit adds comes last, so that line numbers are those of schema.graphql.
 * @throws CodedError `COMPOSITION_FAILED` when an AI island does not import what the kit's part uses.
 */
export function readSdl({ name, schema, models }: Pick<SubgraphDefinition, 'name' | 'schema' | 'models'>): string {
  const own = readFileSync(schema, 'utf8');
  if (models === undefined) return own;
  const missing = ['"@shareable"', '"@composeDirective"'].filter((directive) => !own.includes(directive));
  if (missing.length > 0) {
    throw new CodedError(
      'COMPOSITION_FAILED',
      `The schema of an island with models imports ${missing.join(' and ')} from the federation spec; add it to the @link of ${schema.pathname}.`,
    );
  }
  return `${own}\n${readFileSync(aiDirectives, 'utf8')}\n${modelReportsSdl(name)}`;
}

export function buildSchema(sdl: string, resolvers: object): GraphQLSchema {
  type ResolverMap =
    NonNullable<Exclude<Parameters<typeof buildSubgraphSchema>[0], readonly unknown[]>> extends infer Module
      ? Module extends { resolvers?: infer Map }
        ? Map
        : never
      : never;
  // The generated `Resolvers` types have no index signature; buildSubgraphSchema wants one and checks the names itself.
  const map = withOwnFailures(resolvers) as ResolverMap;
  return enforceDeadlines(buildSubgraphSchema({ typeDefs: parse(sdl), resolvers: map }));
}

type ResolveReference = (...given: unknown[]) => unknown;

/** What `__resolveReference` throws is told of its own entity: thrown by a plain function it would fail all of the call. */
function withOwnFailures(resolvers: object): object {
  const entries = Object.entries(resolvers).map(([name, fields]: [string, unknown]) => {
    if (typeof fields !== 'object' || fields === null || !('__resolveReference' in fields)) return [name, fields];
    const resolve = fields.__resolveReference as ResolveReference;
    return [name, { ...fields, __resolveReference: async (...given: unknown[]) => resolve(...given) }];
  });
  return Object.fromEntries(entries);
}
