import { type AsyncMessage, type Connection, type Consumer, ConsumerStatus } from 'rabbitmq-client';
import type { Logger } from '../../log.ts';
import type { AttemptKey, Attempts } from '../work/attempts.ts';
import { persistently } from '../work/persistently.ts';
import { readMessage } from './message.ts';
import type { Consumption, Intake } from './queue.ts';
import { laneQueues, prefetchOf } from './topology.ts';

export interface RabbitConsumptionOptions {
  readonly intake: Intake;
  readonly connection: Connection;
  readonly attempts: Attempts;
  readonly log: Logger;
}

interface Waiting {
  readonly key: AttemptKey;
  /** Answers the message. */
  answer(status: ConsumerStatus): void;
}

/**
 * Takes jobs of one kind from its queues, those of the higher priorities first. A message is acknowledged as soon as
 * its attempt has begun in the database: from then on the lease speaks for it, however long the job runs, and not the
 * broker's patience with consumers.
 */
export class RabbitConsumption implements Consumption {
  readonly #intake: Intake;
  readonly #attempts: Attempts;
  readonly #log: Logger;
  readonly #lanes: readonly { readonly waiting: Waiting[]; readonly consumer: Consumer }[];
  readonly #closing = new AbortController();

  constructor({ intake, connection, attempts, log }: RabbitConsumptionOptions) {
    this.#intake = intake;
    this.#attempts = attempts;
    this.#log = log;
    const prefetch = prefetchOf(intake.concurrency);
    this.#lanes = laneQueues(intake.kind).map(({ queue, ...queueOptions }) => {
      const waiting: Waiting[] = [];
      const consumer = connection.createConsumer(
        {
          queue,
          queueOptions: { queue, ...queueOptions },
          qos: { prefetchCount: prefetch },
          concurrency: prefetch,
        },
        (message) => this.#receive(message, waiting),
      );
      // Of a connection that is lost the connection tells; anything else is a refusal.
      consumer.on('error', (error: unknown) => {
        log[connection.ready ? 'warn' : 'debug']({ err: error, queue }, 'a consumer has to begin anew');
        this.giveBack();
      });
      return { waiting, consumer };
    });
  }

  more(): void {
    while (this.#intake.free > 0) {
      const next = this.#lanes.find(({ waiting }) => waiting.length > 0)?.waiting.shift();
      if (next === undefined) return;
      this.#intake.reserve();
      void this.#begin(next);
    }
  }

  /**
   * Gives back what waits for a place. A consumer comes back after a connection was lost only once all its messages are
   * answered, and those of a lost connection go to somebody else anyway.
   */
  giveBack(): void {
    for (const { waiting } of this.#lanes) for (const { answer } of waiting.splice(0)) answer(ConsumerStatus.REQUEUE);
  }

  async close(): Promise<void> {
    this.#closing.abort();
    this.giveBack();
    await Promise.all(this.#lanes.map(({ consumer }) => consumer.close()));
  }

  #receive({ body }: AsyncMessage, waiting: Waiting[]): Promise<ConsumerStatus> | ConsumerStatus {
    if (this.#closing.signal.aborted) return ConsumerStatus.REQUEUE;
    const key = readMessage(body);
    if (key === null) {
      this.#log.error(
        { kind: this.#intake.kind },
        'a message is none that this version reads; see archipelago.unreadable',
      );
      return ConsumerStatus.DROP;
    }
    return new Promise((answer) => {
      waiting.push({ key, answer });
      this.more();
    });
  }

  async #begin({ key, answer }: Waiting): Promise<void> {
    try {
      const job = await persistently(() => this.#attempts.claim(key), this.#closing.signal);
      if (job) this.#intake.begin(job);
      else this.#free();
      answer(ConsumerStatus.ACK);
    } catch (error) {
      this.#free();
      if (this.#closing.signal.aborted) return answer(ConsumerStatus.REQUEUE);
      // Not back into the queue, where it would come again at once: the job is announced again when it is due.
      this.#log.error({ err: error, jobId: key.id }, 'a job could not be begun');
      answer(ConsumerStatus.DROP);
    }
  }

  #free(): void {
    this.#intake.release();
    this.more();
  }
}
