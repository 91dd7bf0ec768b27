import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeOnQueues, type TestJobs } from '../jobs/testJobs.ts';
import { type Item, ItemOwner, Shelf } from './testItems.ts';

const IDS = 300;
const CHANGES = 10_000;
const TOGETHER = 200;
const SEED = 20_251_125;

/** The same numbers from 0 to 1 each time (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The lives of all items: some end, and some of those begin again. */
function histories(random: () => number): Item[] {
  return Array.from({ length: CHANGES }, (_, n) => {
    const version = 1 + Math.floor(n / IDS);
    return { id: `item-${n % IDS}`, version, name: random() < 0.2 ? null : `version ${version}` };
  });
}

function shuffle<Value>(values: readonly Value[], random: () => number): Value[] {
  return values
    .map((value) => ({ value, place: random() }))
    .sort((one, other) => one.place - other.place)
    .map(({ value }) => value);
}

describeOnQueues('a projection', (open) => {
  let t: TestJobs;
  beforeAll(async () => {
    t = await open();
  });
  afterAll(() => t.close());

  test('10,000 changes, each told twice and in any order, leave it equal to its source, and so does a rebuild among them', async () => {
    const entity = `Item${randomBytes(6).toString('hex')}`;
    const [owner, shelf] = [new ItemOwner(t.database, entity), new Shelf(t.database, entity)];
    await Promise.all([owner.create(), shelf.create()]);
    const projector = t.jobs.changes.project(shelf.projection(), owner.graph);
    const keptUp = () =>
      expect
        .poll(() => projector.lag(), { timeout: 20_000, interval: 20 })
        .toEqual({ waiting: 0, oldestMs: 0, failing: 0, rebuilding: false });
    await keptUp();

    const random = numbers(SEED);
    const changes = histories(random);
    const told = shuffle([...changes, ...changes], random);
    const tell = async (from: number, to: number): Promise<void> => {
      for (let start = from; start < to; start += TOGETHER)
        await owner.write(t.jobs.changes, told.slice(start, Math.min(start + TOGETHER, to)));
    };
    const half = told.length / 2;
    await tell(0, half);
    await keptUp();
    expect(await shelf.rows()).toEqual(await owner.rows());
    expect(await shelf.appliedTwice()).toEqual([]);

    await t.database.query(`delete from ${shelf.table}`);
    await projector.rebuild();
    await keptUp();
    expect(await shelf.rows()).toEqual(await owner.rows());

    await t.database.query(`update ${shelf.table} set name = 'spoilt'`);
    await Promise.all([projector.rebuild(), tell(half, told.length)]);
    await keptUp();
    const rows = await shelf.rows();
    expect(rows).toEqual(await owner.rows());
    // The last version of each, if it is not that the item is no more.
    const last = new Map(changes.map((item) => [item.id, item]));
    expect(rows).toEqual([...last.values()].filter(({ name }) => name !== null).sort((a, b) => (a.id < b.id ? -1 : 1)));
  }, 60_000);
});
