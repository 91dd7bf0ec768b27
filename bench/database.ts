/**
 * `npm run bench:database`: what it costs, and saves, that the embedded Postgres runs in a worker thread.
 * Each place is measured in a process of its own (bench/database/measure.ts), in turns; of each figure
 * the best round is printed, because whatever else runs on the machine can only make it worse.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Figures, PEAK, START } from './database/figures.ts';

const ROUNDS = 5;
const PLACES = ['main thread', 'worker thread'] as const;

const measure = fileURLToPath(new URL('./database/measure.ts', import.meta.url));
const runs = new Map<string, Figures[]>(PLACES.map((place) => [place, []]));

for (let round = 0; round < ROUNDS; round += 1) {
  for (const place of PLACES) {
    const directory = await mkdtemp(join(tmpdir(), 'archipelago-bench-'));
    const run = async (): Promise<Figures> => {
      const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', measure, place, directory]);
      return JSON.parse(stdout);
    };
    const { [START]: firstStart = Number.NaN, [PEAK]: firstPeak = Number.NaN } = await run();
    const { [START]: secondStart = Number.NaN, [PEAK]: _, ...figures } = await run();
    runs.get(place)?.push({
      'first start, ms': firstStart,
      'peak RSS of the first start, MB': firstPeak,
      'second start, ms': secondStart,
      ...figures,
    });
    await rm(directory, { recursive: true });
  }
}

const report = Object.fromEntries(
  [...runs].map(([place, all]) => [
    place,
    Object.fromEntries(
      Object.keys(all[0] ?? {}).map((name) => [name, Math.min(...all.map((figures) => figures[name] ?? Number.NaN))]),
    ),
  ]),
);
const names = Object.keys(report[PLACES[0]] ?? {});
console.table(
  Object.fromEntries(
    names.map((name) => [name, Object.fromEntries(PLACES.map((place) => [place, report[place]?.[name]]))]),
  ),
);
console.log(
  JSON.stringify({ bench: 'database', node: process.version, cores: cpus().length, rounds: ROUNDS, ...report }),
);
