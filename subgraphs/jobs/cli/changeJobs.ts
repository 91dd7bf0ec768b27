import { CodedError, type ErrorCode } from '../../../kit/errors.ts';
import type { JobsClient } from './jobsClient.ts';
import { STATUS_STYLES } from './paint.ts';
import type { Screen } from './screen.ts';
import type { ShownJob } from './shownJob.ts';

/** About one job; the others may well be changed. */
const OF_ONE_JOB: readonly ErrorCode[] = ['NOT_FOUND', 'CONFLICT', 'BAD_USER_INPUT'];

/** Cancels or retries jobs, one after another. @returns whether all of them could be. */
export async function changeJobs(
  client: JobsClient,
  screen: Screen,
  { name, ids }: { readonly name: 'cancel' | 'retry'; readonly ids: readonly string[] },
): Promise<boolean> {
  let refused = 0;
  for (const id of ids) {
    try {
      const job = await client.change(name, id);
      const status = screen.paint(STATUS_STYLES[job.status], job.status);
      screen.print(`${job.id}  ${status}${isStopping(job) ? ', told to stop' : ''}`);
    } catch (error) {
      if (!(error instanceof CodedError && OF_ONE_JOB.includes(error.code))) throw error;
      refused += 1;
      screen.note(`${screen.paint('red', `${error.code}:`)} ${id}: ${error.message}`);
    }
  }
  return refused === 0;
}

function isStopping({ status, cancelRequested }: ShownJob): boolean {
  return status === 'RUNNING' && cancelRequested;
}
