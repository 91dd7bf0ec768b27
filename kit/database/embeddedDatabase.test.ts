import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { mkdtemp, watch } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Database } from './database.ts';
import { type Fixture, spawnFixture } from './fixtures/spawnFixture.ts';
import { openDatabase } from './openDatabase.ts';
import { copyTemplateCluster } from './testDatabase.ts';

// Creating a cluster takes three seconds of CPU, on a busy machine many more.
vi.setConfig({ testTimeout: 120_000 });

let folder: string;
let cluster: string;
const lines: string[] = [];
const log = pino({ level: 'info' }, { write: (line: string) => lines.push(line) });
const opened: Database[] = [];
const started: Fixture[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'archipelago-test-'));
  cluster = join(folder, 'postgres');
  lines.length = 0;
});

afterEach(async () => {
  await Promise.all(started.splice(0).map((fixture) => fixture.kill()));
  await Promise.all(opened.splice(0).map((database) => database.close()));
  rmSync(folder, { recursive: true });
});

async function open(): Promise<Database> {
  const database = await openDatabase({ url: undefined, directory: folder, log });
  opened.push(database);
  return database;
}

function writeElsewhere(): Fixture {
  const fixture = spawnFixture('writeForever.ts', folder);
  started.push(fixture);
  return fixture;
}

it('fills an empty folder and keeps its data there from one opening to the next', async () => {
  mkdirSync(cluster);
  const first = await open();
  await first.query('create table note as select 42 as n');
  await opened.pop()?.close();
  expect(readdirSync(folder)).toEqual(['postgres']);
  const second = await open();
  expect((await second.query('select n from note')).rows).toEqual([{ n: 42 }]);
});

it('leaves the event loop free while a statement runs', async () => {
  await copyTemplateCluster(cluster);
  const database = await open();
  let finished = false;
  const statement = database.query('select count(*) from generate_series(1, 3000000)').then(() => {
    finished = true;
  });
  let turns = 0;
  while (!finished) {
    await new Promise((resolve) => setImmediate(resolve));
    turns += 1;
  }
  await statement;
  expect(turns).toBeGreaterThan(100);
});

it('refuses a second process while one has it open, and loses nothing of what a killed one had committed', async () => {
  await copyTemplateCluster(cluster);
  const writer = writeElsewhere();
  await writer.line('committed 1');
  await expect(open()).rejects.toMatchObject({
    code: 'DATABASE_LOCKED',
    message: expect.stringContaining(`process ${writer.pid}`),
  });
  const last = Number((await writer.line('committed 50')).split(' ')[1]);
  await writer.kill();
  const database = await open();
  const { rows } = await database.query<{ n: number }>('select n from tally order by n');
  expect(rows.length).toBeGreaterThanOrEqual(last);
  expect(rows.map(({ n }) => n)).toEqual(rows.map((_, index) => index + 1));
});

it('begins anew when its first start was killed in the middle', async () => {
  const changes = watch(folder);
  const writer = writeElsewhere();
  for await (const { filename } of changes) if (filename === 'postgres.unfinished') break;
  await writer.kill();
  expect(existsSync(cluster)).toBe(false);
  const database = await open();
  expect((await database.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  expect(lines.join()).toContain('removing what a killed first start left');
  expect(readdirSync(folder).sort()).toEqual(['postgres', 'postgres.lock']);
});

const damages: [string, string, () => void][] = [
  [
    'a folder of something else',
    'it lacks PG_VERSION, base, global, pg_wal, pg_xact, so it is not a database or only half of one',
    () => {
      rmSync(cluster, { recursive: true });
      mkdirSync(cluster);
      writeFileSync(join(cluster, 'holiday.jpg'), 'x');
    },
  ],
  [
    'a file',
    'ENOTDIR',
    () => {
      rmSync(cluster, { recursive: true });
      writeFileSync(cluster, 'x');
    },
  ],
  [
    'the files of another version of Postgres',
    'it was made by Postgres "15", and this is Postgres 18',
    () => writeFileSync(join(cluster, 'PG_VERSION'), '15\n'),
  ],
  [
    'a database without its control file',
    'could not open file "global/pg_control": No such file or directory',
    () => rmSync(join(cluster, 'global', 'pg_control')),
  ],
  [
    'a database with half a control file',
    'could not read file "global/pg_control": read 100 of 296',
    () => truncateSync(join(cluster, 'global', 'pg_control'), 100),
  ],
  [
    'a database that lost its log',
    'could not locate a valid checkpoint record',
    () => {
      rmSync(join(cluster, 'pg_wal'), { recursive: true });
      mkdirSync(join(cluster, 'pg_wal'));
    },
  ],
  [
    'a database that was only partly copied',
    'The database subdirectory "base/5" is missing',
    () => rmSync(join(cluster, 'base', '5'), { recursive: true }),
  ],
];

it.each(damages)(
  'refuses %s with DATABASE_CORRUPT and what to do, and gives the lock back',
  async (_, reason, damage) => {
    await copyTemplateCluster(cluster);
    damage();
    await expect(open()).rejects.toMatchObject({
      code: 'DATABASE_CORRUPT',
      message: expect.stringMatching(
        new RegExp(
          `in ${cluster} cannot be used: .*${reason}.*Restore it from a backup, move it away .*No data was removed`,
        ),
      ),
    });
    expect(readdirSync(folder)).toEqual(['postgres']);
  },
);

it('refuses a data folder that is a file', async () => {
  writeFileSync(cluster, 'x');
  await expect(openDatabase({ url: undefined, directory: cluster, log })).rejects.toMatchObject({
    code: 'CONFIG_INVALID',
    message: expect.stringContaining('ARCHIPELAGO_DATA is a folder that this process may write'),
  });
});

it('replaces an engine that broke, with everything that was committed', async () => {
  await copyTemplateCluster(cluster);
  const database = await open();
  await database.query('create table note as select 42 as n');
  // What a full disk does: the log cannot grow, and Postgres panics.
  renameSync(join(cluster, 'pg_wal'), join(cluster, 'away'));
  const write = database.query(`insert into note select n from generate_series(1, 1000000) n`);
  await expect(write).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
  await expect(database.query('select 1')).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
  renameSync(join(cluster, 'away'), join(cluster, 'pg_wal'));
  expect((await database.query('select n from note')).rows).toEqual([{ n: 42 }]);
});
