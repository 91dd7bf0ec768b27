/** `measure.ts PLACE DIRECTORY`: opens the embedded Postgres there, measures, prints the figures as JSON. */
import { join } from 'node:path';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { openDatabase } from '../../kit/database/openDatabase.ts';
import { type Figures, PEAK, START } from './figures.ts';

const [, , place, directory = ''] = process.argv;
const SEQUENTIAL = 1_000;
/** Offered load, as requests do come: not when the last answer is there, but when they like. */
const QUERIES_PER_SECOND = 150;
const LOAD_MS = 5_000;

interface Opened {
  query(sql: string, parameters?: readonly unknown[]): Promise<{ rows: object[] }>;
}

async function open(): Promise<Opened> {
  if (place === 'worker thread') {
    return openDatabase({ url: undefined, directory, log: pino({ level: 'silent' }) });
  }
  const { openInMainThread } = await import('./mainThread.ts');
  const pool = await openInMainThread(join(directory, 'main'));
  return { query: (sql, parameters) => pool.query(sql, parameters && [...parameters]) };
}

function percentile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;
}

const megabytes = (bytes: number): number => Math.round(bytes / 1e6);
const rounded = (ms: number): number => Number(ms.toFixed(2));

/** How late the loop is for a timer of each millisecond while `work` runs. */
async function loopDelays(work: () => Promise<void>): Promise<number[]> {
  const delays: number[] = [];
  let working = true;
  const watch = async (): Promise<void> => {
    while (working) {
      const asked = performance.now();
      await sleep(1);
      delays.push(Math.max(0, performance.now() - asked - 1));
    }
  };
  const watching = watch();
  await nextTurn();
  await work();
  working = false;
  await watching;
  return delays;
}

async function latencies(database: Opened, ids: readonly string[]): Promise<number[]> {
  const all: number[] = [];
  for (let index = 0; index < SEQUENTIAL; index += 1) {
    const started = performance.now();
    await database.query('select * from item where id = any($1)', [ids]);
    all.push(performance.now() - started);
    await nextTurn();
  }
  return all;
}

const started = performance.now();
const database = await open();
const startMs = performance.now() - started;
const rssAfterStart = process.memoryUsage.rss();

await database.query('create table if not exists item (id text primary key, body text not null)');
await database.query(
  `insert into item select 'p' || n, repeat('lorem ', 30) from generate_series(1, 5000) n on conflict do nothing`,
);
const idsOf = (count: number): string[] => Array.from({ length: count }, (_, index) => `p${index * 37 + 1}`);

const ten = await latencies(database, idsOf(10));
const hundred = await latencies(database, idsOf(100));

const underLoad: number[] = [];
const delays = await loopDelays(async () => {
  const pending: Promise<void>[] = [];
  const began = performance.now();
  for (let sent = 0; performance.now() - began < LOAD_MS; ) {
    for (; sent < ((performance.now() - began) / 1_000) * QUERIES_PER_SECOND; sent += 1) {
      const asked = performance.now();
      pending.push(
        database.query('select * from item where id = any($1)', [idsOf(100)]).then(() => {
          underLoad.push(performance.now() - asked);
        }),
      );
    }
    await sleep(1);
  }
  await Promise.all(pending);
});
const heavy = await loopDelays(async () => {
  await database.query('select count(*) from generate_series(1, 2000000) n where n % 7 = 3');
});

const figures: Figures = {
  [START]: Math.round(startMs),
  'RSS after start, MB': megabytes(rssAfterStart),
  'RSS after load, MB': megabytes(process.memoryUsage.rss()),
  [PEAK]: Math.round(process.resourceUsage().maxRSS / 1e3),
  'query of 10 ids, p50 ms': rounded(percentile(ten, 0.5)),
  'query of 10 ids, p99 ms': rounded(percentile(ten, 0.99)),
  'query of 100 ids, p50 ms': rounded(percentile(hundred, 0.5)),
  'query of 100 ids, p99 ms': rounded(percentile(hundred, 0.99)),
  [`at ${QUERIES_PER_SECOND} queries/s of 100 ids: query p99 ms`]: rounded(percentile(underLoad, 0.99)),
  [`at ${QUERIES_PER_SECOND} queries/s of 100 ids: loop delay p99 ms`]: rounded(percentile(delays, 0.99)),
  [`at ${QUERIES_PER_SECOND} queries/s of 100 ids: loop delay max ms`]: rounded(Math.max(...delays)),
  'during one statement over 2 million rows: loop delay max ms': rounded(Math.max(...heavy)),
};
console.log(JSON.stringify(figures));
process.exit(0);
