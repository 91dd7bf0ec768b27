import pg from 'pg';
import type { Queryable } from './database.ts';

/** A service's namespace as SQL; quoted, because a service may be called `order` or `user`. */
export function quoteNamespace(namespace: string): string {
  return pg.escapeIdentifier(namespace);
}

/** Until the transaction ends, whoever else prepares this namespace waits: replicas start at the same time. */
export async function lockNamespace(transaction: Queryable, namespace: string): Promise<void> {
  await transaction.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`archipelago.${namespace}`]);
}
