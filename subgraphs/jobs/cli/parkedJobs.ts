import { formatDuration } from './duration.ts';
import type { JobsClient } from './jobsClient.ts';
import { STATUS_STYLES } from './paint.ts';
import type { Screen } from './screen.ts';
import { drawTable } from './table.ts';

/** The jobs that wait for somebody to look at them, each with the error that it ended with. */
export async function listParked(client: JobsClient, screen: Screen): Promise<void> {
  const jobs = await client.all({ statuses: ['PARKED', 'OUTCOME_UNKNOWN'] });
  if (jobs.length === 0) return screen.note('Nothing is parked or of unknown outcome, as far as you may see.');
  const now = Date.now();
  const rows = jobs.map(({ id, status, kind, attempts, finishedAt }) => [
    { text: id },
    { text: status, style: STATUS_STYLES[status] },
    { text: kind },
    { text: String(attempts) },
    { text: finishedAt === null ? '' : `${formatDuration(now - finishedAt.getTime())} ago` },
  ]);
  const [head = '', ...lines] = drawTable(['ID', 'STATUS', 'KIND', 'ATTEMPTS', 'ENDED'], rows, screen);
  screen.print(head);
  jobs.forEach(({ error }, index) => {
    screen.print(lines[index] ?? '');
    if (error) screen.print(`  ${screen.paint('red', error.code)}  ${error.message.replaceAll('\n', '\n  ')}`);
  });
  const count = (wanted: string) => jobs.filter(({ status }) => status === wanted).length;
  const [parked, unknown] = [count('PARKED'), count('OUTCOME_UNKNOWN')];
  if (parked > 0) screen.note(`${parked} PARKED: mend the cause, then retry them by their ids, or all with replay.`);
  if (unknown > 0) screen.note(`${unknown} OUTCOME_UNKNOWN: look whether it was done; they must not begin twice.`);
}
