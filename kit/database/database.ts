/** One SQL statement: `$1`, `$2`, … stand for the parameters; tables are written with their namespace (`catalog.products`). */
export interface Queryable {
  /**
   * Values come back alike from both kinds of database: int2/4/8 and floats as number (an int8 past 2^53 throws),
   * numeric, date and timestamp as text, timestamptz as Date, json and jsonb parsed, bytea as Buffer, arrays as arrays.
   * Parameters: an array is a Postgres array, so that a JSON array is passed as `JSON.stringify(array)`; undefined is null.
   * @throws pg.DatabaseError, whose `code` is the SQLSTATE, when Postgres refuses the statement.
   * @throws CodedError `DATABASE_UNAVAILABLE` when the database does not answer or its connection breaks,
   * `OVERLOADED` when no connection to a server becomes free within five seconds.
   */
  query<Row extends object = Record<string, unknown>>(
    sql: string,
    parameters?: readonly unknown[],
  ): Promise<{ rows: Row[] }>;
}

/** A transaction that is open. */
export interface Transaction extends Queryable {
  /** Calls `listener` right after the transaction was committed; never when it is rolled back. */
  onCommit(listener: () => void): void;
}

/**
 * Postgres, embedded (PGlite) or a server: the same SQL runs on both.
 * Each service owns one Postgres schema, its namespace, and reads no other's.
 */
export interface Database extends Queryable {
  readonly kind: 'pglite' | 'postgres';
  /**
   * Commits when `work` resolves, rolls back when it rejects. Inside `work` only `transaction` may be queried:
   * the embedded database has one connection, and `work` would wait for itself.
   */
  transaction<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result>;
  /** Resolves once the pool or the embedded engine is shut and its lock released. */
  close(): Promise<void>;
}
