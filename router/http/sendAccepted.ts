import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../execution/caller.ts';
import type { AcceptedOperations, OperationJob } from '../jobs/acceptedOperations.ts';
import type { AsyncWish } from './asyncWish.ts';
import { hasEnded, operationPath, sendJob, sendPending } from './operationAnswer.ts';

/** An operation that was accepted, and who wants to know. */
export interface AcceptedRequest {
  readonly accepted: OperationJob;
  readonly wish: AsyncWish;
  readonly caller: Caller;
}

/** Answers where the operation's answer will be, or with that answer if it comes while the client would wait for it. */
export async function sendAccepted(
  request: FastifyRequest,
  reply: FastifyReply,
  { accepted, wish: { waitS }, caller }: AcceptedRequest,
  operations: AcceptedOperations,
): Promise<FastifyReply> {
  const job = waitS > 0 ? await operations.find(accepted.id, caller, waitS).catch(() => null) : null;
  if (job && hasEnded(job)) return sendJob(request, reply.header('preference-applied', `wait=${waitS}`), job);
  // Though it could not be looked at, it was accepted.
  reply.header('location', operationPath(accepted.id));
  reply.header('preference-applied', waitS > 0 ? `respond-async, wait=${waitS}` : 'respond-async');
  return sendPending(reply, job ?? accepted);
}
