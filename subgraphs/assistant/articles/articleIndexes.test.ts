import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Database } from '../../../kit/database/database.ts';
import { migrate } from '../../../kit/database/migrate.ts';
import { openTestDatabase } from '../../../kit/database/testDatabase.ts';
import { CodedError } from '../../../kit/errors.ts';
import { type Manifest, readManifest } from '../../../kit/model/folder/manifest.ts';
import { keep, worldArticles } from '../testArticles.ts';
import { TestEncoder } from '../testEncoder.ts';
import { ArticleIndexes } from './articleIndexes.ts';
import { articleProjection } from './articleProjection.ts';
import { ArticleTables } from './articleTables.ts';

const log = pino({ level: 'silent' });
let database: Database;
let manifest: Manifest;
beforeAll(async () => {
  database = await openTestDatabase();
  await migrate(database, 'assistant', new URL('../migrations/', import.meta.url));
  ({ manifest } = await readManifest(new URL('../encoder/', import.meta.url)));
});
afterAll(() => database?.close());
beforeEach(async () => {
  await database.transaction((transaction) => articleProjection.clear(transaction));
  await database.query('delete from assistant.embeddings');
});

function open(encoder = new TestEncoder(manifest)) {
  return { encoder, indexes: new ArticleIndexes(new ArticleTables(database), encoder, log) };
}

const sizes = async (indexes: ArticleIndexes) => {
  const { languages } = await indexes.current();
  return { en: languages.en.size, id: languages.id.size, embedded: languages.en.embedded && languages.id.embedded };
};

/** As long as a change takes to show. */
const soon = { timeout: 10_000, interval: 50 };

test('without articles there is an empty index', async () => {
  expect(await sizes(open().indexes)).toEqual({ en: 0, id: 0, embedded: true });
});

test('the first question is answered by words, and later ones by meaning; what was embedded is not embedded again', async () => {
  await keep(database, worldArticles('instalments', 'cash-on-delivery'));
  const { encoder, indexes } = open();
  let release = (): void => {};
  encoder.gate = new Promise((resolve) => {
    release = resolve;
  });
  expect(await sizes(indexes)).toEqual({ en: 2, id: 2, embedded: false });
  release();
  await vi.waitUntil(async () => (await sizes(indexes)).embedded, soon);
  expect(encoder.asked).toBeGreaterThan(20);

  const another = open();
  expect(await sizes(another.indexes)).toEqual({ en: 2, id: 2, embedded: true });
  expect(another.encoder.asked).toBe(0);
});

test('every process follows a change, of which only what is new is embedded, and a deletion', async () => {
  const [first, ...rest] = worldArticles('instalments', 'cash-on-delivery');
  if (first === undefined) throw new Error('no article');
  await keep(database, [first, ...rest]);
  const processes = [open(), open()];
  for (const { indexes } of processes) await vi.waitUntil(async () => (await sizes(indexes)).embedded, soon);
  const before = processes.map(({ encoder }) => encoder.asked);
  const versions = await Promise.all(processes.map(async ({ indexes }) => (await indexes.current()).dataVersion));
  await keep(database, [{ ...first, body: `${first.body} It is new.` }], 2);
  for (const [place, { indexes }] of processes.entries()) {
    await vi.waitUntil(async () => (await indexes.current()).dataVersion !== versions[place], soon);
  }
  const asked = processes.map(({ encoder }, place) => encoder.asked - (before[place] ?? 0));
  expect(Math.max(...asked)).toBeLessThanOrEqual(1);
  await database.transaction((transaction) =>
    articleProjection.apply(transaction, { id: first.id, version: 3, payload: null }),
  );
  for (const { indexes } of processes) await vi.waitUntil(async () => (await sizes(indexes)).en === 1, soon);
});

test('while articles cannot be embedded they are found by their words', async () => {
  await keep(database, worldArticles('instalments'));
  const { encoder, indexes } = open();
  encoder.broken = true;
  for (let ask = 0; ask < 3; ask++) expect(await sizes(indexes)).toEqual({ en: 1, id: 1, embedded: false });
});

test('while the database is away, what is in memory answers', async () => {
  await keep(database, worldArticles('instalments'));
  const tables = new ArticleTables(database);
  const indexes = new ArticleIndexes(tables, new TestEncoder(manifest), log);
  await vi.waitUntil(async () => (await sizes(indexes)).embedded, soon);
  const served = vi.spyOn(tables, 'served').mockRejectedValue(new CodedError('DATABASE_UNAVAILABLE', 'away'));
  await vi.waitUntil(async () => {
    await indexes.current();
    return served.mock.calls.length > 0;
  }, soon);
  expect(await sizes(indexes)).toEqual({ en: 1, id: 1, embedded: true });
});

test('an article in a language without a model is kept, and not searched', async () => {
  const [article] = worldArticles('instalments');
  if (article === undefined) throw new Error('no article');
  await database.transaction((transaction) =>
    articleProjection.apply(transaction, {
      id: 'article-ansuran-ms',
      version: 1,
      payload: { ...article, language: 'ms' },
    }),
  );
  expect(await sizes(open().indexes)).toEqual({ en: 0, id: 0, embedded: true });
});

test('a payload that is no article is refused, with what was expected', async () => {
  const apply = database.transaction((transaction) =>
    articleProjection.apply(transaction, {
      id: 'article-x',
      version: 1,
      payload: { title: 'x', body: 'y', language: 7 },
    }),
  );
  await expect(apply).rejects.toThrow(/payload\.language: expected/);
});
