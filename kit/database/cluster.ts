import { existsSync } from 'node:fs';
import { readdir, readFile, rename, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { CodedError } from '../errors.ts';
import type { Logger } from '../log.ts';
import { runEngineOnce } from './engine.ts';

/** The major version of the Postgres that PGlite is; one major version cannot read another's files. */
const POSTGRES_MAJOR = '18';

/**
 * Makes sure that `directory` holds a whole database cluster. A new one is built beside it and renamed into place when
 * it is complete, so that a killed first start leaves nothing that looks like a database.
 * The caller holds the lock of the directory.
 * @throws CodedError `DATABASE_CORRUPT` for a directory that holds something else. Nothing in it is touched.
 */
export async function prepareCluster(directory: string, log: Logger): Promise<void> {
  const unfinished = `${directory}.unfinished`;
  if (existsSync(unfinished)) {
    log.warn({ directory: unfinished }, 'removing what a killed first start left; no data was ever stored in it');
    await rm(unfinished, { recursive: true });
  }
  const entries = await list(directory);
  if (entries.length > 0) return checkCluster(directory, entries);

  log.info({ directory }, 'creating the embedded database, once');
  await createCluster(unfinished);
  if (existsSync(directory)) await rmdir(directory);
  await rename(unfinished, directory);
}

/** Fills the new folder `directory` with an empty cluster; takes about three seconds. */
export function createCluster(directory: string): Promise<void> {
  // An engine of its own, ended afterwards: creating a cluster takes 800 MB that an engine would keep for good.
  return runEngineOnce({ dataDir: directory });
}

async function list(directory: string): Promise<readonly string[]> {
  if (!existsSync(directory)) return [];
  try {
    return await readdir(directory);
  } catch (error) {
    throw corrupt(directory, error instanceof Error ? error.message : String(error), error);
  }
}

async function checkCluster(directory: string, entries: readonly string[]): Promise<void> {
  const missing = ['PG_VERSION', 'base', 'global', 'pg_wal', 'pg_xact'].filter((name) => !entries.includes(name));
  if (missing.length > 0) {
    throw corrupt(directory, `it lacks ${missing.join(', ')}, so it is not a database or only half of one`);
  }
  const version = (await readFile(join(directory, 'PG_VERSION'), 'utf8')).trim();
  if (version !== POSTGRES_MAJOR) {
    throw corrupt(
      directory,
      `it was made by Postgres ${JSON.stringify(version)}, and this is Postgres ${POSTGRES_MAJOR}`,
    );
  }
}

export function corrupt(directory: string, reason: string, cause?: unknown): CodedError {
  return new CodedError(
    'DATABASE_CORRUPT',
    `The embedded database in ${directory} cannot be used: ${reason}. Restore it from a backup, move it away to begin with an empty one, ` +
      'or name another folder with ARCHIPELAGO_DATA. No data was removed.',
    { cause },
  );
}
