import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';
import { createHttpApp, type HttpAppOptions } from '../../kit/http.ts';
import { answerError } from './errorHandler.ts';
import { explorerRoutes } from './explorer.ts';
import { type GraphqlRouteOptions, graphqlRoute } from './graphqlRoute.ts';

export interface RouterServerOptions extends HttpAppOptions, GraphqlRouteOptions {
  /** The operation that the explorer shows at first. */
  readonly firstQuery: string;
}

/** The router's HTTP side: /graphql, an explorer at /, and /live, /ready, /metrics. It listens when told to. */
export async function createRouterServer(options: RouterServerOptions): Promise<FastifyInstance> {
  const app = createHttpApp(options);
  app.setErrorHandler(answerError);
  // Any site may ask, Apollo Sandbox among them: no answer depends on a cookie.
  await app.register(cors, { origin: '*', methods: ['GET', 'POST'], maxAge: 86_400 });
  graphqlRoute(app, options);
  explorerRoutes(app, options.firstQuery);
  return app;
}
