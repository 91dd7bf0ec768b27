import { z } from 'zod';
import { readLag } from '../../../kit/changes/lag.ts';
import type { Database } from '../../../kit/database/database.ts';
import { CodedError } from '../../../kit/errors.ts';
import { defineJob } from '../../../kit/jobs/defineJob.ts';
import type { Jobs } from '../../../kit/jobs/jobs.ts';
import type { ModelHandle } from '../../../kit/model/handle.ts';
import { entityId } from '../../../kit/readInput.ts';
import type { Decision } from '../decision/decide.ts';
import { featuresOf } from '../features/featuresOf.ts';
import type { Features } from '../features/names.ts';
import { readWithPast } from '../history/orderTable.ts';
import { type Risk, reasonsOf } from '../risk.ts';
import { addAssessment, changeOf } from '../store.ts';

interface Services {
  readonly database: Database;
  readonly models: { readonly risk: ModelHandle<Features, Risk> };
  jobs(): Promise<Jobs>;
}

/** Until it is looked again whether the orders of before are there, in milliseconds. */
const LOOK_AGAIN_MS = 5_000;

/** Decides about an order that waits, once, and tells of it. What is decided stands, whatever a later model says. */
export const assessOrder = defineJob<{ readonly orderId: string }, { readonly decision: Decision | null }, Services>({
  kind: 'fraud.assessOrder',
  input: z.strictObject({ orderId: entityId('order') }),
  priority: 'high',
  concurrency: 4,
  timeoutMs: 30_000,
  // A first rebuild of a large shop takes hours.
  retries: 10_000,
  handler: async ({ orderId }, { services, signal, deadline, commit }) => {
    await requireHistory(services.database);
    const [found] = await readWithPast(services.database, [orderId]);
    // It is no more, or somebody else has settled it.
    if (!found?.order.pending) return { decision: null };
    const features = featuresOf(found.order, found.past);
    const { output, model, degraded } = await services.models.risk.predict(features, { signal, deadline });
    const { changes } = await services.jobs();
    return commit(async (transaction) => {
      const { decision, score } = output;
      const assessment = await addAssessment(transaction, {
        orderId,
        decision,
        score,
        reasons: reasonsOf(output),
        model,
        degraded,
      });
      if (assessment) await changes.publish(transaction, changeOf(assessment));
      return { decision: assessment?.decision ?? null };
    });
  },
});

/**
 * An order is judged by those before it: until they were all read once, it waits.
 * @throws CodedError `OVERLOADED`, after which the job is tried again.
 */
async function requireHistory(database: Database): Promise<void> {
  const { rows } = await database.query<{ complete: boolean }>('select complete from fraud.history');
  if (rows[0]?.complete) return;
  const { rebuilding } = await readLag(database, { consumer: 'fraud', entity: 'Order' });
  if (rebuilding) {
    throw new CodedError('OVERLOADED', 'The orders of before are still being read; this one is judged once they are.', {
      details: { retryAfterMs: LOOK_AGAIN_MS },
    });
  }
  await database.query('update fraud.history set complete = true');
}
