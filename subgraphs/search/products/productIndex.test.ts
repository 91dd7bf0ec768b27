import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Database } from '../../../kit/database/database.ts';
import { migrate } from '../../../kit/database/migrate.ts';
import { openTestDatabase } from '../../../kit/database/testDatabase.ts';
import { CodedError } from '../../../kit/errors.ts';
import { type Manifest, readManifest } from '../../../kit/model/folder/manifest.ts';
import { ensureModels } from '../../../models/ensureModels.ts';
import { NO_FILTERS } from '../retrieval/filters.ts';
import { TestEncoder } from '../testEncoder.ts';
import { keep, someProducts } from '../testProducts.ts';
import { IndexThread } from '../thread/indexThread.ts';
import { ProductIndex } from './productIndex.ts';
import { productProjection } from './productProjection.ts';
import { ProductTables, serveIndex } from './productTables.ts';

const log = pino({ level: 'silent' });
const modelFolder = new URL('../model/', import.meta.url);
const kept = someProducts('umbrella-uv', 'poncho-motor', 'rice-cooker-mini');
let database: Database;
let manifest: Manifest;
let tables: ProductTables;
const threads: IndexThread[] = [];

beforeAll(async () => {
  await ensureModels();
  database = await openTestDatabase();
  await migrate(database, 'search', new URL('../migrations/', import.meta.url));
  ({ manifest } = await readManifest(modelFolder));
  tables = new ProductTables(database);
}, 60_000);
afterAll(() => database?.close());
beforeEach(async () => {
  await database.query('delete from search.products');
  await database.query('delete from search.removed');
  await database.query('delete from search.embeddings');
  await database.query('update search.state set revision = revision + 1');
});
afterEach(async () => {
  await Promise.all(threads.splice(0).map((thread) => thread.close()));
});

function open(encoder = new TestEncoder(manifest)) {
  const index = new ProductIndex(
    tables,
    encoder,
    () => {
      const thread = new IndexThread(modelFolder);
      threads.push(thread);
      return thread;
    },
    log,
  );
  return { encoder, index };
}

/** What a word finds, as each look has left it. */
async function find(index: ProductIndex, text: string) {
  await index.look();
  const { thread } = await index.served();
  const { terms } = await thread.ask('read', { text, asking: { as: 'query', language: null } });
  const { output } = await new TestEncoder(manifest).predict();
  const { hits, whole } = await thread.ask('search', {
    ...{ terms, vector: { scale: 1, bytes: new Int8Array(384) }, fusion: output.fusion },
    ...{ threshold: 0.05, filters: NO_FILTERS, after: null, first: 10 },
  });
  return { ids: hits.map(({ id }) => id), whole };
}
const soon = { timeout: 20_000, interval: 20 };
const remove = (id: string) =>
  database.transaction((transaction) => productProjection.apply(transaction, { id, version: 9, payload: null }));

test('without products nothing is found, and all of it is embedded', async () => {
  expect(await find(open().index, 'umbrella')).toEqual({ ids: [], whole: true });
});

test('a product is found by its words at once, and is embedded once by whichever process comes first', async () => {
  await keep(database, kept);
  const { encoder, index } = open();
  let release = (): void => {};
  encoder.gate = new Promise((resolve) => {
    release = resolve;
  });
  expect(await find(index, 'umbrella')).toEqual({ ids: ['product-umbrella-uv'], whole: false });
  release();
  await vi.waitUntil(async () => (await find(index, 'umbrella')).whole, soon);
  expect(encoder.asked).toBe(kept.length);

  const another = open();
  expect(await find(another.index, 'umbrella')).toEqual({ ids: ['product-umbrella-uv'], whole: true });
  expect(another.encoder.asked).toBe(0);
});

