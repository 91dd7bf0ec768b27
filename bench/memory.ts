/**
 * `DATABASE_URL=… tsx bench/memory.ts`: the most memory that each process of a graph takes under load, on Linux.
 * k8s/ requests and limits what this says. The database is one to spare: it is filled with the demo world.
 */
import { readFile } from 'node:fs/promises';
import { readConfig } from '../kit/config.ts';
import { defaultPort, subgraphs } from '../subgraphs/index.ts';
import { ask } from '../test/graph.ts';
import { type RunningProcess, runProcess, startProcess } from '../test/processes.ts';

const SECONDS = 60;
const CALLERS = 16;

const { DATABASE_URL } = readConfig(process.env);
if (DATABASE_URL === undefined) throw new Error('Set DATABASE_URL to a database to spare.');
const env = { DATABASE_URL };

/** Resident memory in MiB: at most so far, and now. */
async function memoryOf({ pid }: RunningProcess): Promise<{ peak: number; now: number }> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const mebibytes = (field: string) =>
    Math.round(Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1_024);
  return { peak: mebibytes('VmHWM'), now: mebibytes('VmRSS') };
}

function queryOf(products: number): string {
  return `{ products(first: ${products}) { nodes { id name averageRating
    reviews(first: 20) { nodes { rating body sentiment { label score confidence } } } } } }`;
}

async function load(url: string): Promise<{ answers: number; whole: number }> {
  const end = performance.now() + SECONDS * 1_000;
  const count = { answers: 0, whole: 0 };
  const caller = async (): Promise<void> => {
    while (performance.now() < end) {
      const { errors } = await ask(url, queryOf(20 + (count.answers % 30)));
      count.answers += 1;
      if (errors === undefined) count.whole += 1;
    }
  };
  await Promise.all(Array.from({ length: CALLERS }, caller));
  return count;
}

const seeding = await runProcess({ entrance: 'subgraphs/seed.ts', env });
if (seeding.code !== 0) throw new Error(seeding.output);

const processes = new Map<string, RunningProcess>();
try {
  for (const [name, entry] of Object.entries(subgraphs)) {
    if (!(entry instanceof Function)) continue;
    // Where the committed supergraph expects it.
    const port = String(defaultPort(name));
    processes.set(
      name,
      await startProcess({ entrance: 'subgraphs/main.ts', args: [name], env: { ...env, PORT: port } }),
    );
  }
  const router = await startProcess({ entrance: 'router/main.ts', env: { PORT: '0' } });
  processes.set('router', router);

  const idle = await Promise.all([...processes.values()].map(memoryOf));
  const count = await load(router.url);
  const after = await Promise.all([...processes.values()].map(memoryOf));

  console.log(
    `${count.answers} answers in ${SECONDS} s to ${CALLERS} callers, ${count.whole} of them without an error`,
  );
  console.table(
    [...processes.keys()].map((name, index) => ({
      process: name,
      'MiB at rest': idle[index]?.now,
      'MiB after': after[index]?.now,
      'MiB at most': after[index]?.peak,
    })),
  );
} finally {
  await Promise.all([...processes.values()].map((running) => running.stop()));
}
