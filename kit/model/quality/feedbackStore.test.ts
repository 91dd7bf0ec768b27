import { createHash } from 'node:crypto';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../database/database.ts';
import { migrate } from '../../database/migrate.ts';
import { openDatabase } from '../../database/openDatabase.ts';
import { describeOnDatabases } from '../../database/testDatabase.ts';
import { createServerDatabase, serverAnswers } from '../../database/testServer.ts';
import { CodedError } from '../../errors.ts';
import { createFeedbackStore, type FeedbackStore, feedbackNamespace } from './feedbackStore.ts';
import { createPredictionIds, type SignedPrediction } from './predictionId.ts';

const NAMESPACE = feedbackNamespace('sentiment');

function prediction(input: string, differing: Partial<SignedPrediction> = {}): SignedPrediction {
  const inputDigest = createHash('sha256').update(input).digest().subarray(0, 16);
  const usual = { model: 'sentiment', version: '1.0.0', label: 'POSITIVE', confidence: 0.85, time: 1_800_000_000 };
  return { ...usual, inputDigest, ...differing };
}

/** Eight tries at the same answer on each of 20 inputs, spread over the stores. @returns how many were counted. */
async function race(stores: readonly FeedbackStore[]): Promise<number> {
  const tries = Array.from({ length: 20 }, (_, input) => prediction(`raced ${input}`, { model: 'raced' })).flatMap(
    (raced) => Array.from({ length: 8 }, (_, attempt) => stores[attempt % stores.length]?.count(raced, 'POSITIVE')),
  );
  return (await Promise.all(tries)).filter((counted) => counted === true).length;
}

describeOnDatabases('Feedback', (open) => {
  let database: Database;
  let store: FeedbackStore;
  beforeAll(async () => {
    database = await open();
    store = createFeedbackStore({ database: async () => database, namespace: NAMESPACE });
  });
  afterAll(() => database.close());

  it('is counted once for an input and version, whatever the second answer is', async () => {
    const once = prediction('Jolly good', { model: 'once' });
    expect(await store.count(once, 'POSITIVE')).toBe(true);
    expect(await store.count(once, 'POSITIVE')).toBe(false);
    expect(await store.count({ ...once, time: once.time + 60 }, 'NEGATIVE')).toBe(false);
    expect(await store.count({ ...once, version: '1.1.0' }, 'NEGATIVE')).toBe(true);
    const live = await store.live('once');
    expect([...live.keys()]).toEqual(['1.0.0', '1.1.0']);
    expect(live.get('1.0.0')).toMatchObject({ answers: 1, accuracy: 1 });
    expect(live.get('1.1.0')).toMatchObject({ answers: 1, accuracy: 0 });
  });

  it('gives accuracy, its interval and calibration of each version', async () => {
    const answer = (items: number, right: number, confidence: number): Promise<unknown> =>
      Promise.all(
        Array.from({ length: items }, (_, index) =>
          store.count(
            prediction(`${confidence} ${index}`, { model: 'summed', confidence }),
            index < right ? 'POSITIVE' : 'NEGATIVE',
          ),
        ),
      );
    await answer(20, 18, 0.95);
    await answer(10, 7, 0.72);
    await answer(10, 7, 0.78);
    await answer(2, 2, 1);
    const quality = (await store.live('summed')).get('1.0.0');
    // |20 · 0.95 + 2 − 20| + |10 · 0.72 + 10 · 0.78 − 14| = 1 + 1, of 42 answers.
    expect(quality).toEqual({
      answers: 42,
      accuracy: 34 / 42,
      interval: [expect.closeTo(0.667, 3), expect.closeTo(0.9, 3)],
      calibrationError: expect.closeTo(2 / 42, 10),
    });
  });

  it('of a model that nobody answered is empty', async () => {
    expect(await store.live('unheard')).toEqual(new Map());
  });

  it('that comes to two stores at the same time is counted once', async () => {
    const namespace = feedbackNamespace('race');
    const stores = [1, 2].map(() => createFeedbackStore({ database: async () => database, namespace }));
    expect(await race(stores)).toBe(20);
    expect((await stores[0]?.live('raced'))?.get('1.0.0')).toMatchObject({ answers: 20, accuracy: 1 });
  });

  it('outlives the process: what was counted before a restart is counted no more', async () => {
    const kept = prediction('Jolly good', { model: 'kept' });
    expect(await store.count(kept, 'NEGATIVE')).toBe(true);
    const live = await store.live('kept');
    const restarted = createFeedbackStore({ database: async () => database, namespace: NAMESPACE });
    expect(await restarted.live('kept')).toEqual(live);
    expect(await restarted.count(kept, 'POSITIVE')).toBe(false);
    expect(await restarted.live('kept')).toEqual(live);
  });

  it('whose answer is lost on the way may be sent again, and is counted once', async () => {
    const lost = new CodedError('DATABASE_UNAVAILABLE', 'The database does not answer.');
    let broken = false;
    const flaky: Database = {
      ...database,
      query: async (sql, parameters) => {
        const answer = await database.query<never>(sql, parameters);
        if (broken) throw lost;
        return answer;
      },
    };
    const sender = createFeedbackStore({ database: async () => flaky, namespace: NAMESPACE });
    const sent = prediction('Jolly good', { model: 'sent' });
    expect(await sender.live('sent')).toEqual(new Map());
    broken = true;
    await expect(sender.count(sent, 'POSITIVE')).rejects.toBe(lost);
    broken = false;
    expect(await sender.count(sent, 'POSITIVE')).toBe(false);
    expect((await sender.live('sent')).get('1.0.0')).toMatchObject({ answers: 1, accuracy: 1 });
  });

  it('has its database opened again after a failure, of the opening or the migration, and then never more', async () => {
    const down = new CodedError('DATABASE_UNAVAILABLE', 'The database does not answer.');
    const openings: (() => Promise<Database>)[] = [
      () => Promise.reject(down),
      async () => ({ ...database, transaction: () => Promise.reject(down) }),
      async () => database,
    ];
    const retried = createFeedbackStore({
      database: () => openings.shift()?.() ?? Promise.reject(new Error('opened once too often')),
      namespace: feedbackNamespace('retried'),
    });
    const both = await Promise.allSettled([retried.live('a'), retried.count(prediction('b'), 'POSITIVE')]);
    expect(both).toEqual(Array(2).fill({ status: 'rejected', reason: down }));
    await expect(retried.live('a')).rejects.toBe(down);
    expect(await retried.live('a')).toEqual(new Map());
    expect(await retried.count(prediction('b'), 'POSITIVE')).toBe(true);
  });

  it('keeps to its namespace, beside the one of the island', async () => {
    const searchPath = await database.query('show search_path');
    const island = new URL('fixtures/islandMigrations/', import.meta.url);
    await migrate(database, 'sentiment', island);
    await store.count(prediction('apart'), 'POSITIVE');
    const { rows } = await database.query(
      `select table_schema, table_name from information_schema.tables where table_name in ('feedback', 'calibration')
       and table_schema in ('sentiment', 'public', $1) order by 1, 2`,
      [NAMESPACE],
    );
    expect(rows).toEqual([
      { table_schema: 'sentiment', table_name: 'feedback' },
      { table_schema: NAMESPACE, table_name: 'calibration' },
      { table_schema: NAMESPACE, table_name: 'feedback' },
    ]);
    expect((await database.query('show search_path')).rows).toEqual(searchPath.rows);
  });
});

