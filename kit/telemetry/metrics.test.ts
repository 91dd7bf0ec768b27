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
    'archipelago_model_predictions_total',
    'archipelago_model_queue_duration_seconds',
    'archipelago_model_run_duration_seconds',
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

it('counts the items of a batch by outcome, and how long they waited and ran', async () => {
  const batch = { model: 'mood', version: '1', waitingSince: 1_000, startedAt: 1_250, endedAt: 1_750, failure: null };
  modelMetrics.onBatch?.({ ...batch, items: 4, failedItems: 1 });
  modelMetrics.onBatch?.({ ...batch, items: 2, failedItems: 0, failure: new Error('the worker died') });
  modelMetrics.onRefusal?.({ model: 'mood', version: '1' });
  const labels = 'model="mood",version="1"';
  const items = (outcome: string): Promise<number | undefined> =>
    scrape(`archipelago_model_predictions_total{${labels},outcome="${outcome}"}`);
  expect(await Promise.all(['success', 'failure', 'refused'].map(items))).toEqual([3, 3, 1]);
  expect(await scrape(`archipelago_model_batch_size_sum{${labels}}`)).toBe(6);
  expect(await scrape(`archipelago_model_queue_duration_seconds_sum{${labels}}`)).toBe(0.5);
  expect(await scrape(`archipelago_model_run_duration_seconds_sum{${labels}}`)).toBe(1);
});
