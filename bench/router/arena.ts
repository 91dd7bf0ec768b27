import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Helper, type RunningContestant, startContestant } from './child.ts';
import type { Contestant } from './contestants.ts';
import { composeGraph, QUERY, SUBGRAPHS, type SubgraphName } from './graph.ts';
import type { Order, Outcome, Scenario } from './load.ts';
import { cpuMsOf } from './processCosts.ts';

/** One round of one contestant in one scenario. */
export interface Round {
  readonly contestant: string;
  readonly scenario: Scenario;
  readonly cpuMsPerRequest: number;
  readonly requestsPerSecond: number;
  /** Latencies in milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly subgraphRequestsPerRequest: number;
}

/** Until V8 has compiled what there is to compile; less shows the compiler instead of the contestant. */
const WARM_UP_S = 20;
/**
 * How long a contestant serves unmeasured when its turn comes. Meanwhile V8 gave back memory and threw away code, and
 * connections were closed; what a router costs is what it costs while it works.
 */
const SETTLE_S = 3;
const ROUNDS_A_TURN = 3;
const ROUND_REQUESTS = 1_000;

/**
 * Four trivially fast subgraphs, the load generator and each contestant, in processes of their own. CPU time is the
 * kernel's count for the contestant's process: of all figures it depends least on what else the machine does.
 */
export class Arena {
  readonly running: readonly RunningContestant[];
  readonly #subgraphs: readonly Helper[];
  readonly #load: Helper;
  readonly #served = new Map<string, number>();

  private constructor(running: readonly RunningContestant[], subgraphs: readonly Helper[], load: Helper) {
    this.running = running;
    this.#subgraphs = subgraphs;
    this.#load = load;
  }

  /**
   * Starts all of them; they end with this process.
   * @throws when two contestants answer differently.
   */
  static async open(
    contestantsOf: (urls: Readonly<Record<SubgraphName, string>>) => readonly Contestant[],
  ): Promise<Arena> {
    const folder = mkdtempSync(join(tmpdir(), 'bench-router-'));
    const names = Object.keys(SUBGRAPHS) as SubgraphName[];
    const subgraphs = names.map((name) => new Helper('./subgraph.ts', name));
    const load = new Helper('./load.ts');
    const running: RunningContestant[] = [];
    process.on('exit', () => {
      for (const child of [...running, ...subgraphs, load]) child.end();
      rmSync(folder, { recursive: true, force: true });
    });
    await load.next();
    const told = await Promise.all(subgraphs.map((subgraph) => subgraph.next()));
    const urls = Object.fromEntries(names.map((name, index) => [name, (told[index] as { url: string }).url])) as Record<
      SubgraphName,
      string
    >;
    const supergraph = join(folder, 'supergraph.graphql');
    writeFileSync(supergraph, composeGraph(urls));
    for (const contestant of contestantsOf(urls)) running.push(await startContestant(contestant, supergraph));
    await compareAnswers(running);
    return new Arena(running, subgraphs, load);
  }

  async warmUp(): Promise<void> {
    for (const one of this.running) await this.drive(one, 'distinct', { seconds: WARM_UP_S });
  }

  /** Lets the contestants take turns, of three rounds each. */
  async measureAll(scenario: Scenario, turns: number): Promise<Round[]> {
    const measured: Round[] = [];
    for (let turn = 0; turn < turns; turn++) {
      for (const one of this.running) {
        await this.drive(one, scenario, { seconds: SETTLE_S });
        for (let round = 0; round < ROUNDS_A_TURN; round++) measured.push(await this.#measure(one, scenario));
      }
    }
    console.log(`${scenario}: measured`);
    return measured;
  }

  async drive({ contestant: { name }, url }: RunningContestant, scenario: Scenario, until: Order['until']) {
    const order: Order = { url, scenario, until };
    const outcome = (await this.#load.ask(order)) as Outcome | { error: string };
    if ('error' in outcome) throw new Error(`${name}: ${outcome.error}`);
    this.#served.set(name, this.servedBy(name) + outcome.requests);
    return outcome;
  }

  servedBy(name: string): number {
    return this.#served.get(name) ?? 0;
  }

  async #measure(one: RunningContestant, scenario: Scenario): Promise<Round> {
    const fetchesBefore = await this.#subgraphRequests();
    const cpuBefore = cpuMsOf(one.pid);
    const { requests, seconds, p50, p99 } = await this.drive(one, scenario, { requests: ROUND_REQUESTS });
    return {
      contestant: one.contestant.name,
      scenario,
      cpuMsPerRequest: (cpuMsOf(one.pid) - cpuBefore) / requests,
      requestsPerSecond: requests / seconds,
      p50,
      p99,
      subgraphRequestsPerRequest: ((await this.#subgraphRequests()) - fetchesBefore) / requests,
    };
  }

  async #subgraphRequests(): Promise<number> {
    const counts = await Promise.all(this.#subgraphs.map((subgraph) => subgraph.ask({})));
    return counts.reduce<number>((sum, count) => sum + (count as { requests: number }).requests, 0);
  }
}

async function compareAnswers(running: readonly RunningContestant[]): Promise<void> {
  for (const category of ['c0', 'c1', 'c500', 'c999']) {
    const answers = await Promise.all(running.map((one) => ask(one, category)));
    const [expected = ''] = answers;
    for (const [index, answer] of answers.entries()) {
      if (answer === expected) continue;
      const name = running[index]?.contestant.name;
      throw new Error(`${name} answers\n${answer.slice(0, 500)}\nwhere the first answers\n${expected.slice(0, 500)}`);
    }
    if (category === 'c0') {
      console.log(`${answers.length} contestants give the same answers, of ${expected.length} bytes`);
    }
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
