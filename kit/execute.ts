// Telemetry replaces parse, validate and execute in graphql's module object; a named import would keep the originals.
import graphql, { type DocumentNode, type ExecutionResult, GraphQLError, type GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import { toBadRequest, toClientError } from './clientErrors.ts';
import type { RequestContext } from './context.ts';
import type { SubgraphRequest } from './subgraph.ts';

/** Distinct documents kept parsed and validated; a router sends few. */
const PREPARED_DOCUMENTS = 1_000;

export type Execute = (request: SubgraphRequest, context: RequestContext) => Promise<ExecutionResult>;

/** Executes requests against one schema, parsing and validating each distinct document once. */
export function createExecutor(schema: GraphQLSchema): Execute {
  const prepared = new LRUCache<string, DocumentNode | readonly GraphQLError[]>({ max: PREPARED_DOCUMENTS });

  const prepare = (query: string): DocumentNode | readonly GraphQLError[] => {
    let document = prepared.get(query);
    if (document === undefined) {
      document = parseAndValidate(schema, query);
      prepared.set(query, document);
    }
    return document;
  };

  return async ({ query, variables, operationName }, context) => {
    const document = prepare(query);
    if (!('kind' in document)) return { errors: document };
    const result = await graphql.execute({
      schema,
      document,
      contextValue: context,
      variableValues: variables,
      operationName,
    });
    if (!result.errors) return result;
    const tell = 'data' in result ? (error: GraphQLError) => toClientError(error, context.log) : toBadRequest;
    return { ...result, errors: result.errors.map(tell) };
  };
}

function parseAndValidate(schema: GraphQLSchema, query: string): DocumentNode | readonly GraphQLError[] {
  try {
    const document = graphql.parse(query);
    const errors = graphql.validate(schema, document);
    return errors.length === 0 ? document : errors;
  } catch (error) {
    if (error instanceof GraphQLError) return [error];
    throw error;
  }
}
