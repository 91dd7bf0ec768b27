import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '../../log.ts';
import { jobAttempts, jobDuration, jobsRunning, jobWait } from '../../telemetry/jobMetrics.ts';
import { failed, withAttemptSpan } from '../../telemetry/jobSpans.ts';
import type { JobDefinition } from '../defineJob.ts';
import type { BegunJob } from '../job.ts';
import type { Consumption, JobQueue } from '../queue/queue.ts';
import { Attempt, type Surroundings } from './attempt.ts';
import type { Attempts, Outcome } from './attempts.ts';
import { persistently } from './persistently.ts';

export interface WorkerOptions<Services> extends Surroundings<Services> {
  readonly definition: JobDefinition<unknown, Services>;
  readonly queue: JobQueue;
  readonly attempts: Attempts;
}

/** Runs the jobs of one kind: at most `concurrency` at once. */
export class Worker<Services> {
  readonly #options: WorkerOptions<Services>;
  readonly #log: Logger;
  readonly #consumption: Consumption;
  readonly #running = new Map<Attempt<Services>, Promise<void>>();
  readonly #closed = new AbortController();
  #reserved = 0;

  constructor(options: WorkerOptions<Services>) {
    this.#options = options;
    this.#log = options.log;
    const { kind, concurrency } = options.definition;
    const worker = this;
    this.#consumption = options.queue.consume({
      kind,
      concurrency,
      get free() {
        return concurrency - worker.#running.size - worker.#reserved;
      },
      reserve: () => {
        this.#reserved += 1;
      },
      release: () => {
        this.#reserved -= 1;
      },
      begin: (record) => {
        this.#reserved -= 1;
        this.#begin(record);
      },
    });
  }

  /** The attempts that run now. */
  get running(): Iterable<Attempt<Services>> {
    return this.#running.keys();
  }

  /** Begins nothing more; after `patienceMs` what still runs is told to stop and given back. */
  async close(patienceMs: number): Promise<void> {
    const timer = setTimeout(() => {
      for (const attempt of this.#running.keys()) attempt.stop('SHUTTING_DOWN');
      // What the database does not take any more, its lease will tell.
      setTimeout(() => this.#closed.abort(), this.#options.stopMs + LAST_WORDS_MS).unref();
    }, patienceMs);
    // A broker that does not answer keeps nobody: what it had sent and was not begun goes to somebody else by itself.
    const taken = this.#consumption
      .close()
      .catch((error: unknown) => this.#log.debug({ err: error }, 'a consumer broke'));
    await Promise.race([taken, sleep(FAREWELL_MS, undefined, { ref: false })]);
    await Promise.all(this.#running.values());
    clearTimeout(timer);
    this.#closed.abort();
  }

  #begin(record: BegunJob): void {
    const attempt = new Attempt(record, this.#options.definition, this.#options);
    const { kind } = record;
    jobsRunning.inc({ kind });
    if (record.attempt === 1) jobWait.observe({ kind }, Math.max(0, Date.now() - record.run_at.getTime()) / 1_000);
    const ended = this.#run(attempt)
      .catch((error: unknown) =>
        this.#log.error({ err: error, jobId: record.id }, 'the end of a job could not be told'),
      )
      .finally(() => {
        jobsRunning.dec({ kind });
        this.#running.delete(attempt);
        this.#consumption.more();
      });
    this.#running.set(attempt, ended);
  }

  #run(attempt: Attempt<Services>): Promise<void> {
    const { id, kind, trace, attempt: number } = attempt.record;
    const stopTimer = jobDuration.startTimer({ kind });
    return withAttemptSpan(kind, trace, { 'job.id': id, 'job.attempt': number }, async (span) => {
      const outcome = await attempt.run();
      stopTimer();
      const state = attempt.committed ? 'SUCCEEDED' : await this.#tell(attempt, outcome);
      jobAttempts.inc({ kind, state: state ?? 'LOST' });
      span.setAttribute('job.status', state ?? 'LOST');
      if (outcome.outcome !== 'SUCCEEDED' && state !== 'CANCELLED') {
        span.setAttribute('error.type', outcome.error_code);
        failed(span, outcome.error_message);
      }
      const details = { jobId: id, kind, attempt: number, state: state ?? 'LOST' };
      if (state === 'PARKED' || state === 'FAILED' || state === 'OUTCOME_UNKNOWN') {
        this.#log.warn(
          { ...details, error: outcome.outcome === 'SUCCEEDED' ? undefined : outcome.error_code },
          'a job ended badly',
        );
      } else this.#log.debug(details, 'an attempt ended');
    });
  }

  #tell({ pulse }: Attempt<Services>, outcome: Outcome) {
    return persistently(() => this.#options.attempts.finish({ ...pulse, ...outcome }), this.#closed.signal);
  }
}

/** For a broker to take its leave. */
const FAREWELL_MS = 1_000;
/** For what was given back to reach the database. */
const LAST_WORDS_MS = 2_000;
