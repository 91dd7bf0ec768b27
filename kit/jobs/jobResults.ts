import DataLoader from 'dataloader';
import type { z } from 'zod';
import type { Identity } from '../context.ts';
import type { JobDefinition } from './defineJob.ts';
import type { JobDirectory } from './directory.ts';
import type { Job, JobSummary } from './job.ts';

/** What an island's jobs found or made, to those who may see the jobs; of one request. */
export class JobResults {
  readonly #summaries: DataLoader<string, JobSummary | null>;
  readonly #jobs: DataLoader<string, Job | null>;

  constructor(directory: () => Promise<JobDirectory>, identity: Identity) {
    this.#summaries = new DataLoader(async (ids) => (await directory()).summaries(ids, identity));
    this.#jobs = new DataLoader(async (ids) => (await directory()).find(ids, identity));
  }

  /** Null for a job that does not exist, or is somebody else's. */
  async find(id: string): Promise<{ readonly id: string } | null> {
    return this.#summaries.load(id);
  }

  /** The result of a job of that kind; null for any other, and until it succeeded. */
  async result<Result>(
    id: string,
    { kind }: Pick<JobDefinition, 'kind'>,
    schema: z.ZodType<Result>,
  ): Promise<Result | null> {
    // Results may be large: those of other kinds are not read.
    const summary = await this.#summaries.load(id);
    if (summary?.kind !== kind || summary.state !== 'SUCCEEDED') return null;
    const job = await this.#jobs.load(id);
    return job?.state === 'SUCCEEDED' ? schema.parse(job.result) : null;
  }
}
