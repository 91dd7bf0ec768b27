import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import type { DefinitionOf } from './model/defineModel.ts';
import type lengths from './model/fixtures/lengths/model.ts';
import { temporaryModel } from './model/fixtures/lengths/versions.ts';
import { createBaseline } from './model/quality/baseline.ts';
import { signalSource } from './model/quality/fixtures/signalSource.ts';
import { ModelRuntime } from './model/runtime.ts';
import { withModelReports } from './modelReports.ts';
import { createRequestContext } from './requestContext.ts';
import { startSubgraph } from './start.ts';
import { defineSubgraph } from './subgraph.ts';
import { readMetrics } from './telemetry/metrics.ts';
import { showModels } from './telemetry/modelGauges.ts';
import { NO_RESOURCES } from './testResources.ts';

const log = pino({ level: 'silent' });
const code = new URL('./model/fixtures/lengths/model.ts', import.meta.url);
type Definition = DefinitionOf<typeof lengths>;

const STATUS = '{ models { lengths { versions { drift { status samples signals { signal status } } } } } }';

/** An island with a model whose baseline is of what this source gives. */
async function startIsland(seed: number) {
  const source = signalSource(seed);
  const baseline = createBaseline(
    'what the source gave first',
    Array.from({ length: 3_000 }, () => source()),
  );
  const folder = await temporaryModel({ baseline });
  const runtime = await ModelRuntime.start({ log, workers: 1, cacheBytes: 1_000_000 });
  const stop = showModels(runtime);
  onTestFinished(async () => {
    stop();
    await runtime.close();
  });
  const definition: Definition = { folder, code };
  const island = await startSubgraph(
    defineSubgraph({
      name: 'lengths',
      schema: new URL('./fixtures/lengths.graphql', import.meta.url),
      resolvers: { Query: { nothing: () => null } },
      models: { lengths: definition },
    }),
    {
      resources: { ...NO_RESOURCES, models: async () => runtime },
      log,
    },
  );
  const [model] = island.models;
  if (!model) throw new Error('the island has no model');
  let asked = 0;
  const predict = async (items: number, shift = {}): Promise<void> => {
    const batch = Array.from({ length: items }, () => ({ text: `text ${asked++}`, signals: source(shift) }));
    await Promise.all(batch.map((item) => model.predict(item as never)));
  };
  const ask = async () => {
    const context = createRequestContext({ signal: new AbortController().signal, log });
    const { data, errors } = await island.execute({ query: STATUS }, context);
    expect(errors).toBeUndefined();
    return JSON.parse(JSON.stringify(data)).models.lengths[0].versions[0].drift;
  };
  return { predict, ask };
}

async function scrape(metric: string): Promise<string | undefined> {
  const { body } = await readMetrics();
  return body.split('\n').find((line) => line.startsWith(`archipelago_model_${metric}{`) && line.includes('lengths'));
}

test('100,000 predictions like those of the baseline raise no drift; then 1,000 others do, in the graph and on /metrics', async () => {
  const { predict, ask } = await startIsland(11);
  for (let round = 0; round < 200; round++) {
    await predict(500);
    expect((await ask()).status).toBe('STABLE');
  }
  expect(await scrape('drift_status')).toMatch(/ 0$/);
  for (let round = 0; round < 2; round++) await predict(500, { unknown: 0.1 });
  const { status, samples, signals } = await ask();
  expect(status).toBe('ALERT');
  expect(samples).toBe(500);
  expect(signals).toContainEqual({ signal: 'unknownTokens', status: 'ALERT' });
  expect(await scrape('drift_status')).toMatch(/ 2$/);
  expect(await scrape('drift')).toMatch(/signal="\w+",measure="psi"} -?[\d.e-]+$/);
});

test('the resolvers of an island keep theirs beside the report', () => {
  const own = () => 1;
  expect(withModelReports({ name: 'own', resolvers: { Query: { own } } }, {})).toMatchObject({
    Query: { own, models: expect.any(Function) },
    Models: { own: expect.any(Function) },
  });
});
