import { CodedError } from '../../../kit/errors.ts';
import type { JobsClient } from './jobsClient.ts';
import type { Screen } from './screen.ts';

/** Requests under way at once. */
const AT_ONCE = 8;

/**
 * Retries every PARKED job, each once: one that is parked again meanwhile stays so. One that somebody else retried or
 * cancelled meanwhile is left alone.
 */
export async function replayJobs(client: JobsClient, screen: Screen, kind: string | undefined): Promise<void> {
  let retried = 0;
  let changed = 0;
  const retry = async (id: string): Promise<void> => {
    try {
      await client.change('retry', id);
      retried += 1;
    } catch (error) {
      if (!(error instanceof CodedError && error.code === 'CONFLICT')) throw error;
      changed += 1;
    }
  };
  for await (const { jobs } of client.pages({ statuses: ['PARKED'], kind })) {
    const ids = jobs.map(({ id }) => id);
    while (ids.length > 0) await Promise.all(ids.splice(0, AT_ONCE).map(retry));
  }
  const of = kind === undefined ? '' : ` of the kind ${kind}`;
  if (retried + changed === 0) return screen.note(`No job${of} is PARKED, as far as you may see.`);
  screen.print(`${retried} PARKED ${retried === 1 ? 'job' : 'jobs'}${of} began anew.`);
  if (changed > 0) screen.note(`${changed} were no longer PARKED when it came to them.`);
}
