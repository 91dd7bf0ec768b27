import type { KeyObject } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { CodedError, type ErrorCode } from '../../kit/errors.ts';
import { createHttpApp } from '../../kit/http.ts';
import type { Logger } from '../../kit/log.ts';
import { readMetrics } from '../../kit/telemetry/metrics.ts';
import { Api } from '../api/api.ts';
import { Delivery } from '../deliver/delivery.ts';
import { Uplink } from '../deliver/uplink.ts';
import type { Registry } from '../registry.ts';
import { serveSupergraphs } from './supergraphRoute.ts';
import { takeUsage } from './usageRoute.ts';

export interface RegistryAppOptions {
  readonly registry: Registry;
  /** Ed25519: what the supergraphs are signed with. */
  readonly signingKey: KeyObject;
  readonly log: Logger;
  /** Why the registry cannot take requests now, or null when it can. */
  readonly unready: () => Promise<string | null>;
}

/** A schema of 5 MiB as JSON has, escaped at its worst, six times as many bytes; those that people write a few more. */
const BODY_LIMIT = 12 * 1024 * 1024;

const graphqlBody = z.object({
  query: z.string(),
  operationName: z.string().nullish(),
  variables: z.record(z.string(), z.unknown()).nullish(),
});

/** Where HTTP has a status of its own for it; anything else of the client's is 400, of ours 500. */
const STATUS: Partial<Record<ErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  BAD_USER_INPUT: 400,
  OVERLOADED: 503,
  DATABASE_UNAVAILABLE: 503,
};

/** The registry behind HTTP: its API at /graphql, Uplink at /uplink, supergraphs as text at /supergraphs, usage at /api/ingress/traces. */
export function createRegistryApp({ registry, signingKey, log, unready }: RegistryAppOptions): FastifyInstance {
  const app = createHttpApp({ log, unready, metrics: readMetrics, bodyLimit: BODY_LIMIT });
  const delivery = new Delivery(registry.launches);
  const uplink = new Uplink({ delivery, keys: registry.keys, log });
  const api = new Api({ registry, log, url: () => urlOf(app) });

  app.setErrorHandler((error, _, reply) => refuse(error, reply, log));
  app.post('/graphql', async (request) => {
    const secret = request.headers['x-api-key'];
    const { query, operationName, variables } = readBody(request.body);
    return api.execute({
      query,
      operationName: operationName ?? undefined,
      variables: variables ?? undefined,
      secret: Array.isArray(secret) ? secret[0] : secret,
    });
  });
  app.post('/uplink', async (request) => {
    const { query, operationName, variables } = readBody(request.body);
    return uplink.execute({ query, operationName: operationName ?? undefined, variables: variables ?? undefined });
  });
  takeUsage(app, registry);
  serveSupergraphs(app, { delivery, keys: registry.keys, signingKey });
  return app;
}

function readBody(body: unknown): z.infer<typeof graphqlBody> {
  const read = graphqlBody.safeParse(body);
  if (read.success) return read.data;
  throw new CodedError('BAD_USER_INPUT', 'Expected JSON with the text of a GraphQL operation as `query`; got none.');
}

function refuse(error: unknown, reply: FastifyReply, log: Logger): FastifyReply {
  if (error instanceof CodedError && STATUS[error.code] !== undefined) {
    log.info({ code: error.code, reason: error.message }, 'refused a request');
    return reply
      .code(STATUS[error.code] ?? 400)
      .send({ errors: [{ message: error.message, extensions: error.extensions }] });
  }
  // What Fastify refuses, such as a body that is too large.
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  if (status < 500) {
    const message = error instanceof Error ? error.message : 'The request cannot be read.';
    return reply.code(status).send({ errors: [{ message, extensions: { code: 'BAD_USER_INPUT' } }] });
  }
  log.error({ err: error }, 'a request failed');
  const message = 'A fault of the registry; its log has the cause.';
  return reply.code(500).send({ errors: [{ message, extensions: { code: 'INTERNAL_SERVER_ERROR' } }] });
}

function urlOf(app: FastifyInstance): string {
  const address = app.server.address();
  return address !== null && typeof address === 'object' ? `http://127.0.0.1:${address.port}` : '';
}
