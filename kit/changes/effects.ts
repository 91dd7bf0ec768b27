import type { Transaction } from '../database/database.ts';
import { CodedError } from '../errors.ts';
import type { JobDefinition } from '../jobs/defineJob.ts';
import type { SubmitOptions } from '../jobs/submission.ts';
import type { Change } from './change.ts';

/** What `apply` of a projection may do beside writing its tables. It happens in the same transaction, or not at all. */
export interface Effects {
  /** Tells of changes to entities that the consumer owns. */
  publish(...changes: readonly Change[]): Promise<void>;
  /** Submits a job, such as work that takes longer than a change may. */
  submit<Input>(
    definition: JobDefinition<Input>,
    input: Input,
    options: Omit<SubmitOptions, 'transaction'>,
  ): Promise<void>;
}

/** Of those who keep projections in a process, in one of their transactions. */
export type EffectsIn = (transaction: Transaction) => Effects;

/** Of a projection that is applied where there are no jobs. */
export const NO_EFFECTS: Effects = { publish: refuse, submit: refuse };

async function refuse(): Promise<never> {
  throw new CodedError('CONFIG_INVALID', 'A projection that publishes or submits is kept where the jobs are.');
}
