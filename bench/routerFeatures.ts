/**
 * `npm run bench:router-features`: what our router's features cost or save, each switched on by itself. The graph, the
 * load and the measure are those of `bench:router`.
 */
import { Arena, type Round } from './router/arena.ts';
import { AS_IT_COMES, archipelago } from './router/contestants.ts';
import type { Feature } from './router/feature.ts';

const TURNS = 3;
const NONE = 'nothing shared';
const VARIANTS: readonly (readonly [title: string, features: readonly Feature[]])[] = [
  [NONE, []],
  ['an undici Pool alone for transport', ['bareTransport']],
  ['distinct representations', ['distinctRepresentations']],
  ['micro-batching', ['batching']],
  ['de-duplication in flight', ['deduplication']],
  ['all three, as it comes', AS_IT_COMES],
  ['JWT verified, identity signed', ['identity']],
];
const SCENARIOS = ['distinct', 'identical', 'perIdentity'] as const;

const arena = await Arena.open(() => VARIANTS.map(([title, features]) => archipelago(title, title, features)));
await arena.warmUp();
const figures: Record<string, Record<string, { cpuMsPerRequest: number; subgraphRequestsPerRequest: number }>> = {};
for (const scenario of SCENARIOS) {
  const rounds = await arena.measureAll(scenario, TURNS);
  const ofScenario = Object.fromEntries(
    VARIANTS.map(([title]) => {
      const own = rounds.filter((round) => round.contestant === title);
      const cpuMsPerRequest = median(own, 'cpuMsPerRequest');
      return [title, { cpuMsPerRequest, subgraphRequestsPerRequest: median(own, 'subgraphRequestsPerRequest') }];
    }),
  );
  figures[scenario] = ofScenario;
  console.log(`\n${scenario}`);
  const none = ofScenario[NONE]?.cpuMsPerRequest ?? Number.NaN;
  console.table(
    VARIANTS.map(([title]) => ({
      'switched on': title,
      'CPU ms per request': ofScenario[title]?.cpuMsPerRequest,
      'beside nothing': `${(((ofScenario[title]?.cpuMsPerRequest ?? Number.NaN) / none - 1) * 100).toFixed(0)} %`,
      'subgraph requests': ofScenario[title]?.subgraphRequestsPerRequest,
    })),
  );
}
console.log(JSON.stringify({ bench: 'router-features', ...figures }));
process.exit();

function median(rounds: readonly Round[], figure: 'cpuMsPerRequest' | 'subgraphRequestsPerRequest'): number {
  const values = rounds.map((round) => round[figure]).sort((a, b) => a - b);
  return Number((values[Math.floor(values.length / 2)] ?? Number.NaN).toFixed(3));
}