test('what has changed is found by its new words, and only that is embedded; what was deleted is not found', async () => {
  await keep(database, kept);
  const { encoder, index } = open();
  await vi.waitUntil(async () => (await find(index, 'umbrella')).whole, soon);
  const [first] = someProducts('umbrella-uv');
  if (first === undefined) throw new Error('no product');
  await keep(database, [{ ...first, payload: { ...first.payload, name: 'Parasol', description: 'For the terrace.' } }]);
  await vi.waitUntil(async () => (await find(index, 'terrace')).ids.length === 1, soon);
  expect((await find(index, 'umbrella')).ids).toEqual([]);
  await vi.waitUntil(async () => (await find(index, 'terrace')).whole, soon);
  expect(encoder.asked).toBe(kept.length + 1);
  await remove(first.id);
  expect((await find(index, 'terrace')).ids).toEqual([]);
});

test('a product that is made anew under the id of one that was deleted is found', async () => {
  await keep(database, kept);
  const { index } = open();
  await find(index, 'umbrella');
  await remove('product-umbrella-uv');
  await keep(database, kept);
  expect((await find(index, 'umbrella')).ids).toEqual(['product-umbrella-uv']);
});

test('a rebuild takes nothing away meanwhile, and forgets at its end what catalog has no more', async () => {
  await keep(database, kept);
  const { index } = open();
  await find(index, 'umbrella');
  const [, poncho, cooker] = [...kept].sort((one, other) => (one.id < other.id ? -1 : 1));
  await database.transaction((transaction) => productProjection.clear(transaction));
  expect((await find(index, 'rice')).ids).toEqual(['product-rice-cooker-mini']);
  await keep(
    database,
    [poncho, cooker].flatMap((one) => one ?? []),
  );
  const before = await tables.countProducts();
  await database.transaction(async (transaction) => productProjection.rebuilt?.(transaction));
  expect([before, await tables.countProducts()]).toEqual([3, 2]);
});

test('another set of embeddings is read when it is to be searched, and the one before answers until then', async () => {
  await keep(database, kept);
  const { encoder, index } = open();
  await vi.waitUntil(async () => (await find(index, 'umbrella')).whole, soon);
  const number = await tables.indexOf('job-1');
  await database.transaction((transaction) => serveIndex(transaction, number));
  await vi.waitUntil(async () => (await find(index, 'umbrella')).whole && encoder.asked === 2 * kept.length, soon);
});

test('while products cannot be embedded words find them', async () => {
  await keep(database, kept);
  const { encoder, index } = open();
  encoder.broken = true;
  for (let look = 0; look < 3; look++)
    expect(await find(index, 'umbrella')).toEqual({ ids: ['product-umbrella-uv'], whole: false });
});

test('while the database is away what is in memory is searched', async () => {
  await keep(database, kept);
  const { index } = open();
  await find(index, 'umbrella');
  const state = vi.spyOn(tables, 'state').mockRejectedValue(new CodedError('DATABASE_UNAVAILABLE', 'away'));
  await expect(index.look()).rejects.toThrow('away');
  expect((await index.served()).modelVersion).toBe(manifest.version);
  state.mockRestore();
});

test('a thread that dies is replaced, and nothing is lost', async () => {
  await keep(database, kept);
  const { index } = open();
  await find(index, 'umbrella');
  const pending = (await index.served()).thread.ask('read', { text: 'x', asking: { as: 'query', language: null } });
  await Promise.all([threads.at(-1)?.close(), expect(pending).rejects.toMatchObject({ code: 'MODEL_FAILED' })]);
  expect((await find(index, 'umbrella')).ids).toEqual(['product-umbrella-uv']);
  expect(threads).toHaveLength(2);
});

test.each([
  ['no name', { name: 7 }, /payload\.name: expected a name/],
  ['a price that is none', { price: { amount: '-1', currency: 'SGD' } }, /payload\.price: expected a price/],
  [
    'a currency that nobody has',
    { price: { amount: '1', currency: 'XXX' } },
    /payload\.price\.currency: expected a currency/,
  ],
])('a payload with %s is refused', async (_, wrong, message) => {
  const [product] = kept;
  const apply = database.transaction((transaction) =>
    productProjection.apply(transaction, { id: 'product-x', version: 1, payload: { ...product?.payload, ...wrong } }),
  );
  await expect(apply).rejects.toThrow(message);
});
