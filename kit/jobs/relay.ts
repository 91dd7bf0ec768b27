import type { Database } from '../database/database.ts';
import type { Logger } from '../log.ts';
import { recordJobSpan } from '../telemetry/jobSpans.ts';
import { type JobState, PRIORITIES } from './job.ts';
import { jobIdsFrom } from './newJobId.ts';
import type { Announcement, JobQueue } from './queue/queue.ts';
import type { JobTimings } from './timings.ts';

export interface RelayOptions {
  readonly database: Database;
  readonly queue: JobQueue;
  readonly timings: JobTimings;
  readonly log: Logger;
}

const BATCH = 500;
const MOST_FORGOTTEN = 10_000;
const FORGET_EVERY_MS = 3_600_000;
/** What ended is kept for a week; what ended in trouble for a month. */
const KEEP = ['7 days', '30 days'] as const;
/** A consumer of changes that was not seen for so long builds its projection anew when it comes back. */
const UNSEEN_CONSUMER = '30 days';
const WEEK_MS = 7 * 86_400_000;

interface DueRow {
  job_id: string;
  kind: string;
  lane: number;
  attempt: number;
  trace: string | null;
}

interface ExpiredRow {
  id: string;
  kind: string;
  attempt: number;
  state: JobState;
  trace: string | null;
}

/**
 * Announces what is due and takes care of what dead processes left: every process that knows jobs has one, and any of
 * them does for all.
 */
export class Relay {
  readonly #options: RelayOptions;
  readonly #timer: NodeJS.Timeout;
  readonly #announcing = new Set<Promise<void>>();
  #sweeping: Promise<void> | undefined;
  #again = false;
  #forgotAt = 0;
  #closed = false;

  constructor(options: RelayOptions) {
    this.#options = options;
    this.#timer = setInterval(() => this.sweep(), options.timings.pollMs);
    options.queue.onReady(() => this.sweep());
  }

  /** Announces at once what this process has just committed. What cannot be told is due again right away. */
  announce(jobs: readonly Announcement[]): void {
    const { queue, database } = this.#options;
    // Whoever becomes ready first, or is ready elsewhere, finds them in the agenda.
    if (!queue.ready) return;
    const announcing = queue
      .announce(jobs)
      .then(async (untold) => {
        if (untold.length === 0) return;
        await database.query('select jobs.announce_again($1)', [untold.map(({ id }) => id)]);
      })
      .catch((error: unknown) => this.#warn(error))
      .finally(() => this.#announcing.delete(announcing));
    this.#announcing.add(announcing);
  }

  /** Looks at once for what is due. */
  sweep(): void {
    this.#again = true;
    this.#sweeping ??= this.#sweepWhileAsked();
  }

  /** Resolves once nothing of this process is on its way to the broker. */
  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#timer);
    await this.#sweeping;
    await Promise.all(this.#announcing);
  }

  async #sweepWhileAsked(): Promise<void> {
    while (this.#again && !this.#closed) {
      this.#again = false;
      try {
        await this.#expire();
        await this.#announceDue();
        await this.#forget();
      } catch (error) {
        this.#warn(error);
      }
    }
    // Here, and not when the promise has resolved: who asks in between would be forgotten.
    this.#sweeping = undefined;
  }

  async #expire(): Promise<void> {
    const { rows } = await this.#options.database.query<ExpiredRow>('select * from jobs.expire($1)', [BATCH]);
    for (const { id, kind, attempt, state, trace } of rows) {
      this.#options.log.warn({ jobId: id, kind, attempt, state }, 'the worker of a job was lost');
      recordJobSpan('lost', kind, trace, { 'job.id': id, 'job.attempt': attempt, 'job.status': state });
    }
    if (rows.length === BATCH) this.#again = true;
  }

  async #announceDue(): Promise<void> {
    const { database, queue, timings } = this.#options;
    if (!queue.needsAnnouncing || !queue.ready) return;
    const { rows } = await database.query<DueRow>('select * from jobs.take_due($1, $2)', [
      BATCH,
      `${timings.announceAgainMs} milliseconds`,
    ]);
    if (rows.length === 0) return;
    const untold = await queue.announce(
      rows.map(({ job_id: id, kind, lane, attempt, trace }) => ({
        id,
        kind,
        attempt,
        trace,
        priority: PRIORITIES[lane] ?? 'normal',
      })),
    );
    if (untold.length > 0) await database.query('select jobs.announce_again($1)', [untold.map(({ id }) => id)]);
    else if (rows.length === BATCH) this.#again = true;
  }

  async #forget(): Promise<void> {
    if (Date.now() - this.#forgotAt < FORGET_EVERY_MS) return;
    const { database, log } = this.#options;
    const { rows } = await database.query<{ count: number }>('select jobs.forget($1, $2, $3, $4) as count', [
      jobIdsFrom(Date.now() - WEEK_MS),
      ...KEEP,
      MOST_FORGOTTEN,
    ]);
    const count = rows[0]?.count ?? 0;
    if (count === MOST_FORGOTTEN) this.#again = true;
    else this.#forgotAt = Date.now();
    if (count > 0) log.info({ count }, 'forgot jobs that had ended long ago');
    const { rows: forgotten } = await database.query<{ consumer: string; entity: string }>(
      'select * from jobs.forget_subscriptions($1)',
      [UNSEEN_CONSUMER],
    );
    for (const gone of forgotten) log.warn(gone, 'forgot a projection that nobody has kept for long, and its changes');
    // The embedded Postgres has nobody who does it.
    if (database.kind === 'pglite')
      for (const table of ['jobs', 'agenda', 'changes', 'projected']) await database.query(`vacuum jobs.${table}`);
  }

  #warn(error: unknown): void {
    if (!this.#closed) this.#options.log.warn({ err: error }, 'jobs that are due could not be seen to; trying again');
  }
}
