import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { CodedError, type ErrorCode } from '../../kit/errors.ts';

const STATUS: Partial<Record<ErrorCode, number>> = {
  BAD_USER_INPUT: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  // https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/
  IDEMPOTENCY_KEY_REUSED: 422,
  DEADLINE_EXCEEDED: 408,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  QUOTA_EXCEEDED: 429,
  OVERLOADED: 503,
  DATABASE_UNAVAILABLE: 503,
  // As Apollo Server has it: to its clients this is a step of the protocol, not a failure.
  PERSISTED_QUERY_NOT_FOUND: 200,
};

const FAULT = 500;

/** A request that is no GraphQL request still gets its answer in GraphQL's shape: an error with a code and no data. */
export function answerError(
  error: FastifyError | CodedError,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  if (!reply.hasHeader('content-type')) reply.type('application/json; charset=utf-8');
  const { status, message, extensions } = describe(error);
  const { retryAfterMs } = extensions;
  if (typeof retryAfterMs === 'number') reply.header('retry-after', Math.ceil(retryAfterMs / 1_000));
  if (status >= FAULT) request.log.error({ err: error }, 'the router failed on a request');
  return reply.code(status).send(JSON.stringify({ errors: [{ message, extensions }] }));
}

interface Description {
  readonly status: number;
  readonly message: string;
  readonly extensions: Readonly<Record<string, unknown>>;
}

function describe(error: FastifyError | CodedError): Description {
  if (error instanceof CodedError) {
    return { status: STATUS[error.code] ?? FAULT, message: error.message, extensions: error.extensions };
  }
  const status = error.statusCode ?? FAULT;
  const told = (message: string, code: ErrorCode): Description => ({ status, message, extensions: { code } });
  // Fastify's own complaints about a request: malformed JSON, a body too large, a content type that it does not know.
  if (status < FAULT) return told(`${error.message}.`.replace(/\.+$/, '.'), 'BAD_USER_INPUT');
  return told('The router failed on this request; its log says why.', 'INTERNAL_SERVER_ERROR');
}
