import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, describe, expect, test } from 'vitest';
import { type Fixture, spawnFixture } from '../database/fixtures/spawnFixture.ts';
import { openDatabase } from '../database/openDatabase.ts';
import { copyTemplateCluster } from '../database/testDatabase.ts';
import { createServerDatabase, serverAnswers, TEST_SERVER } from '../database/testServer.ts';
import { Jobs } from '../jobs/jobs.ts';
import { TEST_TIMINGS } from '../jobs/testJobs.ts';
import { type Item, ItemOwner, Shelf } from './testItems.ts';

const log = pino({ level: 'silent' });
const ENTITY = 'Item';
const WAIT = { timeout: 20_000, interval: 20 };

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const item = (n: number, version = 1): Item => ({ id: `item-${n}`, version, name: `item ${n}, version ${version}` });
const items = (count: number, version = 1): Item[] => Array.from({ length: count }, (_, n) => item(n, version));

/** A process that keeps the shelf, and is ended with the test. */
function keepShelf(...args: string[]): Fixture {
  const fixture = spawnFixture(new URL('fixtures/keepShelf.ts', import.meta.url).href, ENTITY, ...args);
  cleanups.push(() => fixture.kill());
  return fixture;
}

/** The database, its jobs, an owner and a shelf, in this process. */
async function openHere(where: string) {
  const url = where.startsWith('postgres://') ? where : undefined;
  const database = await openDatabase({ url, directory: where, log });
  const jobs = await Jobs.open({ database, log, timings: TEST_TIMINGS });
  const [owner, shelf] = [new ItemOwner(database, ENTITY), new Shelf(database, ENTITY)];
  await Promise.all([owner.create(), shelf.create()]);
  const close = async (): Promise<void> => {
    await jobs.close();
    await database.close();
  };
  const waiting = async (): Promise<number> => {
    const { rows } = await database.query<{ count: number }>('select count(*) from jobs.changes');
    return rows[0]?.count ?? Number.NaN;
  };
  const rebuilding = async (): Promise<object[]> =>
    (await database.query('select rebuild_at is not null as rebuilding from jobs.subscriptions')).rows;
  return { jobs, owner, shelf, close, waiting, rebuilding };
}

async function newServerDatabase(): Promise<string> {
  const { url, drop } = await createServerDatabase();
  cleanups.push(drop);
  return url;
}

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'archipelago-test-'));
  cleanups.push(() => rm(folder, { recursive: true, force: true }));
  await copyTemplateCluster(join(folder, 'postgres'));
  return folder;
}

const postgres = serverAnswers ? 'Postgres' : `Postgres (none answers at ${TEST_SERVER})`;

const PLACES: readonly (readonly [title: string, there: boolean, make: () => Promise<string>])[] = [
  ['PGlite', true, newFolder],
  [postgres, serverAnswers, newServerDatabase],
];

for (const [title, there, newPlace] of PLACES) {
  describe.skipIf(!there)(`a process that is killed, over ${title}`, () => {
    test('between a change and its commit has done nothing, and the next one does it once', async () => {
      const where = await newPlace();
      const before = await openHere(where);
      const projector = before.jobs.changes.project(before.shelf.projection(), before.owner.graph);
      await expect.poll(() => projector.lag(), WAIT).toMatchObject({ rebuilding: false });
      await before.jobs.close();
      await before.owner.write(before.jobs.changes, [item(0), item(1), item(2)]);
      await before.close();

      const doomed = keepShelf(where, 'item-1');
      await doomed.line('applied');
      await doomed.kill();

      const after = await openHere(where);
      cleanups.push(after.close);
      expect(await after.shelf.rows()).toEqual([]);
      expect(await after.waiting()).toBe(3);
      after.jobs.changes.project(after.shelf.projection(), after.owner.graph);
      await expect.poll(after.waiting, WAIT).toBe(0);
      expect(await after.shelf.rows()).toEqual(await after.owner.rows());
      expect(await after.shelf.log('item-1')).toEqual([1]);
      expect(await after.shelf.appliedTwice()).toEqual([]);
    }, 60_000);
  });
}

describe.skipIf(!serverAnswers)(`processes that keep one projection over ${postgres}`, () => {
  test('killed and frozen at any moment lose no change, and apply none twice', async () => {
    const where = await newServerDatabase();
    const here = await openHere(where);
    cleanups.push(here.close);
    const frozen = keepShelf(where);
    await expect.poll(here.rebuilding, WAIT).toEqual([{ rebuilding: false }]);
    let version = 0;
    /** Resolves once some of what it wrote was applied, and the rest was not. */
    const writeAndBegin = async (): Promise<void> => {
      for (let n = 0; n < 5; n++) await here.owner.write(here.jobs.changes, items(200, ++version));
      await expect.poll(here.waiting, { ...WAIT, interval: 1 }).toBeLessThan(1_000);
      expect(await here.waiting()).toBeGreaterThan(0);
    };
    await writeAndBegin();
    process.kill(frozen.pid, 'SIGSTOP');
    for (let round = 0; round < 2; round++) {
      const doomed = keepShelf(where);
      await doomed.line('keeping');
      await expect.poll(here.waiting, WAIT).toBe(0);
      await writeAndBegin();
      await doomed.kill();
    }
    process.kill(frozen.pid, 'SIGCONT');
    await expect.poll(here.waiting, WAIT).toBe(0);
    expect(await here.shelf.rows()).toEqual(await here.owner.rows());
    expect(await here.shelf.log('item-1')).toEqual(Array.from({ length: version }, (_, n) => n + 1));
    expect(await here.shelf.appliedTwice()).toEqual([]);
  }, 60_000);

  test('one that is killed in the middle of a rebuild leaves it to the next one, who begins from empty', async () => {
    const where = await newServerDatabase();
    const here = await openHere(where);
    cleanups.push(here.close);
    await here.owner.write(here.jobs.changes, items(300));

    const doomed = keepShelf(where, 'item-250');
    await doomed.line('applied');
    await doomed.kill();

    expect((await here.shelf.rows()).length).toBeGreaterThan(0);
    expect((await here.shelf.rows()).length).toBeLessThan(300);
    const projector = here.jobs.changes.project(here.shelf.projection(), here.owner.graph);
    await expect.poll(() => projector.lag(), WAIT).toMatchObject({ waiting: 0, rebuilding: false });
    expect(await here.shelf.rows()).toEqual(await here.owner.rows());
  });

  test('one that hangs in a change keeps the others out for no longer than its lease', async () => {
    const where = await newServerDatabase();
    const here = await openHere(where);
    cleanups.push(here.close);
    const hanging = keepShelf(where, 'item-1');
    await expect.poll(here.rebuilding, WAIT).toEqual([{ rebuilding: false }]);
    await here.owner.write(here.jobs.changes, items(3));
    await hanging.line('applied');
    here.jobs.changes.project(here.shelf.projection(), here.owner.graph);
    await expect.poll(here.waiting, WAIT).toBe(0);
    expect(await here.shelf.rows()).toEqual(await here.owner.rows());
    expect(await here.shelf.appliedTwice()).toEqual([]);
  });
});
