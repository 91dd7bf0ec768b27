import { formatDuration } from './duration.ts';
import { countsOf } from './progress.ts';
import type { ShownJob } from './shownJob.ts';

/** What there is to say of a job where it stands now, in a few words. */
export function describeJob(job: ShownJob, now: number): string {
  const { error, position, progress, runAt } = job;
  const why = error ? [`${error.code}: ${error.message.replaceAll('\n', ' ')}`] : [];
  const far = [countsOf(job), progress?.note].filter((part) => typeof part === 'string' && part !== '');
  const took = duration(job, now);
  const said: readonly (string | null | undefined)[] = {
    QUEUED: [
      position === null
        ? null
        : position === 1
          ? 'next of its kind'
          : `${(position - 1).toLocaleString('en')} before it`,
    ],
    SCHEDULED: [`begins in ${formatDuration(runAt.getTime() - now)}`],
    RUNNING: [...far, took, job.cancelRequested ? 'told to stop' : null],
    RETRYING: [`attempt ${job.attempts} failed`, ...why],
    SUCCEEDED: [...far, took],
    FAILED: why,
    CANCELLED: [...far, took],
    PARKED: why,
    OUTCOME_UNKNOWN: why,
  }[job.status];
  return said.filter((part) => part != null).join(', ');
}

/** How long its last attempt runs or took. */
function duration({ startedAt, finishedAt }: ShownJob, now: number): string | null {
  return startedAt === null ? null : formatDuration((finishedAt?.getTime() ?? now) - startedAt.getTime());
}
