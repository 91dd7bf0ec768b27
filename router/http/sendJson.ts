import type { FastifyReply, FastifyRequest } from 'fastify';
import { chooseEncoding, compress, LARGE } from './compress.ts';

/** Sends JSON text, compressed where it is large and the client accepts that. */
export async function sendJson(request: FastifyRequest, reply: FastifyReply, body: string): Promise<FastifyReply> {
  if (body.length < LARGE) return reply.send(body);
  reply.header('vary', 'accept-encoding');
  const encoding = chooseEncoding(request.headers['accept-encoding']);
  if (encoding === null) return reply.send(body);
  return reply.header('content-encoding', encoding).send(await compress(body, encoding));
}
