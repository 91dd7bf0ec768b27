import type { Round } from './arena.ts';
import { SCENARIOS, type Scenario } from './load.ts';

type Figure = Exclude<keyof Round, 'contestant' | 'scenario'>;

/** The contestants of the JSON line; `hiveBest` is the better of the two that their documentation names. */
const KEYS = ['router', 'routerBatched', 'apollo', 'apolloUndici', 'hive', 'hiveBest', 'mercurius'] as const;
const HIVES = ['hiveJit', 'hiveRust'] as const;

/** Prints a table for each scenario, then one JSON line. Each figure is the median of its rounds. */
export function report(
  rounds: readonly Round[],
  contestants: readonly { readonly name: string; readonly title: string }[],
  rssMb: ReadonlyMap<string, number>,
): void {
  const median = (scenario: Scenario, contestant: string, figure: Figure, digits: number): number => {
    const values = rounds
      .filter((round) => round.scenario === scenario && round.contestant === contestant)
      .map((round) => round[figure])
      .sort((a, b) => a - b);
    return Number((values[Math.floor(values.length / 2)] ?? Number.NaN).toFixed(digits));
  };
  const bestHive = (scenario: Scenario): string => {
    const [first, second] = HIVES.map((name) => median(scenario, name, 'cpuMsPerRequest', 6));
    return HIVES[Number(first) <= Number(second) ? 0 : 1];
  };
  const ofKeys = (scenario: Scenario, value: (contestant: string) => number | undefined) =>
    Object.fromEntries(KEYS.map((key) => [key, value(key === 'hiveBest' ? bestHive(scenario) : key)]));

  for (const scenario of SCENARIOS) {
    console.log(`\n${scenario}`);
    console.table(
      contestants.map(({ name, title }) => ({
        contestant: title,
        'CPU ms per request': median(scenario, name, 'cpuMsPerRequest', 3),
        'requests/s': median(scenario, name, 'requestsPerSecond', 0),
        'p50 ms': median(scenario, name, 'p50', 1),
        'p99 ms': median(scenario, name, 'p99', 1),
        'subgraph requests': median(scenario, name, 'subgraphRequestsPerRequest', 2),
        'RSS MB': rssMb.get(name),
      })),
    );
  }
  const scenarios = SCENARIOS.map((scenario) => [
    scenario,
    {
      cpuMsPerRequest: ofKeys(scenario, (name) => median(scenario, name, 'cpuMsPerRequest', 3)),
      requestsPerSecond: ofKeys(scenario, (name) => median(scenario, name, 'requestsPerSecond', 0)),
    },
  ]);
  const resident = ofKeys('distinct', (name) => rssMb.get(name));
  console.log(JSON.stringify({ bench: 'router', ...Object.fromEntries(scenarios), rssMb: resident }));
}
