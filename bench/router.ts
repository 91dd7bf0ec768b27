/**
 * `npm run bench:router [-- CONTESTANT…]`: what a request costs in our router and in its peers, which take turns. First
 * all must give the same answers. `npm ci --prefix bench/peers` installs the peers.
 */
import { Arena } from './router/arena.ts';
import type { RunningContestant } from './router/child.ts';
import { contestants } from './router/contestants.ts';
import { SCENARIOS } from './router/load.ts';
import { rssMbOf } from './router/processCosts.ts';
import { report } from './router/report.ts';

const TURNS = 3;
/** After so many, the memory of our own router is told. */
const SOAK_REQUESTS = 200_000;

const wanted = process.argv.slice(2);
const arena = await Arena.open((urls) =>
  contestants(urls).filter(({ name }) => wanted.length === 0 || wanted.includes(name)),
);
await arena.warmUp();
const rounds = [];
for (const scenario of SCENARIOS) rounds.push(...(await arena.measureAll(scenario, TURNS)));
const rssMb = new Map<string, number>();
for (const one of arena.running) rssMb.set(one.contestant.name, await soak(one));
report(
  rounds,
  arena.running.map(({ contestant }) => contestant),
  rssMb,
);
process.exit();

/** Resident memory in megabytes at the end; of our own router after 200,000 requests, with the way there. */
async function soak(one: RunningContestant): Promise<number> {
  const { name } = one.contestant;
  const targets = name.startsWith('router') ? [SOAK_REQUESTS / 2, SOAK_REQUESTS] : [];
  for (const target of targets) {
    await arena.drive(one, 'distinct', { requests: Math.max(0, target - arena.servedBy(name)) });
    console.log(`${name}: ${rssMbOf(one.pid).toFixed(0)} MB resident after ${arena.servedBy(name)} requests`);
  }
  return Math.round(rssMbOf(one.pid));
}
