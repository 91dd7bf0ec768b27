import type { FastifyInstance } from 'fastify';
import { CodedError } from '../../kit/errors.ts';
import type { AcceptedOperations } from '../jobs/acceptedOperations.ts';
import { readWait } from './asyncWish.ts';
import { type CallerRules, readCaller } from './caller.ts';
import { negotiate } from './negotiate.ts';
import { operationPath, sendJob } from './operationAnswer.ts';
import { readPreferences } from './preferences.ts';

/** Anything else is nobody's id, and Postgres could not even look for some of it. */
const JOB_ID = /^[\x21-\x7e]{1,100}$/;

/** What became of an operation that was accepted to be answered later: for who sent it, and for operators. */
export function operationsRoute(app: FastifyInstance, operations: AcceptedOperations, callerRules: CallerRules): void {
  app.get<{ Params: { id: string } }>(operationPath(':id'), async (request, reply) => {
    if (negotiate(request, reply) === null) return reply;
    const { prefer } = request.headers;
    const waitS = prefer === undefined ? 0 : readWait(readPreferences(prefer.toString()));
    const { id } = request.params;
    const job = !JOB_ID.test(id)
      ? null
      : await operations.find(id, await readCaller(request, reply, callerRules), waitS);
    if (job === null) {
      throw new CodedError('NOT_FOUND', `Expected the id of an operation of yours, got ${JSON.stringify(id)}.`);
    }
    if (waitS > 0) reply.header('preference-applied', `wait=${waitS}`);
    // The next look may find more, and the answer is not for anybody.
    return sendJob(request, reply.header('cache-control', 'no-store'), job);
  });
  // So that a server that is to close need not wait for them.
  app.addHook('preClose', async () => operations.stopWaiting());
}
