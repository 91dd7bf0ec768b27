import { expect, it } from 'vitest';
import { openTestDatabase } from '../database/testDatabase.ts';
import { observeEntities, observeRequest } from './graphqlMetrics.ts';
import { metrics, readMetrics } from './metrics.ts';
import { modelMetrics } from './modelMetrics.ts';

/** What Prometheus would have scraped of one sample, or undefined where there is none. */
async function scrape(sample: string): Promise<number | undefined> {
  const { body } = await readMetrics();
  const line = body.split('\n').find((candidate) => candidate.startsWith(`${sample} `));
  return line === undefined ? undefined : Number(line.slice(sample.length + 1));
}

it('names everything of ours archipelago_ with a base unit, and explains it', async () => {
  const { body, contentType } = await readMetrics();
  expect(contentType).toBe('text/plain; version=0.0.4; charset=utf-8');
  const described = await metrics.getMetricsAsJSON();
  const own = described.filter(({ name }) => !/^(process|nodejs)_/.test(name));
  expect(own.map(({ name }) => name).sort()).toEqual([
    'archipelago_database_query_duration_seconds',
    'archipelago_graphql_entity_batch_size',
    'archipelago_graphql_request_duration_seconds',
    'archipelago_model_batch_size',
    'archipelago_model_cache_total',
    'archipelago_model_compute_duration_seconds',
    'archipelago_model_executions_total',
    'archipelago_model_fallbacks_total',
    'archipelago_model_inferences_total',
    'archipelago_model_queue_duration_seconds',
    'archipelago_model_request_duration_seconds',
    'archipelago_model_requests_total',
  ]);
  for (const { help } of own) expect(help).toMatch(/^[A-Z].+\.$/);
  expect(body).toContain('process_resident_memory_bytes');
  expect(body).toContain('nodejs_eventloop_lag_p99_seconds');
});

it('times the statements of a database by outcome', async () => {
  const database = await openTestDatabase();
  const count = (outcome: string): Promise<number | undefined> =>
    scrape(`archipelago_database_query_duration_seconds_count{database="pglite",outcome="${outcome}"}`);
  const before = (await count('success')) ?? 0;
  await database.query('select 1');
  await database.transaction((transaction) => transaction.query('select 2'));
  await expect(database.query('select 1 / 0')).rejects.toThrow();
  await database.close();
  expect(await count('success')).toBe(before + 2);
  expect(await count('failure')).toBe(1);
});

it('tells whole results from partial ones and failures', async () => {
  observeRequest('shop')({ data: { a: 1 } });
  observeRequest('shop')({ data: { a: null }, errors: [new Error('x')] });
  observeRequest('shop')({ data: null, errors: [new Error('x')] });
  observeRequest('shop')();
  const count = (outcome: string): Promise<number | undefined> =>
    scrape(`archipelago_graphql_request_duration_seconds_count{subgraph="shop",outcome="${outcome}"}`);
  expect(await Promise.all(['success', 'partial', 'failure'].map(count))).toEqual([1, 1, 2]);
});

it('counts the representations of an entities request, and of no other', async () => {
  observeEntities('shop', { representations: [{}, {}, {}] });
  observeEntities('shop', { first: 5 });
  observeEntities('shop', undefined);
  expect(await scrape('archipelago_graphql_entity_batch_size_count{subgraph="shop"}')).toBe(1);
  expect(await scrape('archipelago_graphql_entity_batch_size_sum{subgraph="shop"}')).toBe(3);
});

it('counts the items and the batches that workers predicted, and how long they waited and took', async () => {
  const batch = { model: 'mood', version: '1', waitingSince: 1_000, startedAt: 1_250, endedAt: 1_750, failure: null };
  modelMetrics.onBatch({ ...batch, items: 4, failedItems: 1 });
  modelMetrics.onBatch({ ...batch, items: 2, failedItems: 0, failure: new Error('the worker died') });
  const of = (metric: string) => scrape(`archipelago_model_${metric}{model="mood",version="1"}`);
  expect(await of('inferences_total')).toBe(3);
  expect(await of('executions_total')).toBe(1);
  expect(await of('batch_size_sum')).toBe(4);
  expect(await of('queue_duration_seconds_sum')).toBe(0.25);
  expect(await of('compute_duration_seconds_sum')).toBe(0.5);
});

it('counts predictions by outcome and by whether the answer was known, and times those that were answered', async () => {
  const prediction = { model: 'mood', version: '2', cache: 'miss', ms: 500 } as const;
  modelMetrics.onPrediction({ ...prediction, outcome: 'success' });
  modelMetrics.onPrediction({ ...prediction, outcome: 'success', cache: 'hit', ms: 0 });
  modelMetrics.onPrediction({ ...prediction, outcome: 'refused' });
  modelMetrics.onFallback({ model: 'mood', version: '2', reason: 'OVERLOADED' });
  const of = (metric: string, label = '') => scrape(`archipelago_model_${metric}{model="mood",version="2"${label}}`);
  expect(await of('requests_total', ',outcome="success"')).toBe(2);
  expect(await of('requests_total', ',outcome="refused"')).toBe(1);
  expect(await of('cache_total', ',cache="hit"')).toBe(1);
  expect(await of('cache_total', ',cache="miss"')).toBe(2);
  expect(await of('request_duration_seconds_sum')).toBe(0.5);
  expect(await of('fallbacks_total', ',reason="OVERLOADED"')).toBe(1);
});