describe.skipIf(!serverAnswers)('Feedback on two connections to a Postgres server', () => {
  it('is counted once, from the first use of both on', async () => {
    const log = pino({ level: 'silent' });
    const { url, drop } = await createServerDatabase();
    const databases = await Promise.all([1, 2].map(() => openDatabase({ url, directory: 'unused', log })));
    try {
      const stores = databases.map((open) => createFeedbackStore({ database: async () => open, namespace: NAMESPACE }));
      expect(await race(stores)).toBe(20);
      const lives = await Promise.all(stores.map((store) => store.live('raced')));
      for (const live of lives) expect(live.get('1.0.0')).toMatchObject({ answers: 20, accuracy: 1 });
    } finally {
      await Promise.all(databases.map((open) => open.close()));
      await drop();
    }
  });
});

describe('Without a database', () => {
  it('nothing is opened until feedback comes; then it fails, while ids are signed and read', async () => {
    let opened = 0;
    const store = createFeedbackStore({
      database: () => {
        opened += 1;
        return openDatabase({
          url: 'postgres://shop@127.0.0.1:1/world',
          directory: 'unused',
          log: pino({ level: 'silent' }),
        });
      },
      namespace: NAMESPACE,
    });
    const ids = createPredictionIds('a key of at least thirty-two characters');
    const read = ids.read(ids.sign(prediction('Jolly good')));
    expect(opened).toBe(0);
    await expect(store.count(read, 'POSITIVE')).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
    await expect(store.live('sentiment')).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
    expect(opened).toBe(2);
    expect(ids.read(ids.sign(prediction('Jolly good')))).toMatchObject({ model: 'sentiment' });
  });
});
