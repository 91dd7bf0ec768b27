import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from '../../../kit/database/migrate.ts';
import { ALICE, openTestJobs, type TestJobs } from '../../../kit/jobs/testJobs.ts';
import { readManifest } from '../../../kit/model/folder/manifest.ts';
import { ArticleTables, passagesToEmbed } from '../articles/articleTables.ts';
import { keep, worldArticles } from '../testArticles.ts';
import { TestEncoder } from '../testEncoder.ts';
import { reembedArticles } from './reembedArticles.ts';

const kept = worldArticles('instalments', 'cash-on-delivery', 'forgot-password', 'damaged-on-arrival');
let t: TestJobs;
let encoder: TestEncoder;
let tables: ArticleTables;
beforeAll(async () => {
  t = await openTestJobs('pglite');
  await migrate(t.database, 'assistant', new URL('../migrations/', import.meta.url));
  await keep(t.database, kept);
  tables = new ArticleTables(t.database);
  const { manifest } = await readManifest(new URL('../encoder/', import.meta.url));
  encoder = new TestEncoder(manifest);
  t.jobs.work([reembedArticles], { services: { database: t.database, models: { encoder } } });
});
afterAll(() => t?.close());

test('an attempt goes on where the one before failed, and nothing is searched before all of it is there', async () => {
  const passages = kept.flatMap((article) => passagesToEmbed(article, 'x'));
  const predict = encoder.predict.bind(encoder);
  let failures = 0;
  encoder.predict = async () => {
    // In the second of the batches that are embedded together.
    if (encoder.asked === 40 && failures === 0) {
      failures += 1;
      expect((await tables.served()).indexNumber).toBe(1);
      throw new Error('the worker died');
    }
    return predict();
  };
  const { id } = await t.jobs.submit(reembedArticles, null, { identity: ALICE });
  const job = await t.until(id, 'SUCCEEDED', 'FAILED', 'PARKED');
  expect(job.error ?? null).toBeNull();
  expect(job).toMatchObject({
    attempt: 2,
    result: { indexVersion: 2, previous: 1, articles: kept.length, passages: passages.length },
  });
  expect(failures).toBe(1);
  // The first batch of 32 was not embedded again.
  expect(encoder.asked).toBeLessThan(passages.length + 32);
  expect((await tables.served()).indexNumber).toBe(2);
  expect((await tables.embeddings(2)).size).toBe(passages.length);
});

test('the index before the last is kept for processes that have not noticed yet, and those before it go', async () => {
  const { id } = await t.jobs.submit(reembedArticles, null, { identity: ALICE });
  await t.until(id, 'SUCCEEDED');
  const { rows } = await t.database.query('select number from assistant.indexes order by number');
  expect(rows).toEqual([{ number: 2 }, { number: 3 }]);
});
