/**
 * The benchmark's load generator in a process of its own. It takes an `Order`, keeps 50 connections
 * busy until it is done, and answers with its `Outcome`.
 */
import { Pool } from 'undici';
import { CATEGORIES, QUERY } from './graph.ts';
import { signToken } from './token.ts';

export const SCENARIOS = ['distinct', 'identical', 'perIdentity'] as const;
export type Scenario = (typeof SCENARIOS)[number];

export interface Order {
  readonly url: string;
  readonly scenario: Scenario;
  /** When enough is done. */
  readonly until: { readonly requests: number } | { readonly seconds: number };
}

export interface Outcome {
  readonly requests: number;
  readonly seconds: number;
  /** Latencies in milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

const CONNECTIONS = 50;

const bodies = Array.from({ length: CATEGORIES }, (_, i) =>
  JSON.stringify({ query: QUERY, operationName: 'Top', variables: { category: `c${i}` } }),
);
/** Kept from order to order: what is measured is requests, not connections. */
const token = signToken('user');
const pools = new Map<string, Pool>();
let count = 0;

function nextRequest(scenario: Scenario): { body: string; authorization: string } {
  count++;
  return {
    body: bodies[scenario === 'identical' ? 0 : count % CATEGORIES] ?? '',
    authorization: `Bearer ${scenario === 'perIdentity' ? signToken(`user-${count}`) : token}`,
  };
}

async function run({ url, scenario, until }: Order): Promise<Outcome> {
  const { origin, pathname } = new URL(url);
  const pool = pools.get(origin) ?? new Pool(origin, { connections: CONNECTIONS });
  pools.set(origin, pool);
  const latencies: number[] = [];
  const started = performance.now();
  let left = 'requests' in until ? until.requests : Number.POSITIVE_INFINITY;
  const end = 'seconds' in until ? started + until.seconds * 1_000 : Number.POSITIVE_INFINITY;
  const connection = async (): Promise<void> => {
    while (left-- > 0 && performance.now() < end) {
      const { body, authorization } = nextRequest(scenario);
      const sent = performance.now();
      const response = await pool.request({
        path: pathname,
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json', authorization },
        body,
      });
      const bytes = (await response.body.arrayBuffer()).byteLength;
      if (response.statusCode !== 200 || bytes < 5_000)
        throw new Error(`status ${response.statusCode}, ${bytes} bytes`);
      latencies.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, connection));
  const elapsed = (performance.now() - started) / 1_000;
  latencies.sort((a, b) => a - b);
  const percentile = (share: number): number => latencies[Math.floor(latencies.length * share)] ?? Number.NaN;
  return { requests: latencies.length, seconds: elapsed, p50: percentile(0.5), p99: percentile(0.99) };
}

process.on('message', (order: Order) => {
  run(order).then(
    (outcome) => process.send?.(outcome),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});
process.send?.('ready');
