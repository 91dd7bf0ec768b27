import type { Connection, Consumer, Publisher } from 'rabbitmq-client';
import type { Logger } from '../../log.ts';
import { CHANGES_EXCHANGE } from './topology.ts';

export interface RabbitNoticesOptions {
  readonly publishing: Connection;
  readonly consuming: Connection;
  readonly log: Logger;
}

/**
 * Notices that entities of a type have changed, by which one process spares another the wait until it looks by itself.
 * So none is kept: not by this process while the broker is away, nor by the broker for whoever is not there.
 */
export class RabbitNotices {
  readonly #options: RabbitNoticesOptions;
  readonly #underWay = new Set<string>();
  readonly #again = new Set<string>();
  readonly #consumers: Consumer[] = [];
  #publisher: Publisher | undefined;

  constructor(options: RabbitNoticesOptions) {
    this.#options = options;
  }

  /** At most one notice of an entity is under way, and another to follow it: they all say the same. */
  notify(entity: string): void {
    const { publishing, log } = this.#options;
    if (!publishing.ready) return;
    if (this.#underWay.has(entity)) {
      this.#again.add(entity);
      return;
    }
    this.#underWay.add(entity);
    this.#publisher ??= publishing.createPublisher({ confirm: true, exchanges: [CHANGES_EXCHANGE] });
    this.#publisher
      .send({ exchange: CHANGES_EXCHANGE.exchange, routingKey: entity }, '')
      .catch((error: unknown) => log.debug({ err: error, entity }, 'nobody could be told of a change'))
      .finally(() => {
        this.#underWay.delete(entity);
        if (this.#again.delete(entity)) this.notify(entity);
      });
  }

  onNotice(entity: string, listener: () => void): void {
    const { consuming, log } = this.#options;
    const consumer = consuming.createConsumer(
      {
        queueOptions: { exclusive: true },
        exchanges: [CHANGES_EXCHANGE],
        queueBindings: [{ exchange: CHANGES_EXCHANGE.exchange, routingKey: entity }],
        noAck: true,
      },
      () => listener(),
    );
    // Of a connection that is lost the connection tells.
    consumer.on('error', (error: unknown) => log.debug({ err: error, entity }, 'notices of changes begin anew'));
    this.#consumers.push(consumer);
  }

  async stopNotifying(): Promise<void> {
    this.#again.clear();
    await this.#publisher?.close();
  }

  async stopListening(): Promise<void> {
    await Promise.all(this.#consumers.map((consumer) => consumer.close()));
  }
}
