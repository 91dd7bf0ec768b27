import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ErrorCode } from '../../kit/errors.ts';
import { type Job, TERMINAL_STATES } from '../../kit/jobs/job.ts';
import type { OperationJob } from '../jobs/acceptedOperations.ts';
import { sendJson } from './sendJson.ts';

const OK = 200;
const ACCEPTED = 202;
const GONE = 410;
const UNPROCESSABLE = 422;
const FAULT = 500;

/** When a client should look again, in seconds. */
const LOOK_AGAIN_S = '1';

/** Failures of a job that its operation had no part in. */
const OURS: readonly string[] = ['INTERNAL_SERVER_ERROR', 'OVERLOADED'] satisfies ErrorCode[];

/** Where a client finds what became of its operation: a reference, since only the client knows by which name it came. */
export function operationPath(id: string): string {
  return `/operations/${id}`;
}

export function hasEnded({ state }: OperationJob): boolean {
  return TERMINAL_STATES.includes(state);
}

/** Answers that the operation was accepted and has no answer yet. */
export function sendPending(reply: FastifyReply, job: OperationJob): FastifyReply {
  return reply
    .code(ACCEPTED)
    .header('retry-after', LOOK_AGAIN_S)
    .send(JSON.stringify({ data: null, extensions: { job: describe(job) } }));
}

/** Answers with what became of the operation: its GraphQL response, or why there is none. */
export async function sendJob(request: FastifyRequest, reply: FastifyReply, job: Job): Promise<FastifyReply> {
  if (!hasEnded(job)) return sendPending(reply, job);
  if (job.state === 'SUCCEEDED') return sendJson(request, reply.code(OK), JSON.stringify(job.result));
  const { status, ...error } = failureOf(job);
  return reply.code(status).send(JSON.stringify({ errors: [error], extensions: { job: describe(job) } }));
}

function describe(job: OperationJob) {
  const { id, kind, state: status, progress } = job;
  return { id, kind, status, location: operationPath(id), progress };
}

function failureOf({ state, error }: Job): { status: number; message: string; extensions: { code: string } } {
  const code = error?.code ?? ('INTERNAL_SERVER_ERROR' satisfies ErrorCode);
  const why = error?.message ?? '';
  switch (state) {
    case 'CANCELLED':
      return failure(GONE, 'JOB_CANCELLED', 'The operation was cancelled before it ended.');
    case 'FAILED':
      return failure(OURS.includes(code) ? FAULT : UNPROCESSABLE, code, why);
    case 'OUTCOME_UNKNOWN':
      return failure(FAULT, code, `The mutation had begun, and nobody knows what of it was done. ${why}`);
    default:
      return failure(FAULT, code, `Every attempt failed, the last one so: ${why}`);
  }
}

function failure(status: number, code: string, message: string) {
  return { status, message, extensions: { code } };
}
