import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';
import { CodedError } from '../errors.ts';
import type { Logger } from '../log.ts';
import { observeQuery } from '../telemetry/databaseMetrics.ts';
import type { Database, Transaction } from './database.ts';
import { typeParsers } from './typeParsers.ts';

export interface PooledDatabaseOptions {
  readonly kind: Database['kind'];
  /** How to connect, and how many connections to hold. */
  readonly pool: pg.PoolConfig;
  /** What answers, for messages; never with a password. */
  readonly at: string;
  readonly log: Logger;
  /** Runs once the pool is drained. */
  readonly release?: () => Promise<void>;
}

const RETRY_AFTER_MS = 1_000;

/** What every answer depends on and a server's or role's configuration could change. */
const SESSION = `set timezone to 'UTC'; set datestyle to 'ISO, YMD'`;

/**
 * A Database over the pool of `pg`. The embedded engine speaks Postgres's wire protocol as a server does, so that
 * one client parses, serialises and fails for both.
 */
export function createPooledDatabase({ kind, pool: config, at, log, release }: PooledDatabaseOptions): Database {
  const pool = new pg.Pool({
    ...config,
    types: typeParsers,
    onConnect: async (client) => {
      await client.query(SESSION);
    },
  });
  // Without listeners, a connection that breaks would end the process: an idle one, or one in use between two statements,
  // of which the next statement tells.
  pool.on('error', ({ message }) => log.warn({ reason: message }, 'an idle database connection broke'));
  pool.on('connect', (client) => client.on('error', () => {}));
  const current = new AsyncLocalStorage<{ open: boolean }>();

  const unavailable = (cause: unknown): CodedError =>
    new CodedError('DATABASE_UNAVAILABLE', `${at} does not answer: ${reasonOf(cause)}`, { cause });

  const overloaded = (cause: unknown): CodedError =>
    new CodedError('OVERLOADED', `Every connection to the database is busy; try again in ${RETRY_AFTER_MS} ms.`, {
      cause,
      details: { retryAfterMs: RETRY_AFTER_MS },
    });

  const withClient = async <Result>(work: (client: pg.PoolClient) => Promise<Result>): Promise<Result> => {
    if (current.getStore()?.open) {
      throw new Error('The database was queried inside a transaction: query the transaction that `work` was given.');
    }
    const client = await pool.connect().catch((error: unknown) => {
      throw isPoolExhausted(error) ? overloaded(error) : unavailable(error);
    });
    try {
      const result = await work(client);
      client.release();
      return result;
    } catch (error) {
      const broken = isConnectionFailure(error);
      client.release(broken);
      throw broken ? unavailable(error) : error;
    }
  };

  const run = async <Row extends object>(
    client: pg.PoolClient,
    sql: string,
    parameters: readonly unknown[] | undefined,
  ): Promise<{ rows: Row[] }> => {
    const observe = observeQuery(kind);
    try {
      const { rows } = await client.query<Row>(sql, parameters && [...parameters]);
      observe('success');
      return { rows };
    } catch (error) {
      observe('failure');
      throw error;
    }
  };

  return {
    kind,
    query: (sql, parameters) => withClient((client) => run(client, sql, parameters)),
    transaction: (work) =>
      withClient(async (client) => {
        const state = { open: true };
        const onCommit: (() => void)[] = [];
        const transaction: Transaction = {
          onCommit: (listener) => void onCommit.push(listener),
          query: async (sql, parameters) => {
            if (!state.open) throw new Error('The transaction is over: await every query before `work` resolves.');
            return run(client, sql, parameters);
          },
        };
        await client.query('begin');
        let result: Awaited<ReturnType<typeof work>>;
        try {
          result = await current.run(state, () => work(transaction));
          state.open = false;
          const { command } = await client.query('commit');
          if (command === 'ROLLBACK') {
            throw new Error('The transaction was rolled back: a statement in it failed and `work` ignored that.');
          }
        } catch (error) {
          state.open = false;
          if (!isConnectionFailure(error)) await client.query('rollback');
          throw error;
        }
        for (const listener of onCommit) listener();
        return result;
      }),
    close: async () => {
      await pool.end();
      await release?.();
    },
  };
}

/** Whether no connection became free in time; pg has no class or code for it. */
function isPoolExhausted(error: unknown): boolean {
  return error instanceof Error && error.message === 'timeout exceeded when trying to connect';
}

/** Whether the connection is lost, rather than the statement refused. */
function isConnectionFailure(error: unknown): boolean {
  if (error instanceof pg.DatabaseError) return error.severity === 'FATAL' || error.severity === 'PANIC';
  if (!(error instanceof Error)) return false;
  // pg has no class or code for these.
  return 'syscall' in error || /^(Connection terminated|Client has encountered a connection error)/.test(error.message);
}

function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === '') return error.errors.map(reasonOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}
