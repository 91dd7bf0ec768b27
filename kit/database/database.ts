/** One SQL statement: `$1`, `$2`, … stand for the parameters; tables are written with their namespace (`catalog.products`). */
export interface Queryable {
  query<Row extends object = Record<string, unknown>>(
    sql: string,
    parameters?: readonly unknown[],
  ): Promise<{ rows: Row[] }>;
}

/**
 * Postgres, embedded (PGlite) or a server: the same SQL runs on both.
 * Each service owns one Postgres schema, its namespace, and reads no other's.
 */
export interface Database extends Queryable {
  readonly kind: 'pglite' | 'postgres';
  /** Commits when `work` resolves, rolls back when it rejects. */
  transaction<Result>(work: (transaction: Queryable) => Promise<Result>): Promise<Result>;
  /** Resolves once the pool or the embedded engine is shut and its lock released. */
  close(): Promise<void>;
}
