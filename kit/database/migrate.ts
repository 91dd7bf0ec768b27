import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { CodedError } from '../errors.ts';
import type { Database, Queryable } from './database.ts';
import { lockNamespace, quoteNamespace } from './namespace.ts';

interface Migration {
  readonly number: number;
  /** The file's name. */
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

interface Applied {
  readonly number: number;
  readonly name: string;
  readonly checksum: string;
}

/**
 * Brings a service's namespace up to date: runs the files `001-what.sql`, `002-what.sql`, … of the folder that were
 * not run yet, in order, each in a transaction of its own together with its record in `<namespace>.migrations`.
 * A database that is ahead of the files is left as it is, so that a release can be taken back.
 * @throws CodedError `MIGRATION_FAILED` for a gap in the numbers, a file changed after it was run, or SQL that fails.
 */
export async function migrate(database: Database, namespace: string, folder: URL): Promise<void> {
  const migrations = await readMigrations(namespace, folder);
  while (await runNext(database, namespace, migrations));
}

/** @returns whether there was one to run. */
function runNext(database: Database, namespace: string, migrations: readonly Migration[]): Promise<boolean> {
  const schema = quoteNamespace(namespace);
  return database.transaction(async (transaction) => {
    await lockNamespace(transaction, namespace);
    await createSchema(transaction, namespace);
    const applied = await readApplied(transaction, schema);
    const next = migrations[applied.length];
    for (const [index, record] of applied.entries()) checkUnchanged(namespace, record, migrations[index]);
    if (next === undefined) return false;
    await transaction.query(next.sql).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      throw refusal(namespace, `${next.name} failed and was rolled back: ${reason}.`, error);
    });
    await transaction.query(`insert into ${schema}.migrations (number, name, checksum) values ($1, $2, $3)`, [
      next.number,
      next.name,
      next.checksum,
    ]);
    return true;
  });
}

/**
 * Postgres's own `if not exists` asks what the connection remembers. One that looked the name up before it waited for
 * the lock (a search path does) remembers that it was missing, and would create it a second time.
 */
async function createSchema(transaction: Queryable, namespace: string): Promise<void> {
  const { rows } = await transaction.query('select from pg_namespace where nspname = $1', [namespace]);
  if (rows.length === 0) await transaction.query(`create schema ${quoteNamespace(namespace)}`);
}

async function readApplied(transaction: Queryable, schema: string): Promise<readonly Applied[]> {
  await transaction.query(
    `create table if not exists ${schema}.migrations (
      number int primary key, name text not null, checksum text not null, applied_at timestamptz not null default now())`,
  );
  const { rows } = await transaction.query<Applied>(
    `select number, name, checksum from ${schema}.migrations order by number`,
  );
  return rows;
}

function checkUnchanged(namespace: string, applied: Applied, file: Migration | undefined): void {
  if (file === undefined || file.checksum === applied.checksum) return;
  throw refusal(
    namespace,
    `${file.name} is not what was run in this database as ${applied.name}. Restore the file and put the change into a new one.`,
  );
}

async function readMigrations(namespace: string, folder: URL): Promise<readonly Migration[]> {
  const directory = new URL(folder.href.endsWith('/') ? folder : `${folder.href}/`);
  const names = (await readdir(directory)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name, index) => {
      const number = index + 1;
      if (!new RegExp(`^0*${number}-[a-z0-9-]+\\.sql$`).test(name)) {
        const expected = `${String(number).padStart(3, '0')}-what.sql`;
        throw refusal(namespace, `its migration number ${number} is a file like ${expected}; got ${name}.`);
      }
      // A checkout on Windows may have other line ends, which change nothing.
      const sql = (await readFile(new URL(name, directory), 'utf8')).replaceAll('\r\n', '\n');
      return { number, name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

function refusal(namespace: string, reason: string, cause?: unknown): CodedError {
  return new CodedError('MIGRATION_FAILED', `The namespace ${namespace} cannot be migrated: ${reason}`, { cause });
}
