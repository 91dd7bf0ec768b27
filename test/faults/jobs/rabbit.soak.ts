import { Connection } from 'rabbitmq-client';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { laneQueue } from '../../../kit/jobs/queue/topology.ts';
import { Arena, JOBS, LIMIT_MS, missing, title } from './arena.ts';
import { harmUntil, seededRandom } from './chaos.ts';
import { disturb } from './disturb.ts';
import { ask } from './verdict.ts';

describe.skipIf(missing !== '')(title, { timeout: LIMIT_MS }, () => {
  let arena: Arena;
  beforeAll(async () => {
    arena = await Arena.open();
  }, LIMIT_MS);
  afterEach(() => arena.clear());
  afterAll(() => arena?.close());

  test('workers are killed, and stopped for longer than their leases, at random', async () => {
    const victims = [arena.keep('killed', 'work'), arena.keep('killed', 'work')];
    arena.keep('killed', 'submit');
    const { url } = arena.postgres;
    const random = seededRandom(1);
    const disturbances = await disturb({ url, scenario: 'killed', jobs: JOBS, victims, random, every: 125 });
    expect(disturbances).toBeGreaterThan(4);
    await arena.expectAllDone('killed');
  });

  test('the database is restarted and killed while jobs flow, and nobody has to be started again', async () => {
    const worker = arena.keep('databaseless', 'work');
    await worker.ready();
    const submitter = arena.keep('databaseless', 'submit');
    await submitter.ready();
    await arena.postgres.restart();
    await arena.postgres.kill();
    await arena.postgres.start();
    await submitter.submitted;
    await arena.expectAllDone('databaseless');
    expect(worker.deaths + submitter.deaths).toBe(0);
  });

  test('the submitter is killed between commit and announcement, again and again', async () => {
    const random = seededRandom(2);
    arena.keep('unannounced', 'work');
    const submitter = arena.keep('unannounced', 'submit');
    const sql = "select count(*)::integer as n from public.submitted where scenario = 'unannounced'";
    await harmUntil(submitter.submitted, random, [50, 300], async () => {
      const [row] = await ask<{ n: number }>(arena.postgres.url, sql);
      // Once it has begun: to be killed while it starts proves nothing.
      if (row && row.n > submitter.deaths * 250) submitter.signal('SIGKILL');
    });
    expect(submitter.deaths).toBeGreaterThan(1);
    await arena.expectAllDone('unannounced');
  });

  test('the broker is killed and restarted while jobs flow', async () => {
    const worker = arena.keep('brokerless', 'work');
    arena.keep('brokerless', 'submit');
    await worker.ready();
    await arena.rabbit.kill();
    await arena.rabbit.start();
    await arena.rabbit.restart();
    await arena.expectAllDone('brokerless');
  });

  test('the broker is not there when everything starts: it is said, jobs are accepted, and done when it comes', async () => {
    await arena.rabbit.kill();
    const worker = arena.keep('late', 'work');
    const submitter = arena.keep('late', 'submit');
    await submitter.submitted;
    expect(submitter.output).toContain('RabbitMQ does not answer; jobs are accepted and wait until it does');
    await arena.rabbit.start();
    await arena.expectAllDone('late');
    expect(worker.output).toContain('connected to RabbitMQ');
    expect(worker.deaths).toBe(0);
  });

  test('messages come several times, are lost, are none, or of a version to come', async () => {
    await arena.keep('garbled', 'submit').submitted;
    const connection = new Connection(arena.rabbit.url);
    try {
      const publisher = connection.createPublisher({ confirm: true });
      const { queue } = laneQueue('garbled.committed', 'normal');
      const send = (body: unknown): Promise<void> => publisher.send({ routingKey: queue, durable: true }, body);
      await connection.queuePurge(laneQueue('garbled.marked', 'normal').queue);
      const sql = "select id from jobs.jobs where kind = 'garbled.committed'";
      const rows = await ask<{ id: string }>(arena.postgres.url, sql);
      for (let copy = 0; copy < 3; copy++) await Promise.all(rows.map(({ id }) => send({ v: 1, id, attempt: 1 })));
      const id = rows[0]?.id;
      const unreadable = ['not even an object', { v: 2, id, attempt: 1 }, { v: 1, id }];
      await Promise.all(unreadable.map(send));
      arena.keep('garbled', 'work');
      await arena.expectAllDone('garbled');
      const kept = { queue: 'archipelago.unreadable', passive: true };
      await expect
        .poll(async () => (await connection.queueDeclare(kept)).messageCount, { timeout: 10_000 })
        .toBe(unreadable.length);
      await publisher.close();
    } finally {
      await connection.close();
    }
  });

  test('a broker that takes no messages holds up no submission', async () => {
    const worker = arena.keep('blocked', 'work');
    await worker.ready();
    await arena.rabbit.block();
    await arena.keep('blocked', 'submit').submitted;
    await arena.rabbit.unblock();
    await arena.expectAllDone('blocked');
  });

  test('a job that kills its worker each time is parked, and all others are done', async () => {
    const worker = arena.keep('poisoned', 'work');
    await worker.ready();
    arena.keep('poisoned', 'submit');
    await arena.submitTrouble('poisoned.poison', { retries: 2, timeout_ms: 60_000 });
    await arena.expectAllDoneBut('poisoned', { attempt: 3, error_code: 'WORKER_LOST' });
    expect(worker.deaths).toBe(3);
  });

  test('a job whose handler hangs is parked, and all others are done', async () => {
    const worker = arena.keep('hung', 'work');
    await worker.ready();
    arena.keep('hung', 'submit');
    await arena.submitTrouble('hung.hanging', { retries: 1, timeout_ms: 300 });
    await arena.expectAllDoneBut('hung', { attempt: 2, error_code: 'DEADLINE_EXCEEDED' });
    expect(worker.deaths).toBe(0);
  });
});
