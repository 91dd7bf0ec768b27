import { ApolloServer, HeaderMap } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import type { Logger } from '../../kit/log.ts';
import { ArchipelagoGateway, type GatewayOptions } from '../gateway.ts';
import type { FetchContext } from '../transport/transport.ts';
import type { Engine } from './engine.ts';

export interface RunningEngine extends Engine {
  /** Stops the supergraph's source and closes the transports. */
  stop(): Promise<void>;
}

/** Answers through Apollo Server over our gateway. Resolves once the supergraph is loaded. */
export async function startApolloEngine(options: Omit<GatewayOptions, 'callerOf'>): Promise<RunningEngine> {
  const { log } = options;
  const gateway = new ArchipelagoGateway({ ...options, callerOf: ({ context }) => context.caller });
  const server = new ApolloServer<{ caller: FetchContext }>({
    gateway,
    logger: log,
    introspection: true,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    // The process's own shutdown stops it; by default it would listen for signals itself.
    stopOnTerminationSignals: false,
    formatError: (formatted, error) => toClientError(formatted, error, log),
  });
  await server.start();
  return {
    run: async ({ query, operationName, variables }, caller, { readOnly }) => {
      const { body, http } = await server.executeOperation(
        {
          query,
          ...(operationName !== undefined && { operationName }),
          ...(variables && { variables: { ...variables } }),
          http: { method: readOnly ? 'GET' : 'POST', headers: new HeaderMap(), search: '', body: {} },
        },
        { contextValue: { caller } },
      );
      if (body.kind !== 'single') throw new TypeError('expected one result');
      const invalid = 'data' in body.singleResult ? undefined : 'invalid';
      return { body: JSON.stringify(body.singleResult), refused: http.status === 405 ? 'mutation' : invalid };
    },
    stop: () => server.stop(),
  };
}

function toClientError(formatted: GraphQLFormattedError, error: unknown, log: Logger): GraphQLFormattedError {
  // The stock executor adds `serviceName` to what our data source has already named `service`.
  const { serviceName: _, ...extensions } = formatted.extensions ?? {};
  const isOurFault = extensions.code === 'INTERNAL_SERVER_ERROR' && extensions.service === undefined;
  if (!isOurFault) return { ...formatted, extensions };
  log.error({ err: error, path: formatted.path }, 'the router failed on an operation');
  return { ...formatted, message: 'The router failed on this operation; its log says why.', extensions };
}
