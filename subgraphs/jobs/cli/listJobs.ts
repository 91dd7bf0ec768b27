import type { Cell } from './drawLine.ts';
import { formatDuration } from './duration.ts';
import type { JobsClient } from './jobsClient.ts';
import { STATUS_STYLES } from './paint.ts';
import { countsOf, percentOf } from './progress.ts';
import type { ListFilter } from './readCommand.ts';
import type { Screen } from './screen.ts';
import type { ShownJob } from './shownJob.ts';
import { drawTable } from './table.ts';

/** Jobs that are shown unless all are asked for. */
const NEWEST = 25;

/** A table of the newest jobs, or of all. */
export async function listJobs(
  client: JobsClient,
  screen: Screen,
  { filter, all }: { readonly filter: ListFilter; readonly all: boolean },
): Promise<void> {
  const jobs: ShownJob[] = [];
  let rest = false;
  for await (const page of client.pages(filter, all ? undefined : NEWEST)) {
    jobs.push(...page.jobs);
    rest = page.more;
    if (!all) break;
  }
  if (jobs.length === 0) screen.note('There is no such job, or none that is for you to see.');
  else
    for (const line of drawTable(
      HEAD,
      jobs.map((job) => toRow(job, Date.now())),
      screen,
    ))
      screen.print(line);
  if (rest) screen.note(`These are the newest ${NEWEST}; --all lists the others, too.`);
}

const HEAD = ['ID', 'STATUS', 'KIND', 'ATTEMPTS', 'PROGRESS', 'AGE', 'ERROR'];

function toRow(job: ShownJob, now: number): Cell[] {
  return [
    { text: job.id },
    { text: job.status, style: STATUS_STYLES[job.status] },
    { text: job.kind },
    { text: String(job.attempts) },
    { text: percentOf(job) || (countsOf(job) ?? '–') },
    { text: formatDuration(now - job.createdAt.getTime()) },
    { text: job.error?.code ?? '' },
  ];
}
