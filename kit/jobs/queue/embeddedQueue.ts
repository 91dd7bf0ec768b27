import type { Logger } from '../../log.ts';
import type { Attempts } from '../work/attempts.ts';
import type { Consumption, Intake, JobQueue } from './queue.ts';

export interface EmbeddedQueueOptions {
  readonly attempts: Attempts;
  /** How often workers look for what other processes submitted, and for what became due. */
  readonly pollMs: number;
  readonly log: Logger;
}

/** The queue that needs no broker: workers take from the agenda itself, in whichever process they are. */
export function createEmbeddedQueue({ attempts, pollMs, log }: EmbeddedQueueOptions): JobQueue {
  const consumptions = new Map<string, Set<EmbeddedConsumption>>();
  return {
    kind: 'embedded',
    needsAnnouncing: false,
    announceAfterMs: 0,
    ready: true,
    onReady: (listener) => listener(),
    announce: async (jobs) => {
      for (const kind of new Set(jobs.map((job) => job.kind)))
        for (const consumption of consumptions.get(kind) ?? []) consumption.more();
      return [];
    },
    consume: (intake) => {
      const consumption = new EmbeddedConsumption(intake, attempts, pollMs, log);
      const ofKind = consumptions.get(intake.kind) ?? new Set();
      consumptions.set(intake.kind, ofKind.add(consumption));
      return {
        more: () => consumption.more(),
        close: async () => {
          ofKind.delete(consumption);
          await consumption.close();
        },
      };
    },
    // Other processes look by themselves.
    notify: () => {},
    onNotice: () => {},
    close: async () => {},
  };
}

class EmbeddedConsumption implements Consumption {
  readonly #intake: Intake;
  readonly #attempts: Attempts;
  readonly #log: Logger;
  readonly #timer: NodeJS.Timeout;
  #taking: Promise<void> | undefined;
  #again = false;
  #closed = false;

  constructor(intake: Intake, attempts: Attempts, pollMs: number, log: Logger) {
    this.#intake = intake;
    this.#attempts = attempts;
    this.#log = log;
    this.#timer = setInterval(() => this.more(), pollMs);
    this.more();
  }

  more(): void {
    this.#again = true;
    this.#taking ??= this.#takeWhileAny();
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#timer);
    await this.#taking;
  }

  async #takeWhileAny(): Promise<void> {
    // Places that become free together are filled together.
    await new Promise(setImmediate);
    while (this.#again && !this.#closed && this.#intake.free > 0) {
      this.#again = false;
      await this.#take();
    }
    // Here, and not when the promise has resolved: who asks in between would be forgotten.
    this.#taking = undefined;
  }

  async #take(): Promise<void> {
    const most = this.#intake.free;
    for (let place = 0; place < most; place++) this.#intake.reserve();
    let begun = 0;
    try {
      const jobs = await this.#attempts.claimReady(this.#intake.kind, most);
      for (const job of jobs) this.#intake.begin(job);
      begun = jobs.length;
      if (begun === most) this.#again = true;
    } catch (error) {
      this.#log.warn({ err: error, kind: this.#intake.kind }, 'no jobs could be taken; trying again');
    } finally {
      for (let place = begun; place < most; place++) this.#intake.release();
    }
  }
}
