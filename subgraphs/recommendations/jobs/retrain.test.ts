import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { migrate } from '../../../kit/database/migrate.ts';
import type { Job } from '../../../kit/jobs/job.ts';
import { ALICE, openTestJobs, type TestJobs } from '../../../kit/jobs/testJobs.ts';
import type { DefinitionOf } from '../../../kit/model/defineModel.ts';
import { readManifest } from '../../../kit/model/folder/manifest.ts';
import type { ModelHandle } from '../../../kit/model/handle.ts';
import { ModelRuntime } from '../../../kit/model/runtime.ts';
import { checkVersion } from '../../../kit/model/versions/checkVersion.ts';
import { readTraffic, writeTraffic } from '../../../kit/model/versions/traffic.ts';
import { createOrderWorld } from '../../../world/orders.ts';
import type { Answer, Ask } from '../ask.ts';
import { DAY, type Purchase, type Sales } from '../learn/purchases.ts';
import { worldSales } from '../model/worldSales.ts';
import type tasteModel from '../model.ts';
import { formatTaste, parseTaste, type Taste } from '../taste.ts';
import { defineRetrain, retraining } from './retrain.ts';

/** Training yields to whatever else the machine does. */
const WITHIN = 120_000;

const released = new URL('../model/', import.meta.url);

let t: TestJobs;
let runtime: ModelRuntime;
let folder: URL;
let taste: ModelHandle<Ask, Answer>;
beforeAll(async () => {
  [t, runtime] = await Promise.all([
    openTestJobs('pglite'),
    ModelRuntime.start({ log: pino({ level: 'silent' }), workers: 1 }),
  ]);
  folder = pathToFileURL(`${await mkdtemp(join(tmpdir(), 'archipelago-test-'))}/`);
  for (const file of ['taste.json', 'manifest.json']) await cp(new URL(file, released), new URL(file, folder));
  await migrate(t.database, 'recommendations', new URL('../migrations/', import.meta.url));
  const definition: DefinitionOf<typeof tasteModel> = { folder, code: new URL('../model.ts', import.meta.url) };
  taste = await runtime.load(definition);
  t.jobs.work([defineRetrain({ folder })], { services: { database: t.database, models: { taste } } });
});
afterAll(async () => {
  await t?.close();
  await runtime?.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  // A worker that begins loads what is served: it has to be there until nobody is sent to it.
  await writeTraffic(folder, { weights: { '1.0.0': 1 } });
  await release(await readFile(new URL('taste.json', released), 'utf8'));
  await rm(new URL('versions/', folder), { recursive: true });
});

/** What every sixth buyer bought in the last half year: enough to learn from, and little enough to wait for. */
function selectSales(): Sales {
  const { purchases, offers } = worldSales(createOrderWorld());
  const users = new Set([...new Set(purchases.map(({ user }) => user))].filter((_, place) => place % 6 === 0));
  const since = (purchases.at(-1)?.at ?? 0) - 180 * DAY;
  return { purchases: purchases.filter(({ user, at }) => users.has(user) && at > since), offers };
}

const sales = selectSales();

/** As if the owners had told of them. */
async function keep({ purchases, offers }: Sales): Promise<void> {
  await t.database.query('delete from recommendations.purchases');
  await t.database.query('delete from recommendations.products');
  await t.database.query(
    `insert into recommendations.purchases (order_id, product_id, user_id, country, placed_at)
     select "order", product, "user", country, to_timestamp(at / 1000.0)
     from json_to_recordset($1) as g ("order" text, product text, "user" text, country text, at double precision)`,
    [JSON.stringify(purchases)],
  );
  await t.database.query(
    `insert into recommendations.products (id, name, description, currency, offered_at)
     select product, product, product, 'SGD', to_timestamp(since / 1000.0)
     from json_to_recordset($1) as g (product text, since double precision)`,
    [JSON.stringify(offers)],
  );
}

async function retrained(meanwhile = async (_id: string) => {}): Promise<Job> {
  const { id } = await t.jobs.submit(defineRetrain({ folder }), null, { identity: ALICE });
  await meanwhile(id);
  return t.until(id, 'SUCCEEDED', 'FAILED', 'PARKED', 'CANCELLED');
}

const versions = () => readdir(new URL('versions/', folder)).catch(() => []);

