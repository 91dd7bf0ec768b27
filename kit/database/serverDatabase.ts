import type { Logger } from '../log.ts';
import type { Database } from './database.ts';
import { createPooledDatabase } from './pooledDatabase.ts';

/** Connections of one process; Postgres allows 100 to all processes together unless it is told otherwise. */
const MAX_CONNECTIONS = 10;
/** For a connection to be made, or for one of the pool to become free. */
const CONNECT_TIMEOUT_MS = 5_000;

/**
 * Connects to a Postgres server, and asks it once.
 * @throws CodedError `DATABASE_UNAVAILABLE` with host, port and database, never with the password.
 */
export async function openServerDatabase(url: string, log: Logger): Promise<Database> {
  const { hostname, port, pathname } = new URL(url);
  const database = createPooledDatabase({
    kind: 'postgres',
    at: `The Postgres server of DATABASE_URL (${hostname}:${port || 5432}${pathname})`,
    log,
    pool: { connectionString: url, max: MAX_CONNECTIONS, connectionTimeoutMillis: CONNECT_TIMEOUT_MS, keepAlive: true },
  });
  try {
    await database.query('select 1');
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}
