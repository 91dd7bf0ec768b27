import { setTimeout as sleep } from 'node:timers/promises';
import type { Identity } from '../../kit/context.ts';
import { CodedError } from '../../kit/errors.ts';
import { type JobDirectory, OPERATOR_SCOPE } from '../../kit/jobs/directory.ts';
import { isTransient } from '../../kit/jobs/work/persistently.ts';
import { JobUpdates } from './jobUpdates.ts';

/** Whether somebody may follow a job is asked when it begins; whose a job is does not change. */
const EVERYTHING: Identity = { subject: null, tenant: null, scopes: [OPERATOR_SCOPE] };

const INTERVAL_MS = 500;

const watchers = new WeakMap<JobDirectory, JobWatcher>();

/** Looks after the jobs that somebody follows: all of them with one query, and with none while nobody does. */
export class JobWatcher {
  readonly #directory: JobDirectory;
  readonly #followed = new Set<JobUpdates>();
  #watching = false;

  private constructor(directory: JobDirectory) {
    this.#directory = directory;
  }

  /** The one watcher of a process's jobs. */
  static of(directory: JobDirectory): JobWatcher {
    const watcher = watchers.get(directory) ?? new JobWatcher(directory);
    watchers.set(directory, watcher);
    return watcher;
  }

  /**
   * The job as it is, and after each change, until it has ended or `signal` aborts.
   * @throws CodedError `NOT_FOUND` for a job that `identity` may not see.
   */
  async follow(id: string, identity: Identity, signal: AbortSignal): Promise<JobUpdates> {
    const [job] = await this.#directory.summaries([id], identity);
    if (!job) throw new CodedError('NOT_FOUND', `id: expected the id of a job of yours, got ${JSON.stringify(id)}.`);
    const leave = () => void updates.return();
    const updates = new JobUpdates(id, () => {
      signal.removeEventListener('abort', leave);
      this.#followed.delete(updates);
    });
    signal.addEventListener('abort', leave);
    this.#followed.add(updates);
    updates.offer(job);
    if (signal.aborted) leave();
    if (!this.#watching && this.#followed.size > 0) void this.#watch();
    return updates;
  }

  async #watch(): Promise<void> {
    this.#watching = true;
    for (;;) {
      await sleep(INTERVAL_MS, undefined, { ref: false });
      if (this.#followed.size === 0) break;
      await this.#look();
    }
    this.#watching = false;
  }

  async #look(): Promise<void> {
    // One that joins while the query runs has seen more than its answer tells.
    const followed = [...this.#followed];
    const ids = [...new Set(followed.map(({ id }) => id))];
    try {
      const found = await this.#directory.summaries(ids, EVERYTHING);
      const jobs = new Map(found.flatMap((job) => (job ? [[job.id, job]] : [])));
      for (const updates of followed) updates.offer(jobs.get(updates.id) ?? null);
    } catch (error) {
      if (!isTransient(error)) for (const updates of followed) updates.fail(error);
    }
  }
}
