import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { openDatabase } from './openDatabase.ts';
import { openTestDatabase } from './testDatabase.ts';
import { serverAnswers } from './testServer.ts';

const log = pino({ level: 'silent' });
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function listen(onConnection: (socket: Socket) => void): Promise<number> {
  const server = createServer(onConnection).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('expected a port');
  return address.port;
}

async function refusalOf(url: string): Promise<{ code: string; text: string }> {
  const error: unknown = await openDatabase({ url, directory: 'unused', log }).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
  const { message, cause } = error as Error;
  return { code: 'DATABASE_UNAVAILABLE', text: `${message}\n${(cause as Error).stack}` };
}

describe('A server that cannot be used', () => {
  it('is named by host, port and database, without the password, when nothing listens', async () => {
    const port = await listen(() => {});
    servers.pop()?.close();
    const { text } = await refusalOf(`postgres://shop:hunter2@127.0.0.1:${port}/world`);
    expect(text).toContain(
      `The Postgres server of DATABASE_URL (127.0.0.1:${port}/world) does not answer: connect ECONNREFUSED 127.0.0.1:${port}`,
    );
    expect(text).not.toContain('hunter2');
  });

  it('is given up when it takes the connection and says nothing', async () => {
    const sockets: Socket[] = [];
    const port = await listen((socket) => sockets.push(socket));
    const { text } = await refusalOf(`postgres://shop:hunter2@127.0.0.1:${port}/world`);
    expect(text).toContain('timeout');
    for (const socket of sockets) socket.destroy();
  });

  it('is refused when it hangs up', async () => {
    const port = await listen((socket) => socket.destroy());
    const { text } = await refusalOf(`postgres://shop:hunter2@127.0.0.1:${port}/world`);
    expect(text).not.toContain('hunter2');
  });

  it.skipIf(!serverAnswers)('is refused when it does not have the database', async () => {
    const { text } = await refusalOf('postgres://postgres:hunter2@127.0.0.1:5432/nowhere');
    expect(text).toContain('database "nowhere" does not exist');
    expect(text).not.toContain('hunter2');
  });
});

describe.skipIf(!serverAnswers)('A server that fails later', () => {
  it('fails the statements in flight with DATABASE_UNAVAILABLE and answers the next ones again', async () => {
    const database = await openTestDatabase('postgres');
    const { rows } = await database.query<{ pid: number }>('select pg_backend_pid() as pid');
    const interrupted = database.transaction(async (transaction) => {
      await transaction.query('select pg_terminate_backend(pg_backend_pid())');
    });
    await expect(interrupted).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
    const after = await database.query<{ pid: number }>('select pg_backend_pid() as pid');
    expect(after.rows[0]?.pid).not.toBe(rows[0]?.pid);
    await database.close();
  });

  it('fails a transaction whose connection breaks between two statements, and lives', async () => {
    const database = await openTestDatabase('postgres');
    const operator = await openTestDatabase('postgres');
    const interrupted = database.transaction(async (transaction) => {
      const { rows } = await transaction.query<{ pid: number }>('select pg_backend_pid() as pid');
      const gone = 'select 1 from pg_stat_activity where pid = $1';
      await operator.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
      while ((await operator.query(gone, [rows[0]?.pid])).rows.length > 0);
      await transaction.query('select 1');
    });
    await expect(interrupted).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
    await Promise.all([database.close(), operator.close()]);
  });

  it('has every connection back after transactions that failed', async () => {
    const database = await openTestDatabase('postgres');
    const failures = Array.from({ length: 30 }, () =>
      database.transaction(async (transaction) => {
        await transaction.query('select 1 / 0');
      }),
    );
    expect((await Promise.allSettled(failures)).map(({ status }) => status)).toEqual(Array(30).fill('rejected'));
    expect((await database.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    await database.close();
  });

  it('refuses with OVERLOADED what finds every connection busy for five seconds', async () => {
    const database = await openTestDatabase('postgres');
    const { promise: released, resolve: release } = withResolvers();
    const holders = Array.from({ length: 10 }, () => database.transaction(() => released));
    await expect(database.query('select 1')).rejects.toMatchObject({
      code: 'OVERLOADED',
      extensions: { retryAfterMs: 1_000 },
    });
    release();
    await Promise.all(holders);
    expect((await database.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    await database.close();
  });
});

function withResolvers(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => {};
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
