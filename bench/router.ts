/**
 * `npm run bench:router [-- CONTESTANT…]`: what a request costs in our router and in its peers. Four trivially fast
 * subgraphs, the load generator and each contestant run in processes of their own, the contestants in turns. First all
 * must give the same answers. CPU time is the kernel's count for the contestant's process: of all figures it depends
 * least on what else the machine does. `npm ci --prefix bench/peers` installs the peers.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Helper, type RunningContestant, startContestant } from './router/child.ts';
import { contestants } from './router/contestants.ts';
import { composeGraph, QUERY, SUBGRAPHS, type SubgraphName } from './router/graph.ts';
import { type Order, type Outcome, SCENARIOS, type Scenario } from './router/load.ts';
import { cpuMsOf, rssMbOf } from './router/processCosts.ts';
import { type Round, report } from './router/report.ts';

/** Until V8 has compiled what there is to compile; fewer show the compiler instead of the contestant. */
const WARM_UP_REQUESTS = 8_000;
/** Until a contestant that just served another scenario is at ease with this one. */
const CHANGE_REQUESTS = 500;
/** Until its connections, which may have been closed while others had their turn, are made again. */
const TURN_REQUESTS = 200;
/** Short, so that what else the machine does strikes all contestants alike. */
const ROUND_REQUESTS = 1_000;
const ROUNDS = 7;
/** After so many, the memory of our own router is told. */
const SOAK_REQUESTS = 200_000;

const folder = mkdtempSync(join(tmpdir(), 'bench-router-'));
const subgraphs = Object.keys(SUBGRAPHS).map((name) => ({ name, process: new Helper('./subgraph.ts', name) }));
const load = new Helper('./load.ts');
const running: RunningContestant[] = [];
process.on('exit', () => {
  for (const child of [...running, ...subgraphs.map((subgraph) => subgraph.process), load]) child.end();
  rmSync(folder, { recursive: true, force: true });
});

await load.next();
const urls = Object.fromEntries(
  await Promise.all(
    subgraphs.map(async ({ name, process }) => [name, ((await process.next()) as { url: string }).url] as const),
  ),
) as Record<SubgraphName, string>;
const supergraph = join(folder, 'supergraph.graphql');
writeFileSync(supergraph, composeGraph(urls));

const wanted = process.argv.slice(2);
for (const contestant of contestants(urls)) {
  if (wanted.length > 0 && !wanted.includes(contestant.name)) continue;
  running.push(await startContestant(contestant, supergraph));
}
await compareAnswers();

const served = new Map<string, number>();
const rounds: Round[] = [];
for (const one of running) await drive(one, 'distinct', WARM_UP_REQUESTS);
for (const scenario of SCENARIOS) {
  for (const one of running) await drive(one, scenario, CHANGE_REQUESTS);
  for (let round = 0; round < ROUNDS; round++) {
    for (const one of running) rounds.push(await measure(one, scenario));
  }
  console.log(`${scenario}: measured`);
}
const rssMb = new Map<string, number>();
for (const one of running) rssMb.set(one.contestant.name, await soak(one));
report(
  rounds,
  running.map(({ contestant }) => contestant),
  rssMb,
);
process.exit();

/** @throws when two contestants answer differently. */
async function compareAnswers(): Promise<void> {
  for (const category of ['c0', 'c1', 'c500', 'c999']) {
    const answers = await Promise.all(running.map((one) => ask(one, category)));
    const [expected = ''] = answers;
    for (const [index, answer] of answers.entries()) {
      if (answer === expected) continue;
      const name = running[index]?.contestant.name;
      throw new Error(`${name} answers\n${answer.slice(0, 500)}\nwhere the first answers\n${expected.slice(0, 500)}`);
    }
    if (category === 'c0')
      console.log(`${answers.length} contestants give the same answers, of ${expected.length} bytes`);
  }
}

async function ask({ url }: RunningContestant, category: string): Promise<string> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: QUERY, variables: { category } }),
  });
  return JSON.stringify(await response.json());
}

async function drive({ contestant: { name }, url }: RunningContestant, scenario: Scenario, requests: number) {
  const order: Order = { url, scenario, requests };
  const outcome = (await load.ask(order)) as Outcome | { error: string };
  if ('error' in outcome) throw new Error(`${name}: ${outcome.error}`);
  served.set(name, (served.get(name) ?? 0) + requests);
  return outcome;
}

async function measure(one: RunningContestant, scenario: Scenario): Promise<Round> {
  await drive(one, scenario, TURN_REQUESTS);
  const fetchesBefore = await subgraphRequests();
  const cpuBefore = cpuMsOf(one.pid);
  const { requests, seconds, p50, p99 } = await drive(one, scenario, ROUND_REQUESTS);
  return {
    contestant: one.contestant.name,
    scenario,
    cpuMsPerRequest: (cpuMsOf(one.pid) - cpuBefore) / requests,
    requestsPerSecond: requests / seconds,
    p50,
    p99,
    subgraphRequestsPerRequest: ((await subgraphRequests()) - fetchesBefore) / requests,
  };
}

async function subgraphRequests(): Promise<number> {
  const counts = await Promise.all(subgraphs.map((subgraph) => subgraph.process.ask({})));
  return counts.reduce<number>((sum, count) => sum + (count as { requests: number }).requests, 0);
}

/** Resident memory in megabytes at the end; of our own router after 200,000 requests, with the way there. */
async function soak(one: RunningContestant): Promise<number> {
  const { name } = one.contestant;
  const targets = name.startsWith('router') ? [SOAK_REQUESTS / 2, SOAK_REQUESTS] : [];
  for (const target of targets) {
    await drive(one, 'distinct', Math.max(0, target - (served.get(name) ?? 0)));
    console.log(`${name}: ${rssMbOf(one.pid).toFixed(0)} MB resident after ${served.get(name)} requests`);
  }
  return Math.round(rssMbOf(one.pid));
}
