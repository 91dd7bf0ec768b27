import type { FastifyReply, FastifyRequest } from 'fastify';
import { ANONYMOUS } from '../../kit/context.ts';
import { DEADLINE_HEADER, readDeadlineHeader } from '../../kit/requestContext.ts';
import type { FetchContext } from '../transport/transport.ts';

/** The longest a request may take, in milliseconds; a client may ask for less, not for more. */
const REQUEST_TIMEOUT_MS = 30_000;

/** On whose behalf an HTTP request is answered, and until when. */
export function readCaller(request: FastifyRequest, reply: FastifyReply): FetchContext {
  const budgetMs = Math.min(readDeadlineHeader(request.headers[DEADLINE_HEADER]), REQUEST_TIMEOUT_MS);
  return {
    identity: ANONYMOUS,
    deadline: Date.now() + budgetMs,
    signal: abortWhenGone(reply),
    headers: [],
  };
}

function abortWhenGone({ raw }: FastifyReply): AbortSignal {
  const controller = new AbortController();
  raw.on('close', () => {
    if (!raw.writableFinished) controller.abort();
  });
  return controller.signal;
}
