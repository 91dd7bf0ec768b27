import type { Connection, Publisher } from 'rabbitmq-client';
import type { Logger } from '../../log.ts';
import type { Attempts } from '../work/attempts.ts';
import { connectToBroker, disconnect } from './brokerConnection.ts';
import { writeMessage } from './message.ts';
import type { Announcement, Consumption, Intake, JobQueue } from './queue.ts';
import { RabbitConsumption } from './rabbitConsumption.ts';
import { RabbitNotices } from './rabbitNotices.ts';
import { declareUnreadable, laneQueue } from './topology.ts';

export interface RabbitQueueOptions {
  /** `amqp://user:password@host:5672/vhost` */
  readonly url: string;
  readonly attempts: Attempts;
  readonly announceAfterMs: number;
  readonly log: Logger;
}

/** Announcements that may wait for the broker's confirmation; what comes beyond that is announced later. */
const MAX_UNCONFIRMED = 5_000;

/** The queue over RabbitMQ: an announcement is a message, confirmed by the broker; its job stays in the database. */
export class RabbitQueue implements JobQueue {
  readonly kind = 'rabbitmq';
  readonly needsAnnouncing = true;
  readonly announceAfterMs: number;
  readonly #attempts: Attempts;
  readonly #log: Logger;
  // Two: a broker that takes no more messages stops reading from whoever publishes, acknowledgements included.
  readonly #publishing: Connection;
  readonly #consuming: Connection;
  readonly #publisher: Publisher;
  readonly #declared = new Map<string, Promise<unknown>>();
  readonly #consumptions = new Set<RabbitConsumption>();
  /** Each ends the wait for one confirmation. */
  readonly #unconfirmed = new Set<() => void>();
  readonly #notices: RabbitNotices;

  constructor({ url, attempts, announceAfterMs, log }: RabbitQueueOptions) {
    this.announceAfterMs = announceAfterMs;
    this.#attempts = attempts;
    this.#log = log;
    this.#publishing = connectToBroker(url, 'announces jobs', log);
    this.#consuming = connectToBroker(url, 'takes jobs', log);
    this.#publisher = this.#publishing.createPublisher({ confirm: true });
    this.#notices = new RabbitNotices({ publishing: this.#publishing, consuming: this.#consuming, log });
    this.#publishing.on('connection', () => this.#declared.clear());
    // What it has not confirmed by then it may confirm in hours: that is announced again, which is harmless.
    this.#publishing.on('connection.blocked', () => {
      for (const giveUp of this.#unconfirmed) giveUp();
    });
    this.#consuming.on('connection', () => {
      declareUnreadable(this.#consuming).catch((error: unknown) =>
        log.warn({ err: error }, 'RabbitMQ refuses a queue'),
      );
    });
    this.#consuming.on('error', () => {
      for (const consumption of this.#consumptions) consumption.giveBack();
    });
    // Somebody deleted the queue: the message is lost, and its job is announced again when it is due.
    this.#publisher.on('basic.return', ({ routingKey }) => this.#declared.delete(routingKey));
  }

  get ready(): boolean {
    return this.#publishing.ready;
  }

  onReady(listener: () => void): void {
    this.#publishing.on('connection', listener);
    this.#publishing.on('connection.unblocked', listener);
  }

  async announce(jobs: readonly Announcement[]): Promise<readonly Announcement[]> {
    const told = await Promise.all(jobs.map((job) => this.#announceOne(job)));
    return jobs.filter((_, index) => !told[index]);
  }

  consume(intake: Intake): Consumption {
    const options = { intake, connection: this.#consuming, attempts: this.#attempts, log: this.#log };
    const consumption = new RabbitConsumption(options);
    this.#consumptions.add(consumption);
    return {
      more: () => consumption.more(),
      close: async () => {
        await consumption.close();
        this.#consumptions.delete(consumption);
      },
    };
  }

  notify(entity: string): void {
    this.#notices.notify(entity);
  }

  onNotice(entity: string, listener: () => void): void {
    this.#notices.onNotice(entity, listener);
  }

  async close(): Promise<void> {
    await Promise.all([
      disconnect(this.#publishing, async () => {
        await Promise.all([this.#publisher.close(), this.#notices.stopNotifying()]);
      }),
      disconnect(this.#consuming, () => this.#notices.stopListening()),
    ]);
  }

  #announceOne(job: Announcement): Promise<boolean> {
    if (!this.ready || this.#unconfirmed.size >= MAX_UNCONFIRMED) return Promise.resolve(false);
    return new Promise((resolve) => {
      const settle = (told: boolean): void => {
        this.#unconfirmed.delete(giveUp);
        resolve(told);
      };
      const giveUp = (): void => settle(false);
      this.#unconfirmed.add(giveUp);
      void this.#publish(job).then(settle);
    });
  }

  async #publish(job: Announcement): Promise<boolean> {
    try {
      const queue = laneQueue(job.kind, job.priority);
      await this.#declare(queue);
      const { envelope, body } = writeMessage(job);
      await this.#publisher.send({ ...envelope, routingKey: queue.queue, mandatory: true }, body);
      return true;
    } catch (error) {
      this.#log[this.ready ? 'warn' : 'debug'](
        { err: error, jobId: job.id },
        'an announcement did not reach the broker',
      );
      return false;
    }
  }

  #declare(queue: ReturnType<typeof laneQueue>): Promise<unknown> {
    let declared = this.#declared.get(queue.queue);
    if (declared === undefined) {
      declared = this.#publishing.queueDeclare(queue).catch((error: unknown) => {
        this.#declared.delete(queue.queue);
        throw error;
      });
      this.#declared.set(queue.queue, declared);
    }
    return declared;
  }
}
