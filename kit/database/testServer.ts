import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** Where tests look for a Postgres server; each makes a database of its own there and drops it. */
export const TEST_SERVER = 'postgres://postgres@127.0.0.1:5432';

/** Whether a Postgres server answers the tests. */
export const serverAnswers = await administer('select 1').then(
  () => true,
  () => false,
);

export interface ServerDatabase {
  readonly name: string;
  readonly url: string;
  /** Also ends what is still connected. */
  drop(): Promise<void>;
}

/** Makes a database on the server, for processes that a test starts: an empty one, or like another that nobody has open. */
export async function createServerDatabase(template = 'template1'): Promise<ServerDatabase> {
  const name = `archipelago_test_${randomBytes(8).toString('hex')}`;
  await administer(`create database ${name} template ${template}`);
  return { name, url: `${TEST_SERVER}/${name}`, drop: () => dropServerDatabase(name) };
}

export function dropServerDatabase(name: string): Promise<void> {
  return administer(`drop database ${name} with (force)`);
}

async function administer(sql: string): Promise<void> {
  const client = new pg.Client({
    connectionString: `${TEST_SERVER}/postgres`,
    connectionTimeoutMillis: 2_000,
  });
  try {
    await client.connect();
    await client.query(sql);
  } finally {
    await client.end();
  }
}
