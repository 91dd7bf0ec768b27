/**
 * `npm run bench:jobs`: what a job costs beside a message. Jobs over RabbitMQ and Postgres, and the bare client's
 * confirmed publish and consume on the same broker, in turns in one process. RABBITMQ_URL and DATABASE_URL name the
 * servers, by default those of this machine; a database of its own is made there and dropped.
 */
import pg from 'pg';
import { pino } from 'pino';
import { readConfig } from '../kit/config.ts';
import { openDatabase } from '../kit/database/openDatabase.ts';
import type { Contestant } from './jobs/contestant.ts';
import { startJobs } from './jobs/jobs.ts';
import { measureLatency, measureThroughput, type Throughput } from './jobs/measure.ts';
import { startRawClient } from './jobs/rawClient.ts';

const CASES = [
  { bytes: 1_000, count: 6_000 },
  { bytes: 64_000, count: 1_000 },
] as const;
const ROUNDS = 5;
const CALLERS = 256;
const CONCURRENCY = 256;
const ALONE = 200;

const config = readConfig(process.env);
const rabbitUrl = config.RABBITMQ_URL ?? 'amqp://guest:guest@127.0.0.1:5672';
const server = new URL(config.DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres');
const name = `archipelago_bench_${process.pid}`;

const median = (values: readonly number[]): number =>
  quantile(
    [...values].sort((a, b) => a - b),
    0.5,
  );
const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;

async function administer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server.href });
  await client.connect();
  await client.query(sql);
  await client.end();
}

interface Figures extends Throughput {
  readonly p50Ms: number;
  readonly p99Ms: number;
}

await administer(`create database ${name}`);
const figures: Record<string, Record<string, Figures>> = {};
try {
  const database = await openDatabase({
    url: Object.assign(new URL(server), { pathname: `/${name}` }).href,
    directory: '.',
    log: pino({ level: 'warn' }),
  });
  for (const { bytes, count } of CASES) {
    const contestants: Contestant[] = [
      await startJobs(database, rabbitUrl, bytes, CONCURRENCY),
      await startRawClient(rabbitUrl, bytes, CONCURRENCY),
    ];
    const rounds = new Map<string, Throughput[]>(contestants.map((contestant) => [contestant.name, []]));
    for (const contestant of contestants) await measureThroughput(contestant, count, CALLERS);
    for (let round = 0; round < ROUNDS; round++)
      for (const contestant of contestants)
        rounds.get(contestant.name)?.push(await measureThroughput(contestant, count, CALLERS));
    figures[bytes] = {};
    for (const contestant of contestants) {
      const all = rounds.get(contestant.name) ?? [];
      const latencies = await measureLatency(contestant, ALONE);
      figures[bytes][contestant.name] = {
        perSecond: median(all.map(({ perSecond }) => perSecond)),
        cpuMs: median(all.map(({ cpuMs }) => cpuMs)),
        p50Ms: quantile(latencies, 0.5),
        p99Ms: quantile(latencies, 0.99),
      };
    }
    await Promise.all(contestants.map((contestant) => contestant.close()));
  }
  await database.close();
} finally {
  await administer(`drop database if exists ${name} with (force)`);
}

console.log(
  `Medians of ${ROUNDS} rounds; ${CALLERS} callers, ${CONCURRENCY} at work; latency: one at a time, ${ALONE} times.\n`,
);
console.log('bytes   who              CPU ms each   per second   begins after p50 / p99 ms');
for (const [bytes, byName] of Object.entries(figures)) {
  for (const [who, { cpuMs, perSecond, p50Ms, p99Ms }] of Object.entries(byName)) {
    console.log(
      `${bytes.padEnd(6)}  ${who.padEnd(15)}  ${cpuMs.toFixed(3).padStart(11)}   ${perSecond.toFixed(0).padStart(10)}   ${p50Ms.toFixed(1)} / ${p99Ms.toFixed(1)}`,
    );
  }
}
const round = (value: number | undefined): number => Math.round(10 * (value ?? Number.NaN)) / 10;
const small = figures[CASES[0].bytes];
console.log(
  JSON.stringify({
    bench: 'jobs',
    jobsPerSecond: round(small?.jobs?.perSecond),
    rawPerSecond: round(small?.['rabbitmq-client']?.perSecond),
    submitToStartP50Ms: round(small?.jobs?.p50Ms),
    figures,
  }),
);
