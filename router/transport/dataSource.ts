import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import type { GatewayGraphQLRequestContext } from '@apollo/server-gateway-interface';
import type { GraphQLFormattedError } from 'graphql';
import { CodedError } from '../../kit/errors.ts';
import type { Logger } from '../../kit/log.ts';
import { nulledPaths } from './nulledPaths.ts';
import type { FetchContext, SubgraphError, SubgraphResponse, Transport } from './transport.ts';

export interface DataSourceOptions {
  /** The subgraph's name. */
  readonly name: string;
  readonly transport: Transport;
  readonly callerOf: (requestContext: GatewayGraphQLRequestContext) => FetchContext;
  readonly log: Logger;
}

/**
 * Lets the stock executor fetch through our transports. A failed fetch becomes errors with the paths of the fields
 * that it leaves null: what the stock executor makes of a thrown error has neither a path nor the subgraph's name.
 */
export function createDataSource({ name, transport, callerOf, log }: DataSourceOptions): GraphQLDataSource {
  const attempt = async (options: GraphQLDataSourceProcessOptions): Promise<SubgraphResponse> => {
    if (!('incomingRequestContext' in options)) throw new TypeError('the supergraph manager reads no subgraph itself');
    const { query = '', operationName, variables = {} } = options.request;
    const kind = query.startsWith('mutation') ? 'mutation' : 'query';
    try {
      const response = await transport.fetch(
        { query, operationName, variables: JSON.stringify(variables), kind },
        callerOf(options.incomingRequestContext),
      );
      checkEntities(response, variables.representations);
      return response;
    } catch (error) {
      if (error instanceof CodedError) return { errors: [{ message: error.message, extensions: error.extensions }] };
      log.error({ err: error, subgraph: name }, 'a fetch failed');
      const message = `The subgraph "${name}" did not answer as it should.`;
      return { errors: [{ message, extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }] };
    }
  };

  return {
    process: async (options) => {
      const { data = null, errors } = await attempt(options);
      if (errors === undefined) return { data };
      const { query = '', variables = {} } = options.request;
      return {
        data,
        errors: errors.flatMap((error) => {
          const paths = error.path ? [error.path] : nulledPaths(query, variables.representations);
          return paths.map((path) => toClient(error, path, name));
        }),
      };
    },
  };
}

/** A subgraph's own error keeps its message, code and details; where and how it was made is not for the client. */
function toClient(error: SubgraphError, path: readonly (string | number)[], service: string): GraphQLFormattedError {
  const { stacktrace: _, exception: __, response: ___, http: ____, ...details } = error.extensions ?? {};
  return { message: error.message, path, extensions: { code: 'INTERNAL_SERVER_ERROR', ...details, service } };
}

function checkEntities({ data }: SubgraphResponse, representations: unknown): void {
  if (!data || !Array.isArray(representations)) return;
  const entities = data._entities;
  if (Array.isArray(entities) && entities.length === representations.length) return;
  const got = Array.isArray(entities) ? String(entities.length) : 'no list';
  throw new Error(`expected ${representations.length} entities; got ${got}`);
}
