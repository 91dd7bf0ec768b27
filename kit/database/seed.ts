import type { Database, Queryable } from './database.ts';
import { lockNamespace, quoteNamespace } from './namespace.ts';

/**
 * Runs a service's seed unless it was run in this database before. The seed and the record of it are one transaction:
 * a seed that fails or is killed leaves nothing and is run again.
 * @returns whether it ran.
 */
export function seed(
  database: Database,
  namespace: string,
  fill: (transaction: Queryable) => Promise<void>,
): Promise<boolean> {
  const table = `${quoteNamespace(namespace)}.seeds`;
  return database.transaction(async (transaction) => {
    await lockNamespace(transaction, namespace);
    await transaction.query(`create table if not exists ${table} (seeded_at timestamptz not null default now())`);
    const { rows } = await transaction.query(`select 1 from ${table}`);
    if (rows.length > 0) return false;
    await fill(transaction);
    await transaction.query(`insert into ${table} default values`);
    return true;
  });
}
