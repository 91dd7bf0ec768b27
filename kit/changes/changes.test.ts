import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { defineJob } from '../jobs/defineJob.ts';
import type { Jobs } from '../jobs/jobs.ts';
import { ALICE, describeOnQueues, type TestJobs, testKind } from '../jobs/testJobs.ts';
import { readMetrics } from '../telemetry/metrics.ts';
import type { Change } from './change.ts';
import type { Projection } from './defineProjection.ts';
import type { Lag } from './lag.ts';
import type { Projector } from './projector.ts';
import { type Item, ItemOwner, readItems, SHELF, Shelf, toChange } from './testItems.ts';

const DONE: Lag = { waiting: 0, oldestMs: 0, failing: 0, rebuilding: false };

const item = (n: number, version: number, name: string | null = `item ${n}, version ${version}`): Item => ({
  id: `item-${n}`,
  version,
  name,
});
const items = (count: number, version: number): Item[] => Array.from({ length: count }, (_, n) => item(n, version));

const until = async (projector: Projector, lag: Partial<Lag>): Promise<void> =>
  expect.poll(() => projector.lag(), { timeout: 20_000, interval: 20 }).toMatchObject(lag);

describeOnQueues('changes', (open) => {
  let t: TestJobs;
  beforeAll(async () => {
    t = await open();
  });
  afterAll(() => t.close());

  /** An owner and a shelf that no other test has. */
  const setUp = async (rule?: string) => {
    const entity = `Item${randomBytes(6).toString('hex')}`;
    const [owner, shelf] = [new ItemOwner(t.database, entity), new Shelf(t.database, entity)];
    await Promise.all([owner.create(), shelf.create(rule)]);
    return {
      entity,
      owner,
      shelf,
      write: (...written: readonly Item[]) => owner.write(t.jobs.changes, written),
      /** Tells of changes alone. */
      publish: (...told: readonly Item[]) =>
        t.database.transaction((transaction) =>
          t.jobs.changes.publish(transaction, ...told.map((each) => toChange(entity, each))),
        ),
      keep: (projection: Projection = shelf.projection(), jobs: Jobs = t.jobs) =>
        jobs.changes.project(projection, owner.graph),
    };
  };

  test('a new projection is built from the graph of its owner, on behalf of whom it names, and follows it then', async () => {
    const { owner, shelf, write, keep } = await setUp();
    await write(...items(120, 1));
    const projector = keep();
    await until(projector, DONE);
    expect(await shelf.rows()).toEqual(await owner.rows());
    expect(owner.askedBy).toEqual([SHELF, SHELF, SHELF]);
    await write(item(1, 2), item(500, 1), item(2, 2, null));
    await until(projector, DONE);
    expect(await shelf.rows()).toEqual(await owner.rows());
    expect(await shelf.rows()).toHaveLength(120);
  });

  test('what is rolled back is never told, and an entity that nobody keeps is not written', async () => {
    const { owner, shelf, write, keep } = await setUp();
    await write(item(1, 1));
    const { rows } = await t.database.query('select from jobs.changes where entity = $1', [owner.entity]);
    expect(rows).toEqual([]);
    const projector = keep();
    await until(projector, DONE);
    const lost = t.database.transaction(async (transaction) => {
      await owner.writeIn(transaction, t.jobs.changes, [item(1, 2)]);
      throw new Error('changed my mind');
    });
    await expect(lost).rejects.toThrow('changed my mind');
    await write(item(2, 1));
    await until(projector, DONE);
    expect(await shelf.log('item-1')).toEqual([1]);
    expect(await shelf.log('item-2')).toEqual([1]);
  });

  test('of one id every newer version is applied, in order; what comes twice or late is passed over', async () => {
    const { shelf, publish, keep } = await setUp();
    const projector = keep();
    await until(projector, DONE);
    await publish(...[1, 2, 2, 1, 4, 3, 5].map((version) => item(1, version)));
    await publish(item(1, 5), item(1, 4));
    await until(projector, DONE);
    expect(await shelf.log('item-1')).toEqual([1, 2, 4, 5]);
    expect(await shelf.rows()).toEqual([item(1, 5)]);
  });

  test('an older change that comes after the entity is gone does not revive it, nor after a rebuild', async () => {
    const { shelf, publish, keep } = await setUp();
    const projector = keep();
    await until(projector, DONE);
    await publish(item(1, 3, null));
    await publish(item(1, 2));
    await until(projector, DONE);
    expect(await shelf.rows()).toEqual([]);
    await projector.rebuild();
    await publish(item(1, 1), item(2, 1));
    await until(projector, DONE);
    expect(await shelf.rows()).toEqual([item(2, 1)]);
  });

  test('what is published and submitted as a change is applied happens once with it, or not at all', async () => {
    const { entity, shelf, write, keep } = await setUp();
    const copies = new Shelf(t.database, `${entity}Copy`, 'copies');
    await copies.create();
    const copied = t.jobs.changes.project(copies.projection({ async *rebuild() {} }), undefined);
    await until(copied, DONE);
    const look = defineJob({ kind: testKind(), input: z.string(), handler: async () => null });
    let failures = 1;
    const projector = keep(
      shelf.projection({
        apply: async (transaction, state, { publish, submit }) => {
          await shelf.apply(transaction, state);
          await publish({ ...state, entity: `${entity}Copy` });
          await submit(look, state.id, { identity: ALICE, idempotencyKey: state.id });
          if (state.id === 'item-1' && failures-- > 0) throw new Error('not yet');
        },
      }),
    );
    await write(item(1, 1), item(2, 1));
    await until(projector, DONE);
    await until(copied, DONE);
    expect(await copies.rows()).toEqual([item(1, 1), item(2, 1)]);
    expect(await copies.appliedTwice()).toEqual([]);
    const { rows } = await t.database.query('select from jobs.jobs where kind = $1', [look.kind]);
    expect(rows).toHaveLength(2);
  });

  test('a change that cannot be applied holds up its own id alone, is counted, and comes when it can', async () => {
    const { owner, shelf, write, keep } = await setUp();
    let poisoned = true;
    const projector = keep(
      shelf.projection({
        apply: async (transaction, state) => {
          await shelf.apply(transaction, state);
          if (poisoned && state.id === 'item-1' && state.version === 1) throw new Error('no room for item 1');
        },
      }),
    );
    await until(projector, DONE);
    await write(item(0, 1), item(1, 1), item(2, 1), item(1, 2), item(3, 1));
    await until(projector, { waiting: 2, failing: 1 });
    expect(await shelf.rows()).toEqual([item(0, 1), item(2, 1), item(3, 1)]);
    expect((await projector.lag()).oldestMs).toBeGreaterThan(0);
    const labels = `{consumer="shelf",entity="${owner.entity}"}`;
    const { body } = await readMetrics();
    expect(body).toContain(`archipelago_projection_lag_changes${labels} 2\n`);
    expect(body).toContain(`archipelago_projection_failing_changes${labels} 1\n`);
    expect(body).toMatch(new RegExp(`archipelago_projection_lag_seconds${labels} 0\\.\\d*[1-9]`));
    expect(body).toMatch(new RegExp(`archipelago_projection_failures_total${labels} [1-9]`));
    poisoned = false;
    await until(projector, DONE);
    expect(await shelf.rows()).toEqual(await owner.rows());
    expect(await shelf.log('item-1')).toEqual([1, 2]);
    expect(await shelf.log('item-0')).toEqual([1]);
    expect((await readMetrics()).body).toContain(`archipelago_projection_lag_changes${labels} 0\n`);
  });

  test('so does one that fails only when it is committed, whose failure was swallowed, or whose payload is none', async () => {
    const { shelf, publish, keep, entity } = await setUp(', unique (name) deferrable initially deferred');
    const projector = keep(
      shelf.projection({
        apply: async (transaction, state) => {
          await shelf.apply(transaction, state);
          if (state.id === 'item-3') await transaction.query('select 1 / 0').catch(() => {});
        },
      }),
    );
    await until(projector, DONE);
    await publish(item(1, 1, 'the same'), item(2, 1, 'the same'), item(3, 1), item(4, 1));
    const unnamed: Change = { entity, id: 'item-5', version: 1, payload: { name: 5 } };
    await t.database.transaction((transaction) => t.jobs.changes.publish(transaction, unnamed));
    await publish(item(6, 1));
    await until(projector, { waiting: 3, failing: 3 });
    expect((await shelf.rows()).map(({ id }) => id)).toEqual(['item-1', 'item-4', 'item-6']);
    await publish(item(1, 2, 'another'));
    await until(projector, { waiting: 2 });
    expect((await shelf.rows()).map(({ id }) => id)).toEqual(['item-1', 'item-2', 'item-4', 'item-6']);
  });

  test('one whose apply hangs has failed after a while, and keeps the database from nobody', async () => {
    const { shelf, publish, keep } = await setUp();
    let hanging = true;
    const projector = keep(
      shelf.projection({
        apply: async (transaction, state) => {
          if (hanging && state.id === 'item-1') await new Promise(() => {});
          await shelf.apply(transaction, state);
        },
      }),
    );
    await until(projector, DONE);
    await publish(item(1, 1), item(2, 1));
    await until(projector, { waiting: 1, failing: 1 });
    expect(await shelf.rows()).toEqual([item(2, 1)]);
    hanging = false;
    await until(projector, DONE);
    expect(await shelf.rows()).toEqual([item(1, 1), item(2, 1)]);
  });

  test('several versions of one id are applied in one transaction', async () => {
    const { shelf, publish, keep } = await setUp();
    const transactions = new Set<string>();
    const projector = keep(
      shelf.projection({
        apply: async (transaction, state) => {
          const { rows } = await transaction.query<{ id: string }>('select pg_current_xact_id()::text as id');
          for (const { id } of rows) transactions.add(id);
          await shelf.apply(transaction, state);
        },
      }),
    );
    await until(projector, DONE);
    await publish(item(1, 1), item(2, 1), item(1, 2), item(1, 3, null), item(2, 2));
    await until(projector, DONE);
    expect([...transactions]).toHaveLength(1);
    expect(await shelf.rows()).toEqual([item(2, 2)]);
    await publish(item(1, 2));
    await until(projector, DONE);
    expect(await shelf.rows()).toEqual([item(2, 2)]);
  });

  test('a spoilt projection is right after a rebuild, also when things change meanwhile', async () => {
    const { owner, shelf, write, keep } = await setUp();
    await write(...items(300, 1));
    const projector = keep();
    await until(projector, DONE);
    await t.database.query(`update ${shelf.table} set name = 'spoilt'`);
    await t.database.query(`insert into ${shelf.table} values ('item-none', 9, 'never was')`);
    const rebuilding = projector.rebuild();
    for (let n = 0; n < 300; n += 10) await write(item(n, 2), item(n + 1, 2, null), item(1_000 + n, 1));
    await rebuilding;
    await until(projector, DONE);
    expect(await shelf.rows()).toEqual(await owner.rows());
    expect(await shelf.rows()).toHaveLength(300);
  });

  test('a projection that keeps its rows at the beginning of a rebuild forgets at the end what it did not bring', async () => {
    const { owner, shelf, write, keep } = await setUp();
    await write(...items(3, 1));
    let met = new Set<string>();
    const seen: number[] = [];
    const projection = shelf.projection({
      apply: async (transaction, state) => {
        met.add(state.id);
        const { rows } = await transaction.query<{ count: number }>(
          `select count(*)::int as count from ${shelf.table}`,
        );
        seen.push(rows[0]?.count ?? 0);
        await shelf.apply(transaction, state);
      },
      clear: async () => {
        met = new Set();
      },
      rebuilt: async (transaction) =>
        void (await transaction.query(`delete from ${shelf.table} where id <> all($1)`, [[...met]])),
    });
    const projector = keep(projection);
    await until(projector, DONE);
    await t.database.query(`insert into ${shelf.table} values ('item-none', 9, 'never was')`);
    seen.length = 0;
    await t.jobs.changes.rebuild(projection);
    await until(projector, DONE);
    expect(seen).toEqual([4, 4, 4]);
    expect(await shelf.rows()).toEqual(await owner.rows());
  });

  test('a projection that is not kept in this process cannot be rebuilt by it', async () => {
    const { shelf } = await setUp();
    await expect(t.jobs.changes.rebuild(shelf.projection())).rejects.toMatchObject({ code: 'CONFIG_INVALID' });
  });

  test('a rebuild passes over what cannot be applied, and mends what a newer state mends', async () => {
    const { owner, shelf, write, keep } = await setUp();
    const bad = new Set(['item-7/1', 'item-8/1']);
    const projection = shelf.projection({
      apply: async (transaction, state) => {
        if (bad.has(`${state.id}/${state.version}`)) throw new Error('no room');
        await shelf.apply(transaction, state);
      },
    });
    await write(...items(60, 1));
    const projector = keep(projection);
    await until(projector, { waiting: 2, failing: 2, rebuilding: false });
    expect(await shelf.rows()).toHaveLength(58);
    await write(item(7, 2));
    await projector.rebuild();
    // The seventh in its second version; of the eighth there is still one change that failed.
    await until(projector, { waiting: 1, failing: 1 });
    expect(await shelf.log('item-7')).toEqual([2]);
    bad.clear();
    await until(projector, DONE);
    expect(await shelf.rows()).toEqual(await owner.rows());
  });

  test('while the graph of its owner does not answer, changes are applied, and it is built once it does', async () => {
    const { owner, shelf, write, keep } = await setUp();
    await write(item(1, 1));
    let away = true;
    const projector = keep(
      shelf.projection({
        rebuild: async function* (ask, options) {
          if (away) throw new Error('the owner is away');
          yield* readItems(ask, options);
        },
      }),
    );
    await until(projector, { waiting: 0, rebuilding: true });
    await expect
      .poll(
        async () =>
          (
            await t.database.query(`select rebuild_failures as failures from jobs.subscriptions where entity = $1`, [
              owner.entity,
            ])
          ).rows,
      )
      .toEqual([{ failures: 1 }]);
    await write(item(2, 1));
    await until(projector, { waiting: 0, rebuilding: true });
    expect(await shelf.rows()).toEqual([item(2, 1)]);
    away = false;
    await until(projector, DONE);
    expect(await shelf.rows()).toEqual(await owner.rows());
  });

  test('of two processes that keep a projection one builds it, and neither applies what the other has', async () => {
    const { owner, shelf, write, keep } = await setUp();
    await write(...items(60, 1));
    const [one, other] = [keep(), keep(shelf.projection(), await t.another())];
    await Promise.all([until(one, DONE), until(other, DONE)]);
    expect(owner.askedBy).toHaveLength(2);
    for (let version = 2; version < 12; version++) await write(...items(60, version));
    await Promise.all([until(one, DONE), until(other, DONE)]);
    expect(await shelf.rows()).toEqual(await owner.rows());
    expect(await shelf.appliedTwice()).toEqual([]);
  });

  test('a process that ends gives back its rebuild, and the next one begins it from empty', async () => {
    const { owner, shelf, write, keep } = await setUp();
    await write(...items(200, 1));
    let half = (): void => {};
    const begun = new Promise<void>((resolve) => {
      half = resolve;
    });
    const leaving = await t.another();
    const projector = keep(
      shelf.projection({
        rebuild: async function* (ask, options) {
          let count = 0;
          for await (const state of readItems(ask, options)) {
            yield state;
            count += 1;
            if (count < 150) continue;
            half();
            await new Promise(() => {});
          }
        },
      }),
      leaving,
    );
    const rebuilt = projector.rebuild();
    await begun;
    await Promise.all([expect(rebuilt).rejects.toMatchObject({ code: 'WORKER_LOST' }), leaving.close()]);
    expect(await shelf.rows()).toHaveLength(100);
    const next = keep();
    await until(next, DONE);
    expect(await shelf.rows()).toEqual(await owner.rows());
  });

  test('each consumer has its own copy, at its own pace', async () => {
    const { owner, shelf, write, keep, entity } = await setUp();
    const slow = new Shelf(t.database, entity, 'attic');
    await slow.create();
    const projector = keep();
    const refusing = keep(slow.projection({ apply: () => Promise.reject(new Error('closed')) }));
    await Promise.all([until(projector, DONE), until(refusing, DONE)]);
    await write(...items(3, 1));
    await Promise.all([until(projector, DONE), until(refusing, { waiting: 3, failing: 3 })]);
    expect(await shelf.rows()).toEqual(await owner.rows());
  });

  test('a consumer that nobody has seen for 30 days is forgotten, and builds its projection anew when it comes back', async () => {
    const { owner, shelf, write, keep, entity } = await setUp();
    const first = await t.another();
    await until(keep(shelf.projection(), first), DONE);
    await first.close();
    await write(item(1, 1), item(2, 1));
    await t.database.query(`update jobs.subscriptions set seen_at = now() - interval '31 days' where entity = $1`, [
      entity,
    ]);
    const count = async (): Promise<unknown> => {
      const sql = `select (select count(*) from jobs.subscriptions where entity = $1) as consumers,
        (select count(*) from jobs.changes where entity = $1) as changes`;
      return (await t.database.query(sql, [entity])).rows;
    };
    expect(await count()).toEqual([{ consumers: 1, changes: 2 }]);
    // A process that begins looks first for what is to be forgotten.
    await t.another();
    await expect.poll(count, { timeout: 10_000 }).toEqual([{ consumers: 0, changes: 0 }]);
    await write(item(2, 2));
    await until(keep(), DONE);
    expect(await shelf.rows()).toEqual(await owner.rows());
    expect(await shelf.log('item-2')).toEqual([2]);
  });

  test('what cannot be a change is refused, with the reason, and the transaction with it', async () => {
    const good: Change = { entity: 'Product', id: '1', version: 1, payload: {} };
    const refused = (wrong: Partial<Change>) =>
      expect(t.database.transaction((transaction) => t.jobs.changes.publish(transaction, good, { ...good, ...wrong })))
        .rejects;
    const because = (message: string) => ({ code: 'BAD_USER_INPUT', message });
    await refused({ entity: 'product' }).toMatchObject(
      because('entity: expected the name of a type, such as Product, got "product".'),
    );
    await refused({ id: '' }).toMatchObject({ code: 'BAD_USER_INPUT', extensions: { argument: 'id' } });
    await refused({ id: 'a\u0000' }).toMatchObject({ code: 'BAD_USER_INPUT', extensions: { argument: 'id' } });
    await refused({ version: 1.5 }).toMatchObject(because('version: expected a whole number from 0, got 1.5.'));
    await refused({ version: 2 ** 53 }).toMatchObject({ code: 'BAD_USER_INPUT' });
    await refused({ payload: 'x'.repeat(262_143) }).toMatchObject(
      because('payload: expected at most 262144 bytes of JSON, got 262145.'),
    );
    await refused({ payload: { text: '\ud83d' } }).toMatchObject({ code: 'BAD_USER_INPUT' });
    // Both are null in JSON, and would delete it.
    await refused({ payload: Number.NaN }).toMatchObject({ code: 'BAD_USER_INPUT' });
    await refused({ payload: undefined }).toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  test('a process keeps a projection once', async () => {
    const { keep } = await setUp();
    keep();
    expect(() => keep()).toThrow(/is kept here already/);
  });
});
