import { once } from 'node:events';
import { Connection } from 'rabbitmq-client';
import type { Contestant } from './contestant.ts';

/** The bare client: each message confirmed by a durable quorum queue, consumed and acknowledged. Nothing else is kept. */
export async function startRawClient(url: string, bytes: number, concurrency: number): Promise<Contestant> {
  const queue = {
    queue: `archipelago.bench.${process.pid}.${bytes}`,
    durable: true,
    arguments: { 'x-queue-type': 'quorum' as const },
  };
  const connection = new Connection({ url, noDelay: true });
  const publisher = connection.createPublisher({ confirm: true, queues: [queue] });
  const padding = 'x'.repeat(bytes);
  const contestant: Contestant = {
    name: 'rabbitmq-client',
    hand: (number) => publisher.send({ routingKey: queue.queue, durable: true }, { number, padding }),
    onBegin: () => {},
    // Acknowledgements are not confirmed: there is nothing to wait for.
    settled: async () => {},
    close: async () => {
      await consumer.close();
      await connection.queueDelete(queue.queue);
      await publisher.close();
      await connection.close();
    },
  };
  const consumer = connection.createConsumer(
    { queue: queue.queue, queueOptions: queue, qos: { prefetchCount: 2 * concurrency }, concurrency },
    async ({ body }) => {
      contestant.onBegin(body.number);
    },
  );
  await once(consumer, 'ready');
  return contestant;
}
