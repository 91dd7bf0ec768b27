import { setTimeout as sleep } from 'node:timers/promises';
import { type JobState, TERMINAL_STATES } from '../../../kit/jobs/job.ts';
import { Board } from './board.ts';
import { describeJob } from './describeJob.ts';
import type { JobsClient } from './jobsClient.ts';
import { STATUS_STYLES } from './paint.ts';
import { countsOf } from './progress.ts';
import type { Screen } from './screen.ts';
import type { ShownJob } from './shownJob.ts';
import { drawWatched } from './watchBoard.ts';

const INTERVAL_MS = 500;

const UNENDED: readonly JobState[] = ['QUEUED', 'SCHEDULED', 'RUNNING', 'RETRYING'];

/**
 * Shows jobs until they have ended; without ids all that have not. On a terminal they are drawn over and over; elsewhere
 * each change is a line.
 * @returns whether all of them SUCCEEDED.
 */
export async function watchJobs(client: JobsClient, screen: Screen, ids: readonly string[]): Promise<boolean> {
  const found = ids.length > 0 ? await client.find([...new Set(ids)]) : await client.all({ statuses: UNENDED });
  if (found.length === 0) screen.note('There is no job that has not ended, or none that is for you to see.');
  const watched = new Map(found.map((job) => [job.id, job]));
  const show = screen.columns === null ? tellChanges(screen) : drawOver(screen);
  for (;;) {
    const jobs = [...watched.values()];
    show(jobs);
    const waiting = jobs.filter(({ status }) => !TERMINAL_STATES.includes(status));
    if (waiting.length === 0) return jobs.every(({ status }) => status === 'SUCCEEDED');
    await sleep(INTERVAL_MS);
    for (const job of await client.find(waiting.map(({ id }) => id))) watched.set(job.id, job);
  }
}

type Show = (jobs: readonly ShownJob[]) => void;

function drawOver(screen: Screen): Show {
  const board = new Board(screen);
  return (jobs) => {
    if (jobs.length > 0) board.draw(drawWatched(jobs, screen, Date.now()));
  };
}

function tellChanges({ paint, print }: Screen): Show {
  const told = new Map<string, string>();
  return (jobs) => {
    for (const job of jobs) {
      // What is said counts the seconds; they alone are no change.
      const state = JSON.stringify([job.status, job.attempts, countsOf(job), job.progress?.note, job.cancelRequested]);
      if (told.get(job.id) === state) continue;
      told.set(job.id, state);
      const now = Date.now();
      const status = paint(STATUS_STYLES[job.status], job.status);
      print(`${new Date(now).toISOString()}  ${job.id}  ${job.kind}  ${status}  ${describeJob(job, now)}`.trimEnd());
    }
  };
}
