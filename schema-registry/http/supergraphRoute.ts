import type { KeyObject } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { CodedError } from '../../kit/errors.ts';
import { SIGNATURE_HEADER, signSupergraph } from '../../kit/supergraphSignature.ts';
import type { Delivered, Delivery } from '../deliver/delivery.ts';
import { formatGraphRef, type GraphRef, parseGraphRef } from '../graphRef.ts';
import { requireRole } from '../keys/access.ts';
import type { Keys } from '../keys/keys.ts';

export interface SupergraphRouteOptions {
  readonly delivery: Delivery;
  readonly keys: Keys;
  /** Ed25519. */
  readonly signingKey: KeyObject;
}

/** Below what proxies commonly allow a request to be silent. */
const MAX_WAIT_S = 30;

/**
 * `GET /supergraphs/archipelago@staging`: the supergraph as text, with its id as `ETag` and its signature. With
 * `If-None-Match` it is 304 where nothing changed, and with `Prefer: wait=30` (RFC 7240) only after so many seconds.
 */
export function serveSupergraphs(app: FastifyInstance, { delivery, keys, signingKey }: SupergraphRouteOptions): void {
  app.get<{ Params: { ref: string } }>('/supergraphs/:ref', async (request, reply) => {
    const key = await keys.authenticate(headerOf(request, 'x-api-key'));
    const ref = parseGraphRef(request.params.ref);
    requireRole(key, 'read', ref);
    const known = /^(?:W\/)?"([^"]+)"$/.exec(headerOf(request, 'if-none-match') ?? '')?.[1];
    const delivered = await wanted(delivery, ref, known, waiting(request, reply));
    if (delivered === null) {
      throw new CodedError(
        'NOT_FOUND',
        `Nothing is served under ${formatGraphRef(ref)}. Publish subgraphs that compose.`,
      );
    }
    reply.header('etag', `"${delivered.id}"`).header('cache-control', 'no-cache');
    if (delivered.id === known) return reply.code(304).send();
    const { launch, sha256, supergraphSdl } = delivered;
    return reply
      .header(SIGNATURE_HEADER, await signSupergraph({ ...ref, launch, sha256 }, signingKey))
      .type('text/plain; charset=utf-8')
      .send(supergraphSdl);
  });
}

function wanted(
  delivery: Delivery,
  ref: GraphRef,
  known: string | undefined,
  signal: AbortSignal | null,
): Promise<Delivered | null> {
  return known !== undefined && signal ? delivery.changed(ref, known, signal) : delivery.current(ref);
}

/** Aborts when the client has waited as long as it wants to, or is gone; null for one that does not want to wait. */
function waiting(request: FastifyRequest, reply: FastifyReply): AbortSignal | null {
  const seconds = Number(/(?:^|[,;\s])wait=(\d{1,4})(?:$|[,;\s])/.exec(headerOf(request, 'prefer') ?? '')?.[1] ?? 0);
  if (seconds === 0) return null;
  const gone = new AbortController();
  reply.raw.once('close', () => gone.abort());
  return AbortSignal.any([gone.signal, AbortSignal.timeout(Math.min(seconds, MAX_WAIT_S) * 1_000)]);
}

function headerOf({ headers }: FastifyRequest, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
}
