import type { Connection } from 'rabbitmq-client';
import { PRIORITIES, type Priority } from '../job.ts';

/*
 * All that is declared at the broker. Whoever publishes or consumes declares what it uses, so that nobody has to be
 * first, and declares it again after a broker has lost everything.
 */

const UNREADABLE = 'archipelago.unreadable';

/** Survives the loss of a minority of the broker's nodes, and every restart. */
function quorumQueue(queue: string, more: { readonly 'x-dead-letter-exchange'?: string } = {}) {
  return { queue, durable: true, arguments: { 'x-queue-type': 'quorum' as const, ...more } };
}

/** The queue of the jobs of one kind and priority. A priority is a queue, since quorum queues know none. */
export function laneQueue(kind: string, priority: Priority) {
  return quorumQueue(`archipelago.jobs.${kind}.${priority}`, { 'x-dead-letter-exchange': UNREADABLE });
}

/** The queues of a kind, those of the higher priorities first. */
export function laneQueues(kind: string) {
  return PRIORITIES.map((priority) => laneQueue(kind, priority));
}

/** Where messages go that no worker can read, for a person to look at; their jobs are announced again. */
export async function declareUnreadable(connection: Connection): Promise<void> {
  await connection.exchangeDeclare({ exchange: UNREADABLE, type: 'fanout', durable: true });
  await connection.queueDeclare(quorumQueue(UNREADABLE));
  await connection.queueBind({ exchange: UNREADABLE, queue: UNREADABLE });
}

/** Tells every process that keeps projections which entities have changed; what changed is in the database. */
export const CHANGES_EXCHANGE = { exchange: 'archipelago.changes', type: 'topic', durable: true } as const;

/**
 * Messages that a consumer of one lane holds. What has begun is acknowledged, so these are what waits for a place: no
 * more than may begin together. One that waits here while another worker is idle is announced again, and begun there.
 */
export function prefetchOf(concurrency: number): number {
  return Math.min(concurrency, 1_000);
}
