import { Changes } from '../changes/changes.ts';
import type { Database } from '../database/database.ts';
import { migrate } from '../database/migrate.ts';
import type { Graph } from '../graph.ts';
import type { Logger } from '../log.ts';
import { brokerReady, jobsWaiting } from '../telemetry/jobMetrics.ts';
import { beforeScrape } from '../telemetry/metrics.ts';
import type { JobDefinition } from './defineJob.ts';
import { JobDirectory } from './directory.ts';
import { PRIORITIES } from './job.ts';
import { createEmbeddedQueue } from './queue/embeddedQueue.ts';
import type { JobQueue } from './queue/queue.ts';
import { RabbitQueue } from './queue/rabbitQueue.ts';
import { Relay } from './relay.ts';
import { Submission, type SubmitOptions, type SubmittedJob } from './submission.ts';
import { JOB_TIMINGS, type JobTimings } from './timings.ts';
import { Attempts } from './work/attempts.ts';
import { type RunningAttempt, startPulse } from './work/pulse.ts';
import { Worker } from './work/worker.ts';

export interface OpenJobsOptions {
  readonly database: Database;
  /** `amqp://…`; without it the embedded queue is used. */
  readonly rabbitUrl?: string | undefined;
  readonly log: Logger;
  readonly timings?: Partial<JobTimings>;
}

export interface WorkOptions<Services> {
  readonly services: Services;
  /** How its jobs ask the graph. */
  readonly graph?: Graph | undefined;
}

const NAMESPACE = 'jobs';

/** What finishes within this time is waited for when a worker shuts down, in milliseconds. */
const DRAIN_MS = 12_000;

/** The jobs of a process: it submits and sees them, and runs those of the kinds it works on. */
export class Jobs {
  readonly directory: JobDirectory;
  /** What other islands are told of, and what is kept of theirs. */
  readonly changes: Changes;
  readonly #options: Required<Pick<OpenJobsOptions, 'database' | 'log'>>;
  readonly #timings: JobTimings;
  readonly #queue: JobQueue;
  readonly #attempts: Attempts;
  readonly #relay: Relay;
  readonly #submission: Submission;
  readonly #workers: { readonly running: Iterable<RunningAttempt>; close(patienceMs: number): Promise<void> }[] = [];
  readonly #pulse: { close(): Promise<void> };
  readonly #stopMeasuring: () => void;
  #closing: Promise<void> | undefined;

  private constructor({ database, rabbitUrl, log, timings }: OpenJobsOptions) {
    this.#options = { database, log };
    this.#timings = { ...JOB_TIMINGS, ...timings };
    const { leaseMs, pollMs, pulseMs, announceAgainMs } = this.#timings;
    this.#attempts = new Attempts(database, leaseMs);
    const attempts = this.#attempts;
    this.#queue =
      rabbitUrl === undefined
        ? createEmbeddedQueue({ attempts, pollMs, log })
        : new RabbitQueue({ url: rabbitUrl, attempts, announceAfterMs: announceAgainMs, log });
    this.#relay = new Relay({ database, queue: this.#queue, timings: this.#timings, log });
    this.#submission = new Submission({ database, queue: this.#queue, relay: this.#relay });
    this.directory = new JobDirectory(database, this.#relay);
    this.changes = new Changes({
      database,
      queue: this.#queue,
      submission: this.#submission,
      timings: this.#timings,
      log,
    });
    const running = () => this.#workers.flatMap((worker) => [...worker.running]);
    this.#pulse = startPulse({ attempts, pulseMs, running, log });
    this.#stopMeasuring = beforeScrape(() => this.#measure());
  }

  /** Migrates the namespace of jobs. A broker that does not answer yet is no error: jobs are accepted meanwhile. */
  static async open(options: OpenJobsOptions): Promise<Jobs> {
    await migrate(options.database, NAMESPACE, new URL('migrations/', import.meta.url));
    return new Jobs(options);
  }

  /**
   * Submits a job: it is done once, or says why not.
   * @throws CodedError `BAD_USER_INPUT`, `UNAUTHENTICATED` or `IDEMPOTENCY_KEY_REUSED`; see Submission.
   */
  submit<Input>(definition: JobDefinition<Input>, input: Input, options: SubmitOptions): Promise<SubmittedJob> {
    return this.#submission.submit(definition, input, options);
  }

  /** Begins to run jobs of these kinds in this process. */
  work<Services>(
    definitions: readonly JobDefinition<unknown, Services>[],
    { services, graph }: WorkOptions<Services>,
  ): void {
    const { database, log } = this.#options;
    for (const definition of definitions) {
      const surroundings = { services, graph, database, log, stopMs: this.#timings.stopMs };
      this.#workers.push(new Worker({ ...surroundings, definition, queue: this.#queue, attempts: this.#attempts }));
    }
  }

  /** Begins nothing more, waits a while for what runs and gives the rest back to other workers. */
  close({ patienceMs = DRAIN_MS } = {}): Promise<void> {
    this.#closing ??= this.#close(patienceMs);
    return this.#closing;
  }

  async #close(patienceMs: number): Promise<void> {
    this.#stopMeasuring();
    await Promise.all(this.#workers.map((worker) => worker.close(patienceMs)));
    await Promise.all([this.#pulse.close(), this.changes.close()]);
    await this.#relay.close();
    await this.#queue.close();
  }

  async #measure(): Promise<void> {
    brokerReady.set(this.#queue.ready ? 1 : 0);
    jobsWaiting.reset();
    const { database, log } = this.#options;
    try {
      const { rows } = await database.query<{ kind: string; lane: number; count: number }>(
        `select a.kind, a.lane, count(*) from jobs.agenda a join jobs.jobs j on j.id = a.job_id
         where not a.leased and j.run_at <= now() and j.state in ('QUEUED', 'SCHEDULED') group by a.kind, a.lane`,
      );
      for (const { kind, lane, count } of rows)
        jobsWaiting.set({ kind, priority: PRIORITIES[lane] ?? 'normal' }, count);
    } catch (error) {
      // What else there is to measure is wanted the more.
      log.debug({ err: error }, 'the jobs that wait could not be counted');
    }
  }
}
