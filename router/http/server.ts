import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';
import { createHttpApp, type HttpAppOptions } from '../../kit/http.ts';
import type { Uploads } from '../../kit/uploads/uploads.ts';
import { answerError } from './errorHandler.ts';
import { explorerRoutes } from './explorer.ts';
import { type GraphqlRouteOptions, graphqlRoute } from './graphqlRoute.ts';
import { operationsRoute } from './operationsRoute.ts';
import { uploadsRoute } from './uploadsRoute.ts';

export interface RouterServerOptions extends HttpAppOptions, GraphqlRouteOptions {
  /** The operation that the explorer shows at first. */
  readonly firstQuery: string;
  /** Where uploads are kept; without it there is no /uploads. */
  readonly uploads?: (() => Promise<Uploads>) | undefined;
}

/** What scripts of other sites may read of an answer. */
const EXPOSED_HEADERS = ['location', 'preference-applied', 'retry-after'];

/** The router's HTTP side: /graphql, /operations, /uploads, an explorer at /, and /live, /ready, /metrics. It listens when told to. */
export async function createRouterServer(options: RouterServerOptions): Promise<FastifyInstance> {
  const app = createHttpApp(options);
  app.setErrorHandler(answerError);
  // Any site may ask, Apollo Sandbox among them: no answer depends on a cookie.
  await app.register(cors, {
    origin: '*',
    methods: ['GET', 'POST'],
    exposedHeaders: EXPOSED_HEADERS,
    maxAge: 86_400,
  });
  graphqlRoute(app, options);
  if (options.operations) operationsRoute(app, options.operations, options);
  if (options.uploads) await uploadsRoute(app, options.uploads, options);
  explorerRoutes(app, options.firstQuery);
  return app;
}
