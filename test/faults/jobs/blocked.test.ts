import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../kit/database/database.ts';
import type { Announcement } from '../../../kit/jobs/queue/queue.ts';
import { RabbitQueue } from '../../../kit/jobs/queue/rabbitQueue.ts';
import { Attempts } from '../../../kit/jobs/work/attempts.ts';
import { type PrivateRabbit, rabbitInstalled, startRabbit } from '../../services/privateRabbit.ts';

const LIMIT_MS = 60_000;
/** Far less than the patience of a process that shuts down. */
const SOON_MS = 5_000;

/** Nothing is begun here. */
const unused: Database = {
  kind: 'postgres',
  query: () => Promise.reject(new Error('the queue asked the database')),
  transaction: () => Promise.reject(new Error('the queue asked the database')),
  close: async () => {},
};
const jobs = Array.from({ length: 20 }, (_, n): Announcement => {
  return { id: `job-${n}`, kind: 'blocked.work', priority: 'normal', attempt: 1, trace: null };
});

const title = `a broker that takes no messages${rabbitInstalled ? '' : ' (RabbitMQ is not installed here)'}`;
describe.skipIf(!rabbitInstalled)(title, { timeout: LIMIT_MS }, () => {
  let rabbit: PrivateRabbit;
  beforeAll(async () => {
    rabbit = await startRabbit();
  }, LIMIT_MS);
  afterAll(() => rabbit?.stop(), LIMIT_MS);

  const openQueue = async (): Promise<RabbitQueue> => {
    const attempts = new Attempts(unused, 1_000);
    const queue = new RabbitQueue({
      url: rabbit.url,
      attempts,
      announceAfterMs: 1_000,
      log: pino({ level: 'silent' }),
    });
    await new Promise<void>((resolve) => queue.onReady(resolve));
    return queue;
  };

  test('keeps nobody waiting: what it did not confirm is untold, and told when it takes messages again', async () => {
    const queue = await openQueue();
    await rabbit.block();
    expect(await queue.announce(jobs)).toEqual(jobs);
    expect(queue.ready).toBe(false);
    const ready = new Promise<void>((resolve) => queue.onReady(resolve));
    await rabbit.unblock();
    await ready;
    expect(await queue.announce(jobs)).toEqual([]);
    await queue.close();
  });

  test('holds up no process that shuts down', async () => {
    const queue = await openQueue();
    await rabbit.block();
    await queue.announce(jobs);
    const began = performance.now();
    await queue.close();
    expect(performance.now() - began).toBeLessThan(SOON_MS);
    await rabbit.unblock();
  });
});
