import type { Socket } from 'node:net';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  LogController,
} from 'fastify';
import { CodedError } from '../../errors.ts';
import type { Logger } from '../../log.ts';
import { DEADLINE_HEADER, readDeadlineHeader } from '../../requestContext.ts';
import { toFailure } from '../inference/failure.ts';
import { infer } from '../inference/infer.ts';
import { areModelsReady, describeModel, isModelReady, type ServerMetadata } from '../inference/metadata.ts';
import type { ModelList } from '../inference/modelList.ts';
import type { FindTenant } from '../keys.ts';
import { writeInferenceAnswer } from './inferenceAnswer.ts';
import { JSON_LENGTH_HEADER, readInferenceBody } from './inferenceBody.ts';

export interface RestOptions {
  readonly models: ModelList;
  readonly findTenant: FindTenant;
  readonly server: ServerMetadata;
  /** Largest body, in bytes. */
  readonly bodyLimit: number;
  readonly log: Logger;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** On whose behalf an inference is asked; empty where no key is needed. */
    tenant: string;
  }
}

interface ModelRoute {
  Params: { name: string; version?: string };
}

/** What a load balancer may ask without a key. */
const OPEN_ROUTES: readonly (string | undefined)[] = ['/v2/health/live', '/v2/health/ready'];

/** The Open Inference Protocol, version 2, over HTTP, with Triton's binary tensor data extension. */
export function createRestApp({ models, findTenant, server, bodyLimit, log }: RestOptions): FastifyInstance {
  // Fastify would type the app by pino's logger, and no plugin's type fits that one.
  const loggerInstance: FastifyBaseLogger = log;
  const app: FastifyInstance = Fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit,
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: true },
  });
  closeConnectionsOnceClosing(app);
  // Clients send JSON, or JSON and tensors, under whichever content type, or none.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_, body, done) => done(null, body));
  app.decorateRequest('tenant', '');
  app.addHook('onRequest', async (request) => {
    if (!OPEN_ROUTES.includes(request.routeOptions.url)) request.tenant = findTenant(request.headers.authorization);
  });
  app.setNotFoundHandler(async () => {
    throw new CodedError('NOT_FOUND', 'There is nothing at this path; /v2 and what is below it follow the protocol.');
  });
  app.setErrorHandler((error: FastifyError, _, reply) => sendFailure(error, reply, log));

  app.get('/v2', () => server);
  app.get('/v2/health/live', () => ({ live: true }));
  app.get('/v2/health/ready', (_, reply) => sendReady(reply, { ready: areModelsReady(models) }));
  for (const path of ['/v2/models/:name', '/v2/models/:name/versions/:version']) {
    app.get<ModelRoute>(path, ({ params: { name, version } }) => describeModel(models, name, version));
    app.get<ModelRoute>(`${path}/ready`, ({ params: { name, version } }, reply) =>
      sendReady(reply, { name, ready: isModelReady(models, name, version) }),
    );
    app.post<ModelRoute>(`${path}/infer`, async ({ params: { name, version }, headers, body, tenant }, reply) => {
      const deadline = Date.now() + readDeadlineHeader(headers[DEADLINE_HEADER]);
      const request = readInferenceBody(
        Buffer.isBuffer(body) ? body : Buffer.alloc(0),
        oneOf(headers[JSON_LENGTH_HEADER]),
      );
      const caller = { tenant, deadline, signal: abortOnDisconnect(reply) };
      const answer = await infer(models, { model: name, version, ...request }, caller);
      const written = writeInferenceAnswer(answer, request);
      if (written.jsonLength !== undefined) reply.header(JSON_LENGTH_HEADER, written.jsonLength);
      return reply
        .type(written.jsonLength === undefined ? 'application/json' : 'application/octet-stream')
        .send(written.body);
    });
  }
  return app;
}

function sendReady(reply: FastifyReply, answer: { readonly name?: string; readonly ready: boolean }): FastifyReply {
  return reply.code(answer.ready ? 200 : 503).send(answer);
}

function sendFailure(error: FastifyError, reply: FastifyReply, log: Logger): FastifyReply {
  // Fastify's own refusals, such as that of a body past the limit, say what is wrong with the request.
  if (error.code?.startsWith('FST_') && error.statusCode !== undefined && error.statusCode < 500) {
    return reply.code(error.statusCode).send({ error: error.message });
  }
  const { code, status, message, retryAfterMs } = toFailure(error, log);
  if (code === 'UNAUTHENTICATED') reply.header('www-authenticate', 'Bearer');
  if (retryAfterMs !== undefined) reply.header('retry-after', Math.ceil(retryAfterMs / 1_000));
  return reply.code(status).send({ error: message });
}

function oneOf(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header.join(', ') : header;
}

function abortOnDisconnect(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  reply.raw.on('close', () => {
    if (!reply.raw.writableFinished) controller.abort();
  });
  return controller.signal;
}

/**
 * Closing waits for every connection to end: one that its client keeps alive would not until it times out, nor would
 * one that has not been used yet, which Node does not count as idle.
 */
function closeConnectionsOnceClosing(app: FastifyInstance): void {
  let closing = false;
  const unused = new Set<Socket>();
  app.server.on('connection', (socket) => {
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  app.addHook('onRequest', async ({ raw }) => {
    unused.delete(raw.socket);
  });
  app.addHook('preClose', async () => {
    closing = true;
    for (const socket of unused) socket.destroy();
  });
  app.addHook('onSend', async (_, reply) => {
    if (closing) reply.header('connection', 'close');
  });
}
