import { JOB_STATES, type JobState, TERMINAL_STATES } from '../../../kit/jobs/job.ts';
import { drawBar } from '../../../models/drawBar.ts';
import { describeJob } from './describeJob.ts';
import { type Cell, drawLine } from './drawLine.ts';
import { STATUS_STYLES } from './paint.ts';
import { fractionOf, percentOf } from './progress.ts';
import type { Screen } from './screen.ts';
import type { ShownJob } from './shownJob.ts';

const BAR = 12;
const UNKNOWN = '░'.repeat(BAR);

/** Which jobs are shown first where there is no room for all. */
const RANKS: readonly JobState[] = ['RUNNING', 'RETRYING', 'QUEUED', 'SCHEDULED'];

/** A line for each job, as many as there is room for, and one that counts them. */
export function drawWatched(
  jobs: readonly ShownJob[],
  screen: Pick<Screen, 'columns' | 'paint' | 'rows'>,
  now: number,
): string[] {
  // The count, and the line that the cursor is on.
  const room = Math.max(1, screen.rows - 2);
  const shown = jobs.length <= room ? jobs : jobs.toSorted((a, b) => rankOf(a) - rankOf(b)).slice(0, room);
  const statusWidth = Math.max(...shown.map(({ status }) => status.length));
  const lines = shown.map((job) => drawLine(cellsOf(job, statusWidth, now), screen));
  return jobs.length === 1
    ? lines
    : [...lines, drawLine([{ text: countJobs(jobs, shown.length), style: 'dim' }], screen)];
}

function cellsOf(job: ShownJob, statusWidth: number, now: number): Cell[] {
  const style = STATUS_STYLES[job.status];
  const fraction = fractionOf(job);
  return [
    { text: `${job.id}  ` },
    { text: fraction === null ? UNKNOWN : drawBar(fraction, BAR), style },
    { text: `${percentOf(job).padStart(5)}  ` },
    { text: job.status.padEnd(statusWidth), style },
    { text: `  ${job.kind}  ` },
    { text: describeJob(job, now), style: 'dim' },
  ];
}

function rankOf({ status }: ShownJob): number {
  return RANKS.includes(status) ? RANKS.indexOf(status) : RANKS.length;
}

function countJobs(jobs: readonly ShownJob[], shown: number): string {
  const counts = JOB_STATES.flatMap((state) => {
    const count = jobs.filter(({ status }) => status === state).length;
    return count === 0 ? [] : [`${count} ${state}`];
  });
  const ended = jobs.filter(({ status }) => TERMINAL_STATES.includes(status)).length;
  const hidden = shown < jobs.length ? `, ${jobs.length - shown} not shown` : '';
  return `${ended} of ${jobs.length} have ended: ${counts.join(', ')}${hidden}`;
}
