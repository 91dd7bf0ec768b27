import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { Connection } from 'rabbitmq-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PrivatePostgres, postgresInstalled, startPostgres } from './privatePostgres.ts';
import { type PrivateRabbit, prepareRabbit, rabbitInstalled, startRabbit } from './privateRabbit.ts';
import { listTree, untilGone } from './processTree.ts';

const LIMIT_MS = 120_000;

const postgresTitle = `a private Postgres${postgresInstalled ? '' : ' (initdb and postgres are not installed)'}`;
describe.skipIf(!postgresInstalled)(postgresTitle, { timeout: LIMIT_MS }, () => {
  let server: PrivatePostgres;
  beforeAll(async () => {
    server = await startPostgres();
  }, LIMIT_MS);
  afterAll(() => server?.stop(), LIMIT_MS);

  const query = async (sql: string): Promise<unknown[]> => {
    const client = new pg.Client(server.url);
    try {
      await client.connect();
      return (await client.query(sql)).rows;
    } finally {
      await client.end();
    }
  };

  test('has what was committed when it was killed, and when it was restarted', async () => {
    await query('create table kept (n integer)');
    await query('insert into kept values (1)');
    await server.kill();
    await expect(query('select 1')).rejects.toThrow('ECONNREFUSED');
    await server.start();
    expect(await query('select n from kept')).toEqual([{ n: 1 }]);
    await server.restart();
    expect(await query('select n from kept')).toEqual([{ n: 1 }]);
  });

  test('refuses to start twice', async () => {
    await expect(server.start()).rejects.toThrow('Postgres runs already. Call kill() before start().');
  });

  test('leaves no process and no folder when it is stopped', async () => {
    const other = await startPostgres();
    const processes = await processesOf(other.folder);
    expect(processes.length).toBeGreaterThan(3);
    await other.stop();
    await untilGone(processes);
    expect(existsSync(other.folder)).toBe(false);
  });

  test('leaves no process and no folder when the process of the test is killed', async () => {
    await expectNothingLeftBy('privatePostgres.ts', 'startPostgres');
  });

  test('says with the last lines of its log why it does not start, and starts when that is mended', async () => {
    const settings = join(server.folder, 'data/postgresql.conf');
    const sound = await readFile(settings, 'utf8');
    await server.kill();
    await writeFile(settings, 'fsync = perhaps\n');
    const message = `Expected Postgres to answer at ${server.url}, but it ended with code 1. Its log ends with:\n`;
    await expect(server.start()).rejects.toThrow(message);
    await expect(server.start()).rejects.toThrow('parameter "fsync" requires a Boolean value');
    await writeFile(settings, sound);
    await server.start();
    expect(await query('select 1 as one')).toEqual([{ one: 1 }]);
  });
});

const rabbitTitle = `a private RabbitMQ${rabbitInstalled ? '' : ' (rabbitmq-server is not installed)'}`;
describe.skipIf(!rabbitInstalled)(rabbitTitle, { timeout: LIMIT_MS }, () => {
  let broker: PrivateRabbit;
  beforeAll(async () => {
    broker = await startRabbit();
  }, LIMIT_MS);
  afterAll(() => broker?.stop(), LIMIT_MS);

  const queue = { queue: 'kept', durable: true, arguments: { 'x-queue-type': 'quorum' as const } };
  const connect = async <Result>(use: (connection: Connection) => Promise<Result>): Promise<Result> => {
    const connection = new Connection({ url: broker.url, retryLow: 50 });
    // Its connection is cut whenever the broker goes.
    connection.on('error', () => {});
    try {
      return await use(connection);
    } finally {
      connection.unsafeDestroy();
    }
  };
  const publish = (body: string): Promise<void> =>
    connect((connection) =>
      connection
        .createPublisher({ confirm: true, queues: [queue] })
        .send({ routingKey: queue.queue, durable: true }, body),
    );
  const take = (): Promise<unknown> =>
    connect(async (connection) => (await connection.basicGet({ queue: queue.queue, noAck: true }))?.body);

  test('tells who publishes that it blocks, and that it reads on', () =>
    connect(async (connection) => {
      const publisher = connection.createPublisher({ confirm: true, queues: [{ queue: 'blocked', exclusive: true }] });
      await publisher.send('blocked', 'before');
      await broker.block();
      const blocked = once(connection, 'connection.blocked');
      const sent = publisher.send('blocked', 'while');
      expect(await blocked).toEqual(['low on memory']);
      const unblocked = once(connection, 'connection.unblocked');
      await broker.unblock();
      await unblocked;
      await sent;
      expect(await connection.queueDeclare({ queue: 'blocked', passive: true })).toMatchObject({ messageCount: 2 });
      await publisher.close();
    }));

  test('has the confirmed messages of a quorum queue when it was killed, and when it was restarted', async () => {
    await publish('one');
    await publish('two');
    await broker.kill();
    await expect(broker.block()).rejects.toThrow('Expected RabbitMQ to run, but it does not. Call start() first.');
    await broker.start();
    expect(await take()).toBe('one');
    await broker.restart();
    expect(await take()).toBe('two');
  });

  test('leaves no process and no folder when it is stopped, started or not', async () => {
    const processes = await processesOf(broker.folder);
    expect(processes.length).toBeGreaterThan(2);
    await broker.stop();
    await untilGone(processes);
    expect(existsSync(broker.folder)).toBe(false);
    const down = await prepareRabbit();
    await down.stop();
    expect(existsSync(down.folder)).toBe(false);
  });

  test('leaves no process and no folder when the process of the test is killed', async () => {
    await expectNothingLeftBy('privateRabbit.ts', 'startRabbit');
  });
});

/** Those that name the folder, the guard among them, and their children. */
async function processesOf(folder: string): Promise<readonly number[]> {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,args='], { encoding: 'utf8' }).split('\n');
  const roots = lines.filter((line) => line.includes(basename(folder))).map((line) => Number.parseInt(line, 10));
  const trees = await Promise.all(roots.map(listTree));
  return [...new Set(trees.flat())];
}

async function expectNothingLeftBy(file: string, start: string): Promise<void> {
  const source = `
    import { ${start} } from '${new URL(file, import.meta.url)}';
    console.log((await ${start}()).folder);
    setInterval(() => {}, 1_000);`;
  const test = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', source], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const [folder] = await once(createInterface(test.stdout), 'line');
    const processes = await processesOf(folder);
    expect(processes.length).toBeGreaterThan(2);
    test.kill('SIGKILL');
    await untilGone(processes);
    expect(existsSync(folder)).toBe(false);
  } finally {
    test.kill('SIGKILL');
  }
}
