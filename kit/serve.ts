import { ApolloServer, type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { RequestContext } from './context.ts';
import { createHttpApp } from './http.ts';
import { createIdentityVerifier, IDENTITY_HEADER } from './identity.ts';
import type { Logger } from './log.ts';
import { createRequestContext, DEADLINE_HEADER, readDeadlineHeader } from './requestContext.ts';
import type { StartedSubgraph } from './start.ts';
import { readMetrics } from './telemetry/metrics.ts';
import { withServerSpan } from './telemetry/serverSpan.ts';

export interface ServeOptions {
  readonly log: Logger;
  /** Shared with the router, which signs with it on whose behalf it asks. Without it everyone is anonymous. */
  readonly identityKey?: string | undefined;
}

/**
 * Puts a started island behind HTTP: GraphQL at /graphql, and /live, /ready, /metrics.
 * Apollo Server speaks the protocol; the island's own `execute` answers, the same that the in-process transport calls.
 */
export async function serveSubgraph(
  subgraph: StartedSubgraph,
  { log, identityKey }: ServeOptions,
): Promise<FastifyInstance> {
  const verifyIdentity = createIdentityVerifier(identityKey);
  const app = createHttpApp({ log, unready: subgraph.unready, metrics: readMetrics });
  const server = new ApolloServer<RequestContext>({
    schema: subgraph.schema,
    // Federation needs the schema of a subgraph to be readable; what the public may read is the router's to decide.
    introspection: true,
    includeStacktraceInErrorResponses: false,
    // Apollo Server would send the process a second signal once it has stopped, which ends it before it has closed the rest.
    stopOnTerminationSignals: false,
    logger: log,
    plugins: [fastifyApolloDrainPlugin(app), executeWith(subgraph)],
  });
  await server.start();
  await app.register(fastifyApollo(server), {
    path: '/graphql',
    context: async (request: FastifyRequest, reply: FastifyReply) =>
      createRequestContext({
        identity: verifyIdentity(request.headers[IDENTITY_HEADER]),
        budgetMs: readDeadlineHeader(request.headers[DEADLINE_HEADER]),
        signal: abortOnDisconnect(reply),
        log: log.child({ requestId: request.id }),
      }),
  });
  return app;
}

function executeWith({ name, execute }: StartedSubgraph): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: async () => ({
      responseForOperation: async ({ request: { operationName, variables, http }, source, contextValue }) => {
        const { errors, ...rest } = await withServerSpan(
          (header) => http?.headers.get(header),
          { 'subgraph.name': name },
          () => execute({ query: source, operationName, variables }, contextValue),
        );
        const singleResult = errors ? { ...rest, errors: errors.map((error) => error.toJSON()) } : rest;
        return { http: { headers: new HeaderMap() }, body: { kind: 'single', singleResult } };
      },
    }),
  };
}

function abortOnDisconnect(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  reply.raw.on('close', () => {
    if (!reply.raw.writableFinished) controller.abort();
  });
  return controller.signal;
}
