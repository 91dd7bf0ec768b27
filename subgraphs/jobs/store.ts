import DataLoader from 'dataloader';
import type { Page } from '../../kit/connection.ts';
import type { Identity } from '../../kit/context.ts';
import type { JobDirectory, JobFilter } from '../../kit/jobs/directory.ts';
import type { JobSummary } from '../../kit/jobs/job.ts';
import type { NewestFirstKey } from '../../kit/newestFirst.ts';

export type JobRow = JobSummary;

/** The jobs of one request: those that its caller may see, what it asks of many in one query each. */
export class JobStore {
  readonly #directory: () => Promise<JobDirectory>;
  readonly #identity: Identity;
  readonly #jobs: DataLoader<string, JobRow | null>;
  readonly #positions: DataLoader<string, number | null>;

  constructor(directory: () => Promise<JobDirectory>, identity: Identity) {
    this.#directory = directory;
    this.#identity = identity;
    this.#jobs = new DataLoader(async (ids) => (await directory()).summaries(ids, identity));
    this.#positions = new DataLoader(async (ids) => (await directory()).positions(ids));
  }

  find(id: string): Promise<JobRow | null> {
    return this.#jobs.load(id);
  }

  async newest(page: Page<NewestFirstKey>, filter: JobFilter): Promise<JobRow[]> {
    return (await this.#directory()).newest(page, filter, this.#identity);
  }

  /** 1 for the next of its kind to begin; null unless it waits. */
  position(id: string): Promise<number | null> {
    return this.#positions.load(id);
  }

  /** @throws CodedError `NOT_FOUND` or `CONFLICT` */
  async cancel(id: string): Promise<JobRow> {
    return this.refresh(await (await this.#directory()).cancel(id, this.#identity));
  }

  /** @throws CodedError `NOT_FOUND` or `CONFLICT` */
  async retry(id: string): Promise<JobRow> {
    return this.refresh(await (await this.#directory()).retry(id, this.#identity));
  }

  /** Takes over the job as it is now: what was loaded of it before, and of the places of those that wait, no longer holds. */
  refresh(job: JobRow): JobRow {
    this.#jobs.clear(job.id).prime(job.id, job);
    this.#positions.clearAll();
    return job;
  }
}
