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
    const engine = await Engine.start({ dataDir: cluster }).catch((error: unknown) => {
      throw corrupt(cluster, error instanceof Error ? error.message : String(error), error);
    });
    return overEngine(engine, log, unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

function overEngine(engine: Engine, log: Logger, onClosed: () => void): Database {
  return createPooledDatabase({
    kind: 'pglite',
    at: 'The embedded database',
    log,
    pool: {
      stream: () => engine.connect(),
      user: 'postgres',
      database: 'postgres',
      max: 1,
      idleTimeoutMillis: 0,
    },
    release: async () => {
      await engine.close();
      onClosed();
    },
  });
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
