import type { Logger } from '../log.ts';
import type { Database } from './database.ts';
import { openEmbeddedDatabase } from './embeddedDatabase.ts';
import { openServerDatabase } from './serverDatabase.ts';

export interface OpenDatabaseOptions {
  /** `postgres://…` of a server; without it the embedded database is opened. */
  readonly url: string | undefined;
  /** Folder of everything this installation stores; the embedded database is its `postgres`. */
  readonly directory: string;
  readonly log: Logger;
}

/** @throws CodedError `DATABASE_UNAVAILABLE`, `DATABASE_LOCKED`, `DATABASE_CORRUPT` or `CONFIG_INVALID`. */
export function openDatabase({ url, directory, log }: OpenDatabaseOptions): Promise<Database> {
  return url === undefined ? openEmbeddedDatabase(directory, log) : openServerDatabase(url, log);
}
