import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type ReadHeader, withServerSpan } from '../../kit/telemetry/serverSpan.ts';
import { type CallerRules, readCaller } from './caller.ts';
import { chooseEncoding, compress, LARGE } from './compress.ts';
import type { Engine } from './engine.ts';
import { type GraphqlRequest, readGetQuery, readPostBody } from './graphqlRequest.ts';
import { chooseMediaType, GRAPHQL_RESPONSE, JSON_LEGACY } from './mediaType.ts';
import { PersistedQueries } from './persistedQueries.ts';
import { preventCsrf } from './preventCsrf.ts';

const OK = 200;
const BAD_REQUEST = 400;
const METHOD_NOT_ALLOWED = 405;
const NOT_ACCEPTABLE = 406;

export interface GraphqlRouteOptions extends CallerRules {
  readonly engine: Engine;
}

/** GraphQL over HTTP (https://graphql.github.io/graphql-over-http/draft/) at /graphql: POST, and GET for queries. */
export function graphqlRoute(app: FastifyInstance, { engine, ...callerRules }: GraphqlRouteOptions): void {
  const persisted = new PersistedQueries();

  const answer = async (
    request: FastifyRequest,
    reply: FastifyReply,
    read: () => GraphqlRequest,
    readOnly: boolean,
  ): Promise<FastifyReply> => {
    const mediaType = chooseMediaType(request.headers.accept);
    if (mediaType === null) {
      const wish = `Accept ${GRAPHQL_RESPONSE} or ${JSON_LEGACY}.`;
      return reply.code(NOT_ACCEPTABLE).type('text/plain; charset=utf-8').send(wish);
    }
    reply.type(`${mediaType}; charset=utf-8`);
    preventCsrf(request.headers);
    const { operationName, variables, ...rest } = read();
    const { query, remember } = persisted.find(rest);
    const caller = await readCaller(request, reply, callerRules);
    const { body, refused } = await withServerSpan(headersOf(request), { 'service.component': 'router' }, () =>
      engine.run({ query, operationName, variables }, caller, { readOnly }),
    );
    if (refused === undefined) remember();
    if (refused === 'mutation') return reply.code(METHOD_NOT_ALLOWED).header('allow', 'POST').send(body);
    // Clients of application/json, older than the specification, take anything but 200 for a broken connection.
    reply.code(refused === 'invalid' && mediaType === GRAPHQL_RESPONSE ? BAD_REQUEST : OK);
    return send(request, reply, body);
  };

  app.get('/graphql', (request, reply) => answer(request, reply, () => readGetQuery(request.query), true));
  app.post('/graphql', (request, reply) => answer(request, reply, () => readPostBody(request.body), false));
}

function headersOf({ headers }: FastifyRequest): ReadHeader {
  return (name) => headers[name]?.toString();
}

async function send(request: FastifyRequest, reply: FastifyReply, body: string): Promise<FastifyReply> {
  if (body.length < LARGE) return reply.send(body);
  reply.header('vary', 'accept-encoding');
  const encoding = chooseEncoding(request.headers['accept-encoding']);
  if (encoding === null) return reply.send(body);
  return reply.header('content-encoding', encoding).send(await compress(body, encoding));
}
