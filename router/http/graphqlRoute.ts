import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type ReadHeader, withServerSpan } from '../../kit/telemetry/serverSpan.ts';
import type { Caller } from '../execution/caller.ts';
import type { JsonAnswer, OperationRequest, Refusal } from '../supergraph/snapshot.ts';
import { type CallerRules, readCaller } from './caller.ts';
import { chooseEncoding, compress, LARGE } from './compress.ts';
import { type GraphqlRequest, readGetQuery, readPostBody } from './graphqlRequest.ts';
import { chooseMediaType, GRAPHQL_RESPONSE, JSON_LEGACY, type ResponseMediaType } from './mediaType.ts';
import { PersistedQueries } from './persistedQueries.ts';
import { preventCsrf } from './preventCsrf.ts';

const OK = 200;
const NOT_ACCEPTABLE = 406;
const REFUSED: Readonly<Record<Refusal, number>> = { invalid: 400, readOnly: 405, overloaded: 503, fault: 500 };

export interface GraphqlRouteOptions extends CallerRules {
  /** Answers an operation; it never rejects. */
  readonly execute: (request: OperationRequest, caller: Caller) => Promise<JsonAnswer>;
}

/** GraphQL over HTTP (https://graphql.github.io/graphql-over-http/draft/) at /graphql: POST, and GET for queries. */
export function graphqlRoute(app: FastifyInstance, { execute, ...callerRules }: GraphqlRouteOptions): void {
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
    const { query, newHash } = persisted.find(rest);
    const caller = await readCaller(request, reply, callerRules);
    const { json, refused } = await withServerSpan(headersOf(request), { 'service.component': 'router' }, () =>
      execute({ query, operationName, variables, readOnly }, caller),
    );
    if (refused === null && newHash !== undefined) persisted.remember(newHash, query);
    if (refused === 'readOnly') reply.header('allow', 'POST');
    reply.code(statusOf(refused, mediaType));
    return send(request, reply, json);
  };

  app.get('/graphql', (request, reply) => answer(request, reply, () => readGetQuery(request.query), true));
  app.post('/graphql', (request, reply) => answer(request, reply, () => readPostBody(request.body), false));
}

function statusOf(refused: Refusal | null, mediaType: ResponseMediaType): number {
  if (refused === null) return OK;
  // Clients of application/json are older than the specification: they take 400 for a broken connection.
  return refused === 'invalid' && mediaType === JSON_LEGACY ? OK : REFUSED[refused];
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
