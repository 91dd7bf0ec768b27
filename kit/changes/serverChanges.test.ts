import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { serverAnswers, TEST_SERVER } from '../database/testServer.ts';
import type { Jobs } from '../jobs/jobs.ts';
import { brokerAnswers, openTestJobs, TEST_BROKER, type TestJobs } from '../jobs/testJobs.ts';
import { persistently } from '../jobs/work/persistently.ts';
import type { Projector } from './projector.ts';
import { type Item, ItemOwner, Shelf } from './testItems.ts';

const built = (projector: Projector): Promise<void> =>
  expect
    .poll(() => projector.lag(), { timeout: 20_000, interval: 20 })
    .toMatchObject({ waiting: 0, rebuilding: false });

const item = (n: number, version: number): Item => ({
  id: `item-${n}`,
  version,
  name: `item ${n}, version ${version}`,
});

const setUp = async (t: TestJobs) => {
  const entity = `Item${randomBytes(6).toString('hex')}`;
  const [owner, shelf] = [new ItemOwner(t.database, entity), new Shelf(t.database, entity)];
  await Promise.all([owner.create(), shelf.create()]);
  return { owner, shelf, keep: (jobs: Jobs) => jobs.changes.project(shelf.projection(), owner.graph) };
};

/** What a test waits for, and opens. */
function gate(): { readonly opened: Promise<void>; open(): void } {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

const server = serverAnswers ? 'Postgres' : `Postgres (none answers at ${TEST_SERVER})`;

describe.skipIf(!serverAnswers)(`changes of several connections to ${server}`, () => {
  let t: TestJobs;
  beforeAll(async () => {
    t = await openTestJobs('postgres');
  });
  afterAll(() => t.close());

  test('who comes while an owner has told and not committed misses nothing, and keeps no other owner waiting', async () => {
    const { owner, shelf, keep } = await setUp(t);
    const [told, commit] = [gate(), gate()];
    onTestFinished(commit.open);
    const slow = t.database.transaction(async (transaction) => {
      await owner.writeIn(transaction, t.jobs.changes, [item(1, 1)]);
      told.open();
      await commit.opened;
    });
    await told.opened;
    const projector = keep(t.jobs);
    // It has asked for the lock, and waits.
    const asking = `select count(*) from pg_locks l join pg_database d on d.oid = l.database
      where d.datname = current_database() and l.locktype = 'advisory' and not l.granted`;
    await expect.poll(async () => (await t.database.query(asking)).rows, { interval: 5 }).toEqual([{ count: 1 }]);
    const asked = Date.now();
    await owner.write(t.jobs.changes, [item(2, 1)]);
    expect(Date.now() - asked).toBeLessThan(2_000);
    expect(await projector.lag()).toMatchObject({ rebuilding: true });
    expect(owner.askedBy).toEqual([]);
    commit.open();
    await slow;
    await built(projector);
    expect(await shelf.rows()).toEqual(await owner.rows());
    expect(await shelf.rows()).toHaveLength(2);
  });

  test('a projection goes on when its connections were cut, in the middle of a rebuild and of a change', async () => {
    const { owner, shelf, keep } = await setUp(t);
    await owner.write(
      t.jobs.changes,
      Array.from({ length: 500 }, (_, n) => item(n, 1)),
    );
    const projector = keep(t.jobs);
    const cut = `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`;
    // It may be the one that asks for it that is cut.
    const cutAll = () => t.database.query(cut).catch(() => {});
    for (let n = 0; n < 5; n++) {
      await expect
        .poll(async () => (await shelf.rows()).length, { timeout: 10_000, interval: 5 })
        .toBeGreaterThan(n * 100);
      await cutAll();
    }
    await built(projector);
    for (let version = 2; version < 12; version++) {
      const items = Array.from({ length: 100 }, (_, n) => item(n, version));
      await persistently(() => owner.write(t.jobs.changes, items), new AbortController().signal);
      await cutAll();
    }
    await built(projector);
    expect(await shelf.rows()).toEqual(await owner.rows());
    const log = await shelf.log('item-1');
    expect(log.filter((version) => version > 1)).toEqual(Array.from({ length: 10 }, (_, n) => n + 2));
  });
});

const broker = brokerAnswers ? 'RabbitMQ' : `RabbitMQ (none answers at ${new URL(TEST_BROKER).host})`;

describe.skipIf(!serverAnswers || !brokerAnswers)(`changes told over ${broker} and ${server}`, () => {
  let t: TestJobs;
  beforeAll(async () => {
    t = await openTestJobs('postgres', TEST_BROKER);
  });
  afterAll(() => t.close());

  test('another process hears of a change at once, and does not wait until it looks by itself', async () => {
    const { owner, shelf, keep } = await setUp(t);
    const other = await t.another({ pollMs: 3_600_000 });
    const kept = keep(other);
    await built(kept);
    let version = 0;
    const write = () => owner.write(t.jobs.changes, [item(1, ++version)]);
    // Until it listens.
    await expect.poll(() => write().then(() => shelf.log('item-1')), { timeout: 10_000 }).not.toEqual([]);
    for (let n = 0; n < 3; n++) {
      await write();
      await expect.poll(() => shelf.log('item-1'), { timeout: 10_000, interval: 5 }).toContain(version);
    }
  });
});
