import type { FastifyReply, FastifyRequest } from 'fastify';
import { DEADLINE_HEADER, readDeadlineHeader } from '../../kit/requestContext.ts';
import type { Caller } from '../execution/caller.ts';
import { Waiting } from '../execution/waiting.ts';
import type { Authenticate } from './authenticate.ts';

/** The longest a request may take, in milliseconds; a client may ask for less, not for more. */
const REQUEST_TIMEOUT_MS = 30_000;

export interface CallerRules {
  readonly authenticate: Authenticate;
  /** Names, in lower case, of the client headers that subgraphs get to see. */
  readonly forwardHeaders: readonly string[];
}

/**
 * On whose behalf an HTTP request is answered, and until when.
 * @throws CodedError `UNAUTHENTICATED`, or `BAD_USER_INPUT` for a deadline that is no number.
 */
export async function readCaller(
  { headers }: FastifyRequest,
  reply: FastifyReply,
  { authenticate, forwardHeaders }: CallerRules,
): Promise<Caller> {
  // Before anything is waited for: whoever leaves meanwhile has left.
  const waiting = untilGone(reply);
  const deadline = Date.now() + Math.min(readDeadlineHeader(headers[DEADLINE_HEADER]), REQUEST_TIMEOUT_MS);
  return {
    identity: await authenticate(headers.authorization),
    deadline,
    waiting,
    headers: forwardHeaders.flatMap((name) => {
      const value = headers[name];
      return value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value] as const];
    }),
  };
}

function untilGone({ raw }: FastifyReply): Waiting {
  const waiting = new Waiting();
  raw.on('close', () => {
    if (!raw.writableFinished) waiting.leave();
  });
  return waiting;
}
