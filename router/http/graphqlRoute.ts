import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type ReadHeader, withServerSpan } from '../../kit/telemetry/serverSpan.ts';
import type { Caller } from '../execution/caller.ts';
import type { AcceptedOperations } from '../jobs/acceptedOperations.ts';
import type { JsonAnswer, OperationRequest, Refusal } from '../supergraph/snapshot.ts';
import type { ExecutedOperation } from '../usage/usageReporter.ts';
import { readAsyncWish } from './asyncWish.ts';
import { type CallerRules, readCaller } from './caller.ts';
import { type GraphqlRequest, readGetQuery, readPostBody } from './graphqlRequest.ts';
import { JSON_LEGACY, type ResponseMediaType } from './mediaType.ts';
import { negotiate } from './negotiate.ts';
import { PersistedQueries } from './persistedQueries.ts';
import { preventCsrf } from './preventCsrf.ts';
import { sendAccepted } from './sendAccepted.ts';
import { sendJson } from './sendJson.ts';

const OK = 200;
const REFUSED: Readonly<Record<Refusal, number>> = { invalid: 400, readOnly: 405, overloaded: 503, fault: 500 };

export interface GraphqlRouteOptions extends CallerRules {
  /** Answers an operation; it never rejects. */
  readonly execute: (request: OperationRequest, caller: Caller) => Promise<JsonAnswer>;
  /** Told of each operation that was executed, once it is answered. */
  readonly onExecuted?: ((operation: ExecutedOperation) => void) | undefined;
  /** Takes operations that are to be answered later; without it nobody is, as RFC 7240 allows. */
  readonly operations?: AcceptedOperations | undefined;
}

/** GraphQL over HTTP (https://graphql.github.io/graphql-over-http/draft/) at /graphql: POST, and GET for queries. */
export function graphqlRoute(
  app: FastifyInstance,
  { execute, onExecuted, operations, ...callerRules }: GraphqlRouteOptions,
): void {
  const persisted = new PersistedQueries();

  const answer = async (
    request: FastifyRequest,
    reply: FastifyReply,
    read: () => GraphqlRequest,
    readOnly: boolean,
  ): Promise<FastifyReply> => {
    const mediaType = negotiate(request, reply);
    if (mediaType === null) return reply;
    preventCsrf(request.headers);
    const { operationName, variables, ...rest } = read();
    const { query, newHash } = persisted.find(rest);
    const { prefer } = request.headers;
    const wish = operations === undefined || prefer === undefined ? null : readAsyncWish(prefer, request.headers);
    const caller = await readCaller(request, reply, callerRules);
    const operation = { query, operationName, variables, readOnly };
    const inSpan = <Answer extends Pick<JsonAnswer, 'refused'>>(work: () => Promise<Answer>): Promise<Answer> =>
      withServerSpan(headersOf(request), { 'service.component': 'router' }, async () => {
        const answered = await work();
        if (answered.refused === null && newHash !== undefined) persisted.remember(newHash, query);
        return answered;
      });
    if (operations === undefined || wish === null) {
      const started = performance.now();
      const answered = await inSpan(() => execute(operation, caller));
      if (onExecuted !== undefined && answered.refused === null) {
        const ms = performance.now() - started;
        onExecuted({ query, operationName, client: clientOf(request), ms, hadErrors: answered.hadErrors });
      }
      return sendAnswer(request, reply, answered, mediaType);
    }
    const acceptance = await inSpan(() => operations.accept(operation, caller, wish));
    return acceptance.refused === null
      ? sendAccepted(request, reply, { accepted: acceptance.job, wish, caller }, operations)
      : sendAnswer(request, reply, acceptance, mediaType);
  };

  app.get('/graphql', (request, reply) => answer(request, reply, () => readGetQuery(request.query), true));
  app.post('/graphql', (request, reply) => answer(request, reply, () => readPostBody(request.body), false));
}

function sendAnswer(
  request: FastifyRequest,
  reply: FastifyReply,
  { json, refused }: JsonAnswer,
  mediaType: ResponseMediaType,
): Promise<FastifyReply> {
  if (refused === 'readOnly') reply.header('allow', 'POST');
  return sendJson(request, reply.code(statusOf(refused, mediaType)), json);
}

function statusOf(refused: Refusal | null, mediaType: ResponseMediaType): number {
  if (refused === null) return OK;
  // Clients of application/json are older than the specification: they take 400 for a broken connection.
  return refused === 'invalid' && mediaType === JSON_LEGACY ? OK : REFUSED[refused];
}

/** Who asks, in the headers by which Apollo's clients say so. */
function clientOf({ headers }: FastifyRequest): ExecutedOperation['client'] {
  return {
    name: headers['apollographql-client-name']?.toString() ?? '',
    version: headers['apollographql-client-version']?.toString() ?? '',
  };
}

function headersOf({ headers }: FastifyRequest): ReadHeader {
  return (name) => headers[name]?.toString();
}
