import { drawBar } from '../../../models/drawBar.ts';
import { formatDuration } from './duration.ts';
import type { JobsClient } from './jobsClient.ts';
import { STATUS_STYLES } from './paint.ts';
import { countsOf, fractionOf, percentOf } from './progress.ts';
import type { Screen } from './screen.ts';
import type { ShownJob } from './shownJob.ts';

const NONE = '–';
const INDENT = 20;

/** Every field of a job, a line each. */
export async function showJob(client: JobsClient, screen: Screen, id: string): Promise<void> {
  const [job] = await client.find([id]);
  if (!job) return;
  const { paint } = screen;
  const now = Date.now();
  screen.print(paint('bold', job.id));
  for (const [name, ...lines] of [
    ['status', paint(STATUS_STYLES[job.status], job.status)],
    ['kind', job.kind],
    ['priority', job.priority],
    ['attempts', String(job.attempts)],
    ['position', job.position === null ? NONE : String(job.position)],
    ['progress', describeProgress(job)],
    ['error', ...(job.error ? [paint('red', job.error.code), ...job.error.message.split('\n')] : [NONE])],
    ['cancel requested', job.cancelRequested ? 'yes' : 'no'],
    ['submitted', describeInstant(job.createdAt, now)],
    ['may begin', describeInstant(job.runAt, now)],
    ['began', describeInstant(job.startedAt, now)],
    ['ended', describeInstant(job.finishedAt, now)],
  ] as const) {
    lines.forEach((line, index) => {
      screen.print(paint('dim', (index === 0 ? `  ${name}` : '').padEnd(INDENT)) + line);
    });
  }
}

function describeProgress(job: ShownJob): string {
  const fraction = fractionOf(job);
  const bar = fraction === null ? [] : [drawBar(fraction), percentOf(job)];
  const said = [...bar, countsOf(job), job.progress?.note].filter((part) => part != null && part !== '');
  return said.length === 0 ? NONE : said.join('  ');
}

function describeInstant(instant: Date | null, now: number): string {
  if (instant === null) return NONE;
  const ago = now - instant.getTime();
  return `${instant.toISOString()}  ${ago >= 0 ? `${formatDuration(ago)} ago` : `in ${formatDuration(-ago)}`}`;
}
