import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Database } from '../../../kit/database/database.ts';
import { migrate } from '../../../kit/database/migrate.ts';
import { openTestDatabase } from '../../../kit/database/testDatabase.ts';
import { badInput, CodedError } from '../../../kit/errors.ts';
import { readManifest } from '../../../kit/model/folder/manifest.ts';
import { PictureIndex, type PictureIndexOptions } from './pictureIndex.ts';
import { productProjection } from './productProjection.ts';
import { ProductTables } from './productTables.ts';

const log = pino({ level: 'silent' });
const uploadId = (n: number): string => `upload-00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
let database: Database;
let manifest: Awaited<ReturnType<typeof readManifest>>['manifest'];
beforeAll(async () => {
  database = await openTestDatabase();
  await migrate(database, 'vision', new URL('../migrations/', import.meta.url));
  ({ manifest } = await readManifest(new URL('../model/', import.meta.url)));
});
afterAll(() => database?.close());
beforeEach(async () => {
  await database.transaction((transaction) => productProjection.clear(transaction));
  await database.query('delete from vision.embeddings');
});

const keep = (id: string, picture: number | null, version = 1) =>
  database.transaction((transaction) =>
    productProjection.apply(transaction, {
      id,
      version,
      payload: { picture: picture === null ? null : { id: uploadId(picture) } },
    }),
  );

/** An index whose model makes the same of every picture; `asked` has the pictures that it read. */
function open(options: Partial<PictureIndexOptions> = {}) {
  const asked: string[] = [];
  const answer = {
    tags: [],
    moderation: null,
    quality: { width: 9, height: 9, sharpness: 0, exposure: 0, contrast: 0, issues: [] },
    dominantColors: [],
    histogram: Float32Array.of(1),
    embedding: Float32Array.of(1, 0),
  };
  const model: PictureIndexOptions['model'] = {
    manifest,
    predict: async () => ({
      output: answer,
      model: { name: manifest.name, version: manifest.version },
      confidence: null,
      degraded: false,
      predictionId: () => '',
    }),
  };
  const read = async (id: string): Promise<Buffer> => {
    asked.push(id);
    return Buffer.from(id);
  };
  const index = new PictureIndex({ tables: new ProductTables(database), model, read, log, ...options });
  const end = new AbortController();
  const followed = index.follow(end.signal);
  const close = async (): Promise<void> => {
    end.abort();
    await followed;
  };
  const ids = async () => (await index.entries()).map(({ id }) => id).sort();
  return { asked, ids, close };
}

/** As long as a change takes to show. */
const soon = { timeout: 15_000, interval: 50 };
const settled = (ids: () => Promise<readonly string[]>, ...wanted: readonly string[]) =>
  vi.waitFor(async () => expect(await ids()).toEqual(wanted), soon);

test('looks at the pictures that products have, stores what it makes of them, and another process need not look again', async () => {
  await keep('product-a', 1);
  await keep('product-b', 2);
  await keep('product-plain', null);
  const first = open();
  await settled(first.ids, 'product-a', 'product-b');
  expect(first.asked.toSorted()).toEqual([uploadId(1), uploadId(2)]);
  const second = open();
  await settled(second.ids, 'product-a', 'product-b');
  expect(second.asked).toEqual([]);
  await Promise.all([first.close(), second.close()]);
});

test('follows a new picture of a product, and one that goes', async () => {
  await keep('product-a', 1);
  const { ids, asked, close } = open();
  await settled(ids, 'product-a');
  await keep('product-a', 3, 2);
  await keep('product-c', 4);
  await settled(ids, 'product-a', 'product-c');
  await vi.waitFor(() => expect(asked.toSorted()).toEqual([uploadId(1), uploadId(3), uploadId(4)]), soon);
  await keep('product-c', null, 2);
  await settled(ids, 'product-a');
  await close();
});

test('a picture that cannot be read is left out, is not tried again, and keeps nobody else out', async () => {
  await keep('product-a', 1);
  await keep('product-b', 2);
  const first = open({
    read: async (id) => {
      if (id === uploadId(1)) throw badInput('Expected a whole PNG picture, got one that is broken or cut off.');
      return Buffer.from(id);
    },
  });
  await settled(first.ids, 'product-b');
  await first.close();
  const again = open();
  await settled(again.ids, 'product-b');
  expect(again.asked).toEqual([]);
  await again.close();
});

test('what no model could look at now is not stored as if it could not be read', async () => {
  await keep('product-a', 1);
  let tried = 0;
  const first = open({
    read: async () => {
      tried += 1;
      throw new CodedError('DATABASE_UNAVAILABLE', 'The database is away.');
    },
  });
  await vi.waitFor(() => expect(tried).toBe(1), soon);
  expect(await first.ids()).toEqual([]);
  await first.close();
  const again = open();
  await settled(again.ids, 'product-a');
  await again.close();
});
