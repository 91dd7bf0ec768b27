import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from './database.ts';
import { migrate } from './migrate.ts';
import { describeOnDatabases } from './testDatabase.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'archipelago-test-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(files: Record<string, string>): void {
  for (const [name, sql] of Object.entries(files)) writeFileSync(join(folder, name), sql);
}

describeOnDatabases('Migrations', (open) => {
  let database: Database;
  let namespace: string;
  let count = 0;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());
  beforeEach(() => {
    count += 1;
    namespace = `island${count}`;
  });

  const run = (): Promise<void> => migrate(database, namespace, pathToFileURL(folder));
  const applied = async (): Promise<unknown[]> =>
    (await database.query(`select number, name from ${namespace}.migrations order by number`)).rows;

  it('runs each file once, in order, in the namespace of the service', async () => {
    write({ '001-note.sql': `create table ${namespace}.note (n int); insert into ${namespace}.note values (1);` });
    await run();
    write({ '002-more.sql': `insert into ${namespace}.note select n + 1 from ${namespace}.note` });
    await run();
    await run();
    expect((await database.query(`select n from ${namespace}.note order by n`)).rows).toEqual([{ n: 1 }, { n: 2 }]);
    expect(await applied()).toEqual([
      { number: 1, name: '001-note.sql' },
      { number: 2, name: '002-more.sql' },
    ]);
  });

  it('lets many replicas start at the same time and runs each file once', async () => {
    write({
      '001-note.sql': `create table ${namespace}.note (n int)`,
      '002-first.sql': `insert into ${namespace}.note values (1)`,
    });
    await Promise.all(Array.from({ length: 5 }, run));
    expect((await database.query(`select n from ${namespace}.note`)).rows).toEqual([{ n: 1 }]);
  });

  it('lets replicas start at the same time that looked for the namespace before it was there', async () => {
    write({ '001-note.sql': `create table ${namespace}.note (n int)` });
    const searching: Database = {
      ...database,
      transaction: (work) =>
        database.transaction(async (transaction) => {
          await transaction.query(`set local search_path to ${namespace}`);
          await transaction.query('select to_regclass($1)', ['note']);
          return work(transaction);
        }),
    };
    // Their connections are open, so that all of them look before one creates.
    await Promise.all(Array.from({ length: 5 }, () => database.query('select pg_sleep(0.01)')));
    await Promise.all(Array.from({ length: 5 }, () => migrate(searching, namespace, pathToFileURL(folder))));
    expect(await applied()).toEqual([{ number: 1, name: '001-note.sql' }]);
  });

  it('takes a name that SQL reserves', async () => {
    namespace = 'order';
    write({ '001-line.sql': 'create table "order".line (n int)' });
    await run();
    expect((await database.query('select * from "order".line')).rows).toEqual([]);
  });

  it('rolls back a file that fails, keeps the ones before it, and goes on from there once it is mended', async () => {
    write({
      '001-note.sql': `create table ${namespace}.note (n int)`,
      '002-wrong.sql': `insert into ${namespace}.note values (1); insert into ${namespace}.nowhere values (1)`,
    });
    await expect(run()).rejects.toMatchObject({
      code: 'MIGRATION_FAILED',
      message: `The namespace ${namespace} cannot be migrated: 002-wrong.sql failed and was rolled back: relation "${namespace}.nowhere" does not exist.`,
    });
    expect(await applied()).toEqual([{ number: 1, name: '001-note.sql' }]);
    expect((await database.query(`select * from ${namespace}.note`)).rows).toEqual([]);
    write({ '002-wrong.sql': `insert into ${namespace}.note values (2)` });
    await run();
    expect((await database.query(`select n from ${namespace}.note`)).rows).toEqual([{ n: 2 }]);
  });

  it('refuses a file that was changed after it was run', async () => {
    write({ '001-note.sql': 'select 1' });
    await run();
    write({ '001-note.sql': 'select 2', '002-more.sql': `create table ${namespace}.more (n int)` });
    await expect(run()).rejects.toMatchObject({
      code: 'MIGRATION_FAILED',
      message: `The namespace ${namespace} cannot be migrated: 001-note.sql is not what was run in this database as 001-note.sql. Restore the file and put the change into a new one.`,
    });
    expect(await applied()).toHaveLength(1);
  });

  it('sees no change in the line ends of another system', async () => {
    write({ '001-note.sql': 'select 1;\nselect 2;\n' });
    await run();
    write({ '001-note.sql': 'select 1;\r\nselect 2;\r\n' });
    await run();
  });

  it('leaves a database alone that is ahead of the files', async () => {
    write({ '001-note.sql': 'select 1', '002-more.sql': 'select 2' });
    await run();
    rmSync(join(folder, '002-more.sql'));
    await run();
    expect(await applied()).toHaveLength(2);
  });
});

describe('A folder of migrations', () => {
  const untouched: Database = {
    kind: 'pglite',
    query: () => Promise.reject(new Error('was queried')),
    transaction: () => Promise.reject(new Error('was queried')),
    close: async () => {},
  };

  it.each([
    ['a gap', ['001-a.sql', '003-c.sql'], 'migration number 2 is a file like 002-what.sql; got 003-c.sql'],
    ['a number twice', ['001-a.sql', '001-b.sql'], 'migration number 2 is a file like 002-what.sql; got 001-b.sql'],
    ['no number', ['tables.sql'], 'migration number 1 is a file like 001-what.sql; got tables.sql'],
  ])('with %s is refused before anything is run', async (_, names, message) => {
    write(Object.fromEntries(names.map((name) => [name, 'select 1'])));
    await expect(migrate(untouched, 'island', pathToFileURL(folder))).rejects.toMatchObject({
      code: 'MIGRATION_FAILED',
      message: expect.stringContaining(message),
    });
  });
});
