import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { Connection } from 'rabbitmq-client';
import { z } from 'zod';
import type { Database } from '../../kit/database/database.ts';
import { defineJob } from '../../kit/jobs/defineJob.ts';
import { Jobs } from '../../kit/jobs/jobs.ts';
import { laneQueues } from '../../kit/jobs/queue/topology.ts';
import type { Contestant } from './contestant.ts';

const POLL_MS = 5;
const identity = { subject: 'bench', tenant: null, scopes: [] };

/** Jobs over RabbitMQ: written to Postgres, announced with confirms, begun under a lease, their end written to Postgres. */
export async function startJobs(
  database: Database,
  rabbitUrl: string,
  bytes: number,
  concurrency: number,
): Promise<Contestant> {
  const log = pino({ level: 'warn' });
  const jobs = await Jobs.open({ database, rabbitUrl, log });
  const padding = 'x'.repeat(bytes);
  const contestant: Contestant = {
    name: 'jobs',
    hand: async (number) => void (await jobs.submit(work, { number, padding }, { identity })),
    onBegin: () => {},
    settled: async () => {
      while ((await database.query('select 1 from jobs.agenda where kind = $1 limit 1', [work.kind])).rows.length > 0)
        await sleep(POLL_MS);
    },
    close: async () => {
      await jobs.close();
      const connection = new Connection(rabbitUrl);
      await Promise.all(laneQueues(work.kind).map(({ queue }) => connection.queueDelete(queue)));
      await connection.close();
    },
  };
  const work = defineJob({
    kind: `bench${process.pid}.bytes${bytes}`,
    input: z.object({ number: z.number(), padding: z.string() }),
    concurrency,
    handler: async ({ number }) => contestant.onBegin(number),
  });
  jobs.work([work], { services: undefined });
  return contestant;
}
