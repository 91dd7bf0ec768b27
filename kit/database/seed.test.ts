import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database, Queryable } from './database.ts';
import { migrate } from './migrate.ts';
import { seed } from './seed.ts';
import { describeOnDatabases } from './testDatabase.ts';

describeOnDatabases('A seed', (open) => {
  let database: Database;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'archipelago-test-'));
    database = await open();
    await migrate(database, 'garden', pathToFileURL(folder));
    await database.query('create table garden.plant (name text)');
  });
  afterAll(async () => {
    await database.close();
    rmSync(folder, { recursive: true });
  });

  const plant = async (transaction: Queryable): Promise<void> => {
    await transaction.query(`insert into garden.plant values ('fern')`);
  };
  const plants = async (): Promise<unknown[]> => (await database.query('select name from garden.plant')).rows;

  it('that fails leaves nothing and is run again, then never more', async () => {
    const failing = seed(database, 'garden', async (transaction) => {
      await plant(transaction);
      throw new Error('the frost came');
    });
    await expect(failing).rejects.toThrow('the frost came');
    expect(await plants()).toEqual([]);

    expect(await Promise.all(Array.from({ length: 3 }, () => seed(database, 'garden', plant)))).toEqual(
      expect.arrayContaining([true, false, false]),
    );
    expect(await plants()).toEqual([{ name: 'fern' }]);
    expect(await seed(database, 'garden', plant)).toBe(false);
    expect(await plants()).toEqual([{ name: 'fern' }]);
  });
});
