import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readCaller } from './caller.ts';
import type { Engine } from './engine.ts';
import { type GraphqlRequest, readGetQuery, readPostBody } from './graphqlRequest.ts';
import { chooseMediaType, GRAPHQL_RESPONSE, JSON_LEGACY } from './mediaType.ts';
import { preventCsrf } from './preventCsrf.ts';

const NOT_ACCEPTABLE = 406;
const BAD_REQUEST = 400;
const OK = 200;

/** GraphQL over HTTP (https://graphql.github.io/graphql-over-http/draft/) at /graphql, with GET for queries and POST. */
export function graphqlRoute(app: FastifyInstance, engine: Engine): void {
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
    const { body, refused, status } = await engine.run(read(), readCaller(request, reply), { readOnly });
    // Clients of application/json, older than the specification, take anything but 200 for a broken connection.
    return reply.code(status ?? (refused && mediaType === GRAPHQL_RESPONSE ? BAD_REQUEST : OK)).send(body);
  };
  app.get('/graphql', (request, reply) => answer(request, reply, () => readGetQuery(request.query), true));
  app.post('/graphql', (request, reply) => answer(request, reply, () => readPostBody(request.body), false));
}
