import { Histogram } from 'prom-client';
import { metrics } from './metrics.ts';

const requestDuration = new Histogram({
  name: 'archipelago_graphql_request_duration_seconds',
  help: 'From a request reaching a subgraph until its result. The outcome is success, partial (data with errors) or failure (no data).',
  labelNames: ['subgraph', 'outcome'],
  buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  registers: [metrics],
});

const entityBatch = new Histogram({
  name: 'archipelago_graphql_entity_batch_size',
  help: 'Representations that a router sent in one _entities request.',
  labelNames: ['subgraph'],
  buckets: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000],
  registers: [metrics],
});

interface Outcome {
  readonly data?: unknown;
  readonly errors?: readonly unknown[] | undefined;
}

/** Starts the clock of one request; the function it returns takes the result, or nothing when there is none. */
export function observeRequest(subgraph: string): (result?: Outcome) => void {
  const stop = requestDuration.startTimer({ subgraph });
  return (result) => stop({ outcome: outcomeOf(result) });
}

/** Counts the representations among a request's variables, if it is one for entities. */
export function observeEntities(subgraph: string, variables: Readonly<Record<string, unknown>> | undefined): void {
  const representations = variables?.representations;
  if (Array.isArray(representations)) entityBatch.observe({ subgraph }, representations.length);
}

function outcomeOf(result: Outcome | undefined): 'success' | 'partial' | 'failure' {
  if (result?.data === undefined || result.data === null) return 'failure';
  return result.errors === undefined || result.errors.length === 0 ? 'success' : 'partial';
}
