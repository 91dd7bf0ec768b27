import type { FastifyReply, FastifyRequest } from 'fastify';
import { chooseMediaType, GRAPHQL_RESPONSE, JSON_LEGACY, type ResponseMediaType } from './mediaType.ts';

const NOT_ACCEPTABLE = 406;

/** Sets the media type of the answer. Null when the client accepts none of ours: it has been told so. */
export function negotiate(request: FastifyRequest, reply: FastifyReply): ResponseMediaType | null {
  const mediaType = chooseMediaType(request.headers.accept);
  if (mediaType !== null) {
    reply.type(`${mediaType}; charset=utf-8`);
    return mediaType;
  }
  const wish = `Accept ${GRAPHQL_RESPONSE} or ${JSON_LEGACY}.`;
  reply.code(NOT_ACCEPTABLE).type('text/plain; charset=utf-8').send(wish);
  return null;
}
