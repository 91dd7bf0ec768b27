import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CodedError } from '../errors.ts';
import type { Logger } from '../log.ts';
import { corrupt, prepareCluster } from './cluster.ts';
import type { Database } from './database.ts';
import { lockDirectory } from './directoryLock.ts';
import { Engine } from './engine.ts';
import { createPooledDatabase } from './pooledDatabase.ts';

/**
 * Opens the embedded Postgres in the `postgres` folder of `directory`, created when it is not there, and locks it
 * against every other opener.
 * @throws CodedError `DATABASE_LOCKED`, `DATABASE_CORRUPT`, or `CONFIG_INVALID` for a folder that cannot be written.
 */
export async function openEmbeddedDatabase(directory: string, log: Logger): Promise<Database> {
  const cluster = resolve(directory, 'postgres');
  const unlock = lock(resolve(directory));
  try {
    await prepareCluster(cluster, log);
  } catch (error) {
    unlock();
    throw error;
  }
  const engine = new Engine({ dataDir: cluster });
  const database = createPooledDatabase({
    kind: 'pglite',
    at: 'The embedded database',
    log,
    // Its one connection is the engine: never closed for being idle.
    pool: { stream: () => engine.connect(), user: 'postgres', database: 'postgres', max: 1, idleTimeoutMillis: 0 },
    release: async () => {
      await engine.ended();
      unlock();
    },
  });
  try {
    await database.query('select 1');
    return database;
  } catch (error) {
    await database.close();
    const { cause } = error instanceof CodedError ? error : { cause: error };
    throw corrupt(cluster, cause instanceof Error ? cause.message : String(cause), cause);
  }
}

function lock(directory: string): () => void {
  try {
    mkdirSync(directory, { recursive: true });
    return lockDirectory(join(directory, 'postgres.lock'));
  } catch (error) {
    if (error instanceof CodedError) throw error;
    throw new CodedError(
      'CONFIG_INVALID',
      `ARCHIPELAGO_DATA is a folder that this process may write; got ${directory}: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    );
  }
}
