import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readManifest } from '../../kit/model/folder/manifest.ts';
import { writeTraffic } from '../../kit/model/versions/traffic.ts';
import { runProcess } from '../processes.ts';
import { readMetric } from '../readMetric.ts';
import { type Sentiment, type SentimentProcess, startSentiment } from '../sentiment.ts';

const folder = new URL('../../subgraphs/sentiment/model/', import.meta.url);
const { manifest } = await readManifest(folder);
const OLD = manifest.version;
const NEW = '99.0.0';
const CORRUPT = '99.0.1';
/** A second until it is noticed, then what it takes to load, on a machine with other work. */
const WITHIN = { timeout: 30_000 };

let island: SentimentProcess;
beforeAll(async () => {
  await rm(new URL('versions/', folder), { recursive: true, force: true });
  island = await startSentiment();
}, 60_000);
afterAll(async () => {
  // First: every process of this checkout looks there.
  await rm(new URL('versions/', folder), { recursive: true, force: true });
  await island?.close();
});

/** The model's folder once more, as another version; with `corrupt` a file is not what its manifest says. */
async function addVersion(version: string, corrupt = false): Promise<void> {
  const own = new URL(`versions/${version}/`, folder);
  await mkdir(own, { recursive: true });
  const text = await readFile(new URL('manifest.json', folder), 'utf8');
  await writeFile(new URL('manifest.json', own), JSON.stringify({ ...JSON.parse(text), version }));
  for (const file of ['head.json', 'valences.txt']) await cp(new URL(file, folder), new URL(file, own));
  if (corrupt) await writeFile(new URL('head.json', own), '{}');
}

async function traffic(...args: string[]): Promise<string> {
  const { code, output } = await runProcess({ entrance: 'subgraphs/traffic.ts', args: ['sentiment', ...args] });
  if (code !== 0) throw new Error(output);
  return output;
}

/** Between an answer and the next request of its connection: the load leaves the processes that are started their time. */
const PAUSE_MS = 50;
let asked = 0;

/** Asks from several connections until told to stop, always for other texts, and keeps every answer. */
function keepAsking(connections = 4) {
  const answers: Sentiment[] = [];
  const failures: unknown[] = [];
  let asking = true;
  const done = Promise.all(
    Array.from({ length: connections }, async () => {
      while (asking) {
        const texts = Array.from({ length: 4 }, () => `Order ${asked++} came in time.`);
        await island.analyze(texts).then(
          (some) => answers.push(...some),
          (error) => failures.push(error),
        );
        await sleep(PAUSE_MS);
      }
    }),
  );
  return {
    answers,
    failures,
    stop: async () => {
      asking = false;
      await done;
    },
  };
}

const versionsOf = (answers: readonly Sentiment[]) =>
  [
    ...new Set(answers.map(({ model, degraded }) => `${model.name} ${model.version}${degraded ? ', degraded' : ''}`)),
  ].sort();

async function served(): Promise<unknown> {
  const { data } = await island.ask(
    '{ models { sentiment { instance fallback versions { version traffic ready } } } }',
  );
  const [model] = (data as { models: { sentiment: { instance: string; versions: unknown }[] } }).models.sentiment;
  expect(model?.instance.endsWith(`/${island.pid}`)).toBe(true);
  return model?.versions;
}

const only = (version: string) => [{ version, traffic: 1, ready: true }];

test('a version goes live and back again under load, in the same process, and no request fails', async () => {
  const load = keepAsking();
  await addVersion(NEW);
  expect(await traffic(`${NEW}=1`)).toBe(`sentiment-minilm ${NEW}: 100.0% of the predictions\n`);
  await expect.poll(served, WITHIN).toEqual(only(NEW));
  const [answer] = await island.analyze(['Is it there?']);
  expect(answer?.model).toEqual({ name: 'sentiment-minilm', version: NEW });

  expect(await traffic('back')).toBe(`sentiment-minilm ${OLD}: 100.0% of the predictions\n`);
  await expect.poll(served, WITHIN).toEqual(only(OLD));
  const [again] = await island.analyze(['Is it there?']);
  expect(again).toEqual({ ...answer, model: { name: 'sentiment-minilm', version: OLD } });

  await load.stop();
  expect(load.failures).toEqual([]);
  expect(versionsOf(load.answers)).toEqual([`sentiment-minilm ${OLD}`, `sentiment-minilm ${NEW}`]);
  // A version that is gone leaves no figure behind.
  const share = (version: string) =>
    readMetric(island.url, `archipelago_model_traffic_share{model="sentiment-minilm",version="${version}"}`);
  expect([await share(OLD), await share(NEW)]).toEqual([1, undefined]);
}, 120_000);

test('a canary gets its share, in the graph and of the answers', async () => {
  await addVersion(NEW);
  await traffic(`${OLD}=90`, `${NEW}=10`);
  await expect.poll(served, WITHIN).toEqual([
    { version: OLD, traffic: 0.9, ready: true },
    { version: NEW, traffic: 0.1, ready: true },
  ]);
  const texts = Array.from({ length: 100 }, (_, index) => `Parcel ${index} came in time.`);
  const answers = [...(await island.analyze(texts)), ...(await island.analyze(texts.map((text) => `${text} Again.`)))];
  const share = answers.filter(({ model }) => model.version === NEW).length / answers.length;
  // Four standard deviations of 10% of 200.
  expect(share).toBeGreaterThan(0.015);
  expect(share).toBeLessThan(0.185);
  await traffic('back');
  await expect.poll(served, WITHIN).toEqual(only(OLD));
}, 120_000);

test('a corrupt version changes nothing but the log', async () => {
  const load = keepAsking();
  await addVersion(CORRUPT, true);
  await expect(traffic(`${CORRUPT}=1`)).rejects.toThrow(/^MODEL_UNAVAILABLE: The model file head\.json .* is corrupt/m);
  // By hand, past the command that would have said so.
  await writeTraffic(folder, { weights: { [CORRUPT]: 1 }, previous: { [OLD]: 1 } });
  const lines = () =>
    island
      .output()
      .split('\n')
      .filter((line) => line.includes('the versions of a model cannot be changed'));
  await expect.poll(() => lines().length, WITHIN).toBe(1);
  const { err } = JSON.parse(lines()[0] ?? '{}');
  expect(err.code).toBe('MODEL_UNAVAILABLE');
  expect(err.message).toMatch(/^The model file head\.json \(file:head\.json\) is corrupt: expected sha256 .*99\.0\.1/);
  expect(await served()).toEqual(only(OLD));
  await island.analyze(['Is it still there?']);
  await load.stop();
  expect(load.failures).toEqual([]);
  expect(versionsOf(load.answers)).toEqual([`sentiment-minilm ${OLD}`]);

  await traffic('back');
  const { code, output } = await runProcess({ entrance: 'subgraphs/traffic.ts', args: ['sentiment', '98.0.0=1'] });
  expect(code).toBe(1);
  expect(output).toMatch(
    /^MODEL_UNAVAILABLE: The model folder .*versions\/98\.0\.0\/ has no readable manifest\.json\./m,
  );
}, 120_000);
