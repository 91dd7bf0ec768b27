import { readFileSync } from 'node:fs';
import {
  buildSchema,
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLSchema,
  isScalarType,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { CodedError } from '../../kit/errors.ts';
import type { Logger } from '../../kit/log.ts';
import { parseGraphRef } from '../graphRef.ts';
import { coversVariant } from '../keys/access.ts';
import type { Registry } from '../registry.ts';
import type { ApiContext } from './context.ts';
import { GraphMutation } from './graphMutation.ts';
import { GraphNode } from './graphNode.ts';
import { VariantNode } from './variantNode.ts';

export interface ApiOptions {
  readonly registry: Registry;
  readonly log: Logger;
  /** Where a browser finds this registry. */
  readonly url: () => string;
}

export interface ApiRequest {
  readonly query: string;
  readonly operationName?: string | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  /** The secret that came in `x-api-key`. */
  readonly secret: string | undefined;
}

const MAX_TOKENS = 10_000;

/** The registry's GraphQL API, which is also the part of Apollo's platform that rover uses. */
export class Api {
  readonly #options: ApiOptions;
  readonly #schema = readSchema();

  constructor(options: ApiOptions) {
    this.#options = options;
  }

  async execute({ query, operationName, variables, secret }: ApiRequest): Promise<ExecutionResult> {
    const { registry, url } = this.#options;
    try {
      const document = readDocument(query, this.#schema);
      const contextValue: ApiContext = { registry, key: await registry.keys.authenticate(secret), url };
      const result = await execute({
        schema: this.#schema,
        document,
        operationName,
        variableValues: variables,
        contextValue,
        rootValue: this.#root(),
        typeResolver: ({ __typename }: { __typename: string }) => __typename,
      });
      return { ...result, ...(result.errors && { errors: result.errors.map((error) => this.#tell(error)) }) };
    } catch (error) {
      if (error instanceof InvalidDocument) return { errors: error.errors };
      return { errors: [this.#tell(new GraphQLError('', { originalError: error as Error }))] };
    }
  }

  #root(): object {
    const { url } = this.#options;
    return {
      frontendUrlRoot: url,
      me: (_: unknown, { key }: ApiContext) => new GraphNode(key.graph),
      // Fields of Query and Mutation have one root: the operation says which of the two is wanted.
      graph: ({ id }: { readonly id: string }, { key }: ApiContext, info: { parentType: { name: string } }) => {
        if (id !== key.graph) return null;
        return info.parentType.name === 'Mutation' ? new GraphMutation(id) : new GraphNode(id);
      },
      variant: async ({ ref: text }: { readonly ref: string }, { key, registry }: ApiContext) => {
        try {
          const ref = parseGraphRef(text);
          if (ref.graph !== key.graph || !coversVariant(key, ref.variant)) return null;
          return (await registry.launches.variants(ref.graph)).includes(ref.variant) ? new VariantNode(ref) : null;
        } catch (error) {
          if (!(error instanceof CodedError && error.code === 'BAD_USER_INPUT')) throw error;
          return { __typename: 'InvalidRefFormat', message: error.message };
        }
      },
    };
  }

  /** What is no client's business stays in the log. */
  #tell(error: GraphQLError): GraphQLError {
    const { originalError, locations, path } = error;
    if (originalError === undefined || originalError instanceof GraphQLError) return error;
    if (originalError instanceof CodedError) {
      const { message, extensions, code } = originalError;
      this.#options.log.info({ code, reason: message, path }, 'refused a request');
      return new GraphQLError(message, { nodes: error.nodes ?? null, path: path ?? null, extensions });
    }
    this.#options.log.error({ err: originalError, locations, path }, 'the API failed');
    return new GraphQLError('A fault of the registry; its log has the cause.', {
      nodes: error.nodes ?? null,
      path: path ?? null,
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    });
  }
}

class InvalidDocument extends Error {
  readonly errors: readonly GraphQLError[];

  constructor(errors: readonly GraphQLError[]) {
    super('the document is not valid');
    this.errors = errors;
  }
}

function readDocument(query: string, schema: GraphQLSchema): DocumentNode {
  let document: DocumentNode;
  try {
    document = parse(query, { maxTokens: MAX_TOKENS });
  } catch (error) {
    if (error instanceof GraphQLError) throw new InvalidDocument([withCode(error, 'GRAPHQL_PARSE_FAILED')]);
    throw error;
  }
  const errors = validate(schema, document, specifiedRules);
  if (errors.length === 0) return document;
  throw new InvalidDocument(errors.map((error) => withCode(error, 'GRAPHQL_VALIDATION_FAILED')));
}

function withCode({ message, nodes, source, positions }: GraphQLError, code: string): GraphQLError {
  return new GraphQLError(message, {
    nodes: nodes ?? null,
    source: source ?? null,
    positions: positions ?? null,
    extensions: { code },
  });
}

function readSchema(): GraphQLSchema {
  const schema = buildSchema(readFileSync(new URL('schema.graphql', import.meta.url), 'utf8'));
  const timestamp = schema.getType('Timestamp');
  if (!isScalarType(timestamp)) throw new Error('expected the scalar Timestamp');
  timestamp.serialize = (value) => (value as Date).toISOString();
  timestamp.parseValue = readTimestamp;
  return schema;
}

function readTimestamp(value: unknown): Date {
  const date = new Date(typeof value === 'string' ? value : Number.NaN);
  if (!Number.isNaN(date.getTime())) return date;
  throw new GraphQLError(
    `Expected an instant in ISO 8601, such as "2026-12-01T00:00:00Z"; got ${JSON.stringify(value)}.`,
  );
}