/** Has a model released as 1.0.0, in place of the one that is. */
async function release(tasteJson: string): Promise<void> {
  const { manifest } = await readManifest(released);
  const sha256 = createHash('sha256').update(tasteJson).digest('hex');
  const files = { 'taste.json': { source: 'file:taste.json', sha256 } };
  await writeFile(new URL('taste.json', folder), tasteJson);
  await writeFile(new URL('manifest.json', folder), JSON.stringify({ ...manifest, files }));
  await taste.reload();
}

/** One that has learned nothing: any other is as good. */
function withoutTaste(known: Taste): Taste {
  const none = (row: readonly number[]) => row.map(() => 0);
  const [wanted, local] = [known.wanted.map(none), known.local.map(none)];
  return { ...known, popularity: none(known.popularity), local, wanted, repeatShare: 0 };
}

test(
  'what is as good as the served one is served without a restart, and knows what is new',
  async () => {
    await release(formatTaste(withoutTaste(parseTaste(await readFile(new URL('taste.json', released), 'utf8')))));
    await keep(sales);
    const job = await retrained();
    expect(job).toMatchObject({ state: 'SUCCEEDED', error: null });
    const result = retraining.parse(job.state === 'SUCCEEDED' ? job.result : null);
    expect(result).toMatchObject({
      model: { name: 'recommendations-taste', version: '1.0.1' },
      previous: ['1.0.0'],
      trainedOn: sales.purchases.length,
    });
    expect(result.judgedBy).toBeGreaterThan(100);
    expect(result.hitRate).toBeGreaterThan(result.previousHitRate);
    expect((await checkVersion(new URL('versions/1.0.1/', folder))).training.command).toContain(job.id);
    expect(await readTraffic(folder)).toMatchObject({ weights: { '1.0.1': 1 }, previous: { '1.0.0': 1 } });

    await taste.reload();
    const products = sales.offers.map(({ product }) => product);
    const asked: Ask = { kind: 'BUYER', bought: [], country: 'SG', candidates: products, newcomers: [], first: 3 };
    const { model, output } = await taste.predict(asked);
    expect(model.version).toBe('1.0.1');
    expect(output.picks.length).toBe(3);
    expect(taste.manifest.labels).toEqual((await readManifest(new URL('versions/1.0.1/', folder))).manifest.labels);

    // Nothing came since: there is nothing to judge another one by.
    expect(await retrained()).toMatchObject({
      state: 'FAILED',
      error: {
        code: 'CONFLICT',
        message: expect.stringMatching(/^Nothing can be learned yet: expected at least 50 buyers/),
      },
    });
    expect((await versions()).sort()).toEqual(['1.0.1', 'traffic.json']);
  },
  WITHIN,
);

test(
  'what is worse than the served one is not served, and the job says by how much',
  async () => {
    const { purchases, offers } = sales;
    // Until the last month everybody bought at random: of that nothing can be learned.
    const month = (purchases.at(-1)?.at ?? 0) - 28 * DAY;
    const products = offers.filter(({ since }) => since < month - 150 * DAY).map(({ product }) => product);
    const shuffled = purchases.map((purchase, place): Purchase => {
      return purchase.at >= month ? purchase : { ...purchase, product: products[(place * 7) % products.length] ?? '' };
    });
    await keep({ purchases: shuffled, offers });
    const { state, error } = await retrained();
    expect({ state, code: error?.code }).toEqual({ state: 'FAILED', code: 'CONFLICT' });
    expect(error?.message).toMatch(
      /^The retrained version is not served: expected it to reach HR@10 0\.\d+ on \d+ next orders, as recommendations-taste 1\.0\.0 does; it has 0\.\d+\. What is served stays\.$/,
    );
    expect(await versions()).toEqual([]);
    expect(await readTraffic(folder)).toBeNull();
  },
  WITHIN,
);

test('without orders there is nothing to learn from', async () => {
  await keep({ purchases: [], offers: [] });
  const { state, error } = await retrained();
  expect({ state, code: error?.code }).toEqual({ state: 'FAILED', code: 'CONFLICT' });
});

test(
  'a job that is cancelled leaves nothing behind',
  async () => {
    await keep(sales);
    const job = await retrained(async (id) => {
      const progress = async () => (await t.jobs.directory.summaries([id], ALICE))[0]?.progress;
      await expect.poll(progress, { timeout: WITHIN }).toMatchObject({ total: expect.any(Number) });
      await t.jobs.directory.cancel(id, ALICE);
    });
    expect(job.state).toBe('CANCELLED');
    await expect.poll(versions, { timeout: 10_000 }).toEqual([]);
  },
  WITHIN,
);
