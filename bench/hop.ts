/**
 * `npm run bench:hop`: what it costs that an island is in another process. The same fetches go to the same island by a
 * function call and over HTTP on loopback, in turns; CPU time counts both processes.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { ANONYMOUS } from '../kit/context.ts';
import { createLogger } from '../kit/log.ts';
import { createHttpTransport } from '../router/transport/http.ts';
import { createInProcessTransport } from '../router/transport/inProcess.ts';
import type { SubgraphFetch, Transport } from '../router/transport/transport.ts';
import { startParcels } from './hop/startParcels.ts';

const ROUNDS = 5;
const CALLS = 1_000;
const CONCURRENCY = 8;
const QUERY =
  'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Parcel { id note } } }';

const log = createLogger({ level: 'error', service: 'bench' });
const child = fork(new URL('./hop/serve.ts', import.meta.url), { execArgv: ['--import', 'tsx'] });
const [{ url }] = (await once(child, 'message')) as [{ url: string }];

interface Cost {
  readonly cpuMs: number;
  readonly latencyMs: number;
}

async function childCpuMs(): Promise<number> {
  child.send('cpu');
  const [{ cpu }] = (await once(child, 'message')) as [{ cpu: NodeJS.CpuUsage }];
  return (cpu.user + cpu.system) / 1_000;
}

function fetchOf(entities: number): SubgraphFetch {
  const representations = Array.from({ length: entities }, (_, index) => ({ __typename: 'Parcel', id: `p${index}` }));
  return { query: QUERY, operationName: undefined, variables: JSON.stringify({ representations }), kind: 'query' };
}

async function call(transport: Transport, request: SubgraphFetch): Promise<unknown> {
  const signal = new AbortController().signal;
  const { data, errors } = await transport.fetch(request, {
    identity: ANONYMOUS,
    deadline: Number.POSITIVE_INFINITY,
    signal,
    headers: [],
  });
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

async function measure(transport: Transport, request: SubgraphFetch): Promise<Cost> {
  const cpuBefore = process.cpuUsage();
  const childBefore = await childCpuMs();
  let left = CALLS;
  let waited = 0;
  const caller = async (): Promise<void> => {
    while (left-- > 0) {
      const started = performance.now();
      await call(transport, request);
      waited += performance.now() - started;
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, caller));
  const own = process.cpuUsage(cpuBefore);
  const cpuMs = (own.user + own.system) / 1_000 + (await childCpuMs()) - childBefore;
  return { cpuMs: cpuMs / CALLS, latencyMs: waited / CALLS };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

const ways: Readonly<Record<'inProcess' | 'http', Transport>> = {
  inProcess: createInProcessTransport(await startParcels(log), log),
  http: createHttpTransport({ name: 'parcels', url: new URL(url), log }),
};

const report: Record<string, Record<string, { cpuMs: number; latencyMs: number }>> = {};
for (const entities of [1, 15, 100]) {
  const request = fetchOf(entities);
  const answers = [await call(ways.inProcess, request), await call(ways.http, request)].map((answer) =>
    JSON.stringify(answer),
  );
  if (answers[0] !== answers[1]) throw new Error('the two ways give different answers');
  const costs = { inProcess: [] as Cost[], http: [] as Cost[] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const way of ['inProcess', 'http'] as const) {
      const cost = await measure(ways[way], request);
      if (round > 0) costs[way].push(cost);
    }
  }
  report[`${entities} entities`] = Object.fromEntries(
    Object.entries(costs).map(([way, all]) => [
      way,
      {
        cpuMs: Number(median(all.map((cost) => cost.cpuMs)).toFixed(3)),
        latencyMs: Number(median(all.map((cost) => cost.latencyMs)).toFixed(3)),
      },
    ]),
  );
}

console.table(
  Object.entries(report).flatMap(([fetch, ways]) =>
    Object.entries(ways).map(([way, cost]) => ({
      fetch,
      way,
      'CPU ms per fetch': cost.cpuMs,
      'latency ms': cost.latencyMs,
    })),
  ),
);
console.log(JSON.stringify({ bench: 'hop', callers: CONCURRENCY, ...report }));
await Promise.all(Object.values(ways).map((way) => way.close()));
child.disconnect();
