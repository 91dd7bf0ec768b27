import type { Logger } from '../log.ts';
import type { Database } from './database.ts';

/** Why what needs the database cannot be done now; null when it can. The cause is logged, not told. */
export async function databaseUnready(open: () => Promise<Database>, log: Logger): Promise<string | null> {
  try {
    await (await open()).query('select 1');
    return null;
  } catch (error) {
    log.warn({ err: error }, 'the database does not answer');
    return 'the database does not answer';
  }
}
