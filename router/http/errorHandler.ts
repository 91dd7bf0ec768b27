import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { CodedError, type ErrorCode } from '../../kit/errors.ts';

const STATUS: Partial<Record<ErrorCode, number>> = {
  BAD_USER_INPUT: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  // As Apollo Server has it: to its clients this is a step of the protocol, not a failure.
  PERSISTED_QUERY_NOT_FOUND: 200,
};

/** A request that is no GraphQL request still gets its answer in GraphQL's shape: an error with a code and no data. */
export function answerError(
  error: FastifyError | CodedError,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  if (!reply.hasHeader('content-type')) reply.type('application/json; charset=utf-8');
  const { status, message, code } = describe(error);
  if (status >= 500) request.log.error({ err: error }, 'the router failed on a request');
  return reply.code(status).send(JSON.stringify({ errors: [{ message, extensions: { code } }] }));
}

function describe(error: FastifyError | CodedError): { status: number; message: string; code: ErrorCode } {
  if (error instanceof CodedError)
    return { status: STATUS[error.code] ?? 500, message: error.message, code: error.code };
  const status = error.statusCode ?? 500;
  // Fastify's own complaints about a request: malformed JSON, a body too large, a content type that it does not know.
  if (status < 500) return { status, message: `${error.message}.`.replace(/\.+$/, '.'), code: 'BAD_USER_INPUT' };
  return { status, message: 'The router failed on this request; its log says why.', code: 'INTERNAL_SERVER_ERROR' };
}
