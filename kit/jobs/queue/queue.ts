import type { BegunJob, Priority } from '../job.ts';

/** A job that waits for a worker. Nothing of what it is about: that stays in the database. */
export interface Announcement {
  readonly id: string;
  readonly kind: string;
  readonly priority: Priority;
  /** The number of the attempt that is to begin. */
  readonly attempt: number;
  /** traceparent of who submitted it. */
  readonly trace: string | null;
}

/** What takes jobs of one kind: so many at once. */
export interface Intake {
  readonly kind: string;
  /** How many more may begin now. */
  readonly free: number;
  readonly concurrency: number;
  /** Takes one of the free places; it is given back by `release`, or kept by `begin`. */
  reserve(): void;
  release(): void;
  begin(job: BegunJob): void;
}

export interface Consumption {
  /** To be called when a place became free. */
  more(): void;
  /** Takes no more; resolves once what it had taken has begun or was given back. */
  close(): Promise<void>;
}

/** What brings jobs that may begin to workers. One contract (queue.contract.test.ts), two kinds. */
export interface JobQueue {
  readonly kind: 'embedded' | 'rabbitmq';
  /** Whether a job comes to a worker only if it is announced, and is announced again when nobody began it. */
  readonly needsAnnouncing: boolean;
  /** How long a submitter has to announce what it has written, in milliseconds. */
  readonly announceAfterMs: number;
  /** Whether announcements can be taken now. */
  readonly ready: boolean;
  /** Calls the listener each time it becomes ready. */
  onReady(listener: () => void): void;
  /** Tells workers of jobs that are committed. @returns those that could not be told. */
  announce(jobs: readonly Announcement[]): Promise<readonly Announcement[]>;
  consume(intake: Intake): Consumption;
  /** Tells other processes that entities of this type have changed. It may be lost: who must know also looks by himself. */
  notify(entity: string): void;
  /** Calls the listener, until it is closed, when another process notifies of the entity. */
  onNotice(entity: string, listener: () => void): void;
  close(): Promise<void>;
}
