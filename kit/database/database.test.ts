import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from './database.ts';
import { describeOnDatabases } from './testDatabase.ts';

describeOnDatabases('A database', (open) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
    await database.query('create table note (id int primary key, body text not null)');
  });
  afterAll(() => database.close());

  it('answers each type of value as the same JavaScript type', async () => {
    const { rows } = await database.query(`select
      42::int4 as int4, 9007199254740991::int8 as int8, (select count(*) from generate_series(1, 3)) as count,
      1.50::numeric as numeric, 0.1::float8 as float8, true as bool, null::text as null_text, 'ä€😀'::text as text,
      timestamptz '2026-03-01 12:34:56.789+08' as timestamptz, timestamp '2026-03-01 12:34:56' as timestamp,
      date '2026-03-01' as date, '{"a": [1, null]}'::jsonb as jsonb, '[1]'::json as json, '\\x00ff'::bytea as bytea,
      '6a2f41a3-c54c-fce8-32d2-0324e1c32e22'::uuid as uuid,
      array[1, 2]::int4[] as int4s, array[1, null]::int8[] as int8s, array[1.50]::numeric[] as numerics,
      array[[1], [2]]::int8[] as nested, array['a', null, 'b,"c']::text[] as texts, array[]::text[] as none,
      array[timestamptz '2026-03-01Z'] as timestamptzs, array[date '2026-03-01'] as dates, array[true] as bools`);
    expect(rows).toEqual([
      {
        int4: 42,
        int8: 9007199254740991,
        count: 3,
        numeric: '1.50',
        float8: 0.1,
        bool: true,
        null_text: null,
        text: 'ä€😀',
        timestamptz: new Date('2026-03-01T04:34:56.789Z'),
        timestamp: '2026-03-01 12:34:56',
        date: '2026-03-01',
        jsonb: { a: [1, null] },
        json: [1],
        bytea: Buffer.from([0, 255]),
        uuid: '6a2f41a3-c54c-fce8-32d2-0324e1c32e22',
        int4s: [1, 2],
        int8s: [1, null],
        numerics: ['1.50'],
        nested: [[1], [2]],
        texts: ['a', null, 'b,"c'],
        none: [],
        timestamptzs: [new Date('2026-03-01T00:00:00Z')],
        dates: ['2026-03-01'],
        bools: [true],
      },
    ]);
  });

  it('takes parameters of each type and gives them back unchanged', async () => {
    const { rows } = await database.query(
      'select $1::text as text, $2::int8 as int8, $3::timestamptz as instant, $4::text[] as texts, $5::jsonb as json, $6::bool as bool, $7::bytea as bytes, $8::text as nothing',
      ["O'Neil \\ ü", 7, new Date('2026-03-01T04:34:56.789Z'), ['a', 'b"'], { a: 1 }, false, Buffer.from([1, 0]), null],
    );
    expect(rows).toEqual([
      {
        text: "O'Neil \\ ü",
        int8: 7,
        instant: new Date('2026-03-01T04:34:56.789Z'),
        texts: ['a', 'b"'],
        json: { a: 1 },
        bool: false,
        bytes: Buffer.from([1, 0]),
        nothing: null,
      },
    ]);
  });

  it('refuses an int8 that a JavaScript number cannot hold exactly, and says what to do', async () => {
    await expect(database.query('select 9007199254740993::int8')).rejects.toThrow(
      'The int8 9007199254740993 is not exact as a JavaScript number: select it as text (column::text).',
    );
    await expect(database.query('select 1 as one')).resolves.toEqual({ rows: [{ one: 1 }] });
  });

  it('counts time in UTC, whatever the machine and the server say', async () => {
    const { rows } = await database.query(`select timestamptz '2026-03-01 00:00Z'::text as text`);
    expect(rows).toEqual([{ text: '2026-03-01 00:00:00+00' }]);
  });

  it('tells a refused statement by its SQLSTATE', async () => {
    await database.query(`insert into note values (1, 'first')`);
    await expect(database.query(`insert into note values (1, 'again')`)).rejects.toMatchObject({
      code: '23505',
      constraint: 'note_pkey',
    });
    await expect(database.query('select nonsense($1::int)', [1])).rejects.toMatchObject({ code: '42883' });
  });

  it('keeps what a transaction wrote when its work resolves, and gives its result', async () => {
    const result = await database.transaction(async (transaction) => {
      await transaction.query('insert into note values ($1, $2)', [2, 'kept']);
      return 'done';
    });
    expect(result).toBe('done');
    expect((await database.query('select body from note where id = 2')).rows).toEqual([{ body: 'kept' }]);
  });

  it('forgets what a transaction wrote when its work rejects, and passes the error on', async () => {
    const work = database.transaction(async (transaction) => {
      await transaction.query(`insert into note values (3, 'lost')`);
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow('changed my mind');
    expect((await database.query('select * from note where id = 3')).rows).toEqual([]);
  });

  it('does not report as committed what a swallowed failure rolled back', async () => {
    const work = database.transaction(async (transaction) => {
      await transaction.query(`insert into note values (4, 'lost')`);
      await transaction.query('select 1 / 0').catch(() => {});
    });
    await expect(work).rejects.toThrow('a statement in it failed and `work` ignored that');
    expect((await database.query('select * from note where id = 4')).rows).toEqual([]);
  });

  it('refuses a query beside the transaction it is in, instead of waiting for itself', async () => {
    const work = database.transaction(() => database.query('select 1'));
    await expect(work).rejects.toThrow('query the transaction that `work` was given');
  });

  it('refuses a query of a transaction that is over', async () => {
    const leaked = await database.transaction(async (transaction) => ({ transaction }));
    await expect(leaked.transaction.query('select 1')).rejects.toThrow('The transaction is over');
  });

  it('isolates concurrent transactions from each other', async () => {
    await database.query(`insert into note values (10, '0')`);
    const increment = (): Promise<unknown> =>
      database.transaction(async (transaction) => {
        const { rows } = await transaction.query<{ body: string }>('select body from note where id = 10 for update');
        await transaction.query('update note set body = $1 where id = 10', [String(Number(rows[0]?.body) + 1)]);
      });
    await Promise.all(Array.from({ length: 25 }, increment));
    expect((await database.query('select body from note where id = 10')).rows).toEqual([{ body: '25' }]);
  });

  it('carries a megabyte in and out', async () => {
    const body = 'x'.repeat(1_000_000);
    const { rows } = await database.query('select $1::text as body', [body]);
    expect(rows).toEqual([{ body }]);
  });

  it('answers thousands of rows', async () => {
    const { rows } = await database.query('select n, repeat($1, 100) as body from generate_series(1, 20000) n', ['é']);
    expect(rows).toHaveLength(20_000);
    expect(rows.at(-1)).toEqual({ n: 20_000, body: 'é'.repeat(100) });
  });
});
