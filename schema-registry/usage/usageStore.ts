import { createHash } from 'node:crypto';
import { type GraphQLSchema, parse } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Database, Queryable } from '../../kit/database/database.ts';
import type { GraphRef } from '../graphRef.ts';
import { coordinatesOf } from './coordinatesOf.ts';
import type { CoordinateUse, ReportedOperation, ReportedUse } from './usage.ts';

/** Use is told by the hour for so long, and by the day until it is forgotten. */
const HOURS_FOR_DAYS = 7;
const FORGOTTEN_AFTER_DAYS = 90;
const MAX_KNOWN = 20_000;
const MAX_TOKENS = 20_000;
const ROWS_AT_ONCE = 1_000;

interface Row {
  readonly operation: Buffer;
  readonly clientName: string;
  readonly clientVersion: string;
  requests: number;
  errors: number;
  durationMs: number;
}

/** Which operations and clients use which parts of a graph. */
export class UsageStore {
  readonly #database: Database;
  /** Operations that are written already, by graph and id. */
  readonly #known = new LRUCache<string, true>({ max: MAX_KNOWN });

  constructor(database: Database) {
    this.#database = database;
  }

  /** Adds what was reported; `schema` is the variant's API, by which operations are read. */
  async record({ graph, variant }: GraphRef, uses: readonly ReportedUse[], schema: GraphQLSchema): Promise<void> {
    const operations = new Map<string, ReportedOperation>();
    const rows = new Map<string, Row>();
    for (const { operation, client, requests, errors, durationMs } of uses) {
      const id = idOf(operation);
      operations.set(id.toString('hex'), operation);
      const key = [id.toString('hex'), client.name, client.version].join('\n');
      const row = rows.get(key) ?? {
        operation: id,
        clientName: client.name,
        clientVersion: client.version,
        requests: 0,
        errors: 0,
        durationMs: 0,
      };
      row.requests += requests;
      row.errors += errors;
      row.durationMs += durationMs;
      rows.set(key, row);
    }
    const unknown = [...operations].filter(([id]) => !this.#known.has(`${graph} ${id}`));
    // In one order, so that two reports do not wait for each other in a circle.
    const sorted = [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
    const write = (operations: typeof unknown): Promise<void> =>
      this.#database.transaction(async (transaction) => {
        await insertOperations(transaction, graph, operations, schema);
        for (let from = 0; from < sorted.length; from += ROWS_AT_ONCE) {
          await addRows(transaction, { graph, variant }, sorted.slice(from, from + ROWS_AT_ONCE));
        }
      });
    await write(unknown).catch((error: unknown) => {
      // Another process has forgotten an operation meanwhile that nobody had asked for long.
      if (!isForeignKeyViolation(error)) throw error;
      return write([...operations]);
    });
    for (const [id] of unknown) this.#known.set(`${graph} ${id}`, true);
  }

  /** Who has used any of the coordinates since then, the most frequent first. */
  async usersOf(
    { graph, variant }: GraphRef,
    coordinates: readonly string[],
    since: Date,
  ): Promise<readonly CoordinateUse[]> {
    const { rows } = await this.#database.query<{
      coordinate: string;
      id: Buffer;
      name: string;
      client_name: string;
      client_version: string;
      requests: number;
      last: Date;
    }>(
      `select c.coordinate, o.id, o.name, u.client_name, u.client_version, sum(u.requests)::bigint as requests, max(u.since) as last
       from registry.operations o
       join registry.usage u on u.graph = o.graph and u.operation = o.id
       cross join lateral unnest(o.coordinates) as c (coordinate)
       where o.graph = $1 and u.variant = $2 and o.coordinates && $3 and c.coordinate = any($3) and u.since >= date_trunc('hour', $4::timestamptz)
       group by 1, 2, 3, 4, 5 order by requests desc, o.id, u.client_name, u.client_version`,
      [graph, variant, coordinates, since],
    );
    return rows.map((row) => ({
      coordinate: row.coordinate,
      operation: { id: row.id.toString('hex'), name: row.name },
      client: { name: row.client_name, version: row.client_version },
      requests: row.requests,
      lastSeen: row.last,
    }));
  }

  /** How many different operations a variant was asked since then. */
  async operationCount({ graph, variant }: GraphRef, since: Date): Promise<number> {
    const { rows } = await this.#database.query<{ count: number }>(
      `select count(distinct operation) as count from registry.usage
       where graph = $1 and variant = $2 and since >= date_trunc('hour', $3::timestamptz)`,
      [graph, variant, since],
    );
    return rows[0]?.count ?? 0;
  }

  /** Adds the hours of past days up to days, and forgets what is too old. */
  async rollUp(): Promise<void> {
    await this.#database.transaction(async (transaction) => {
      await transaction.query(
        `with hours as (
           delete from registry.usage
           where since < date_trunc('day', now() at time zone 'utc') at time zone 'utc' - make_interval(days => $1)
             and since <> date_trunc('day', since at time zone 'utc') at time zone 'utc'
           returning *
         )
         insert into registry.usage as day (graph, variant, since, operation, client_name, client_version, requests, errors, duration_ms)
         select graph, variant, date_trunc('day', since at time zone 'utc') at time zone 'utc', operation, client_name, client_version,
           sum(requests), sum(errors), sum(duration_ms)
         from hours group by 1, 2, 3, 4, 5, 6
         on conflict (graph, variant, since, operation, client_name, client_version) do update set
           requests = day.requests + excluded.requests, errors = day.errors + excluded.errors,
           duration_ms = day.duration_ms + excluded.duration_ms`,
        [HOURS_FOR_DAYS],
      );
      await transaction.query(`delete from registry.usage where since < now() - make_interval(days => $1)`, [
        FORGOTTEN_AFTER_DAYS,
      ]);
      await transaction.query(
        `delete from registry.operations o
         where not exists (select from registry.usage u where u.graph = o.graph and u.operation = o.id)`,
      );
    });
    this.#known.clear();
  }
}

function isForeignKeyViolation(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '23503';
}

function idOf({ signature }: ReportedOperation): Buffer {
  return createHash('sha256').update(signature).digest();
}

async function insertOperations(
  transaction: Queryable,
  graph: string,
  operations: readonly (readonly [id: string, operation: ReportedOperation])[],
  schema: GraphQLSchema,
): Promise<void> {
  if (operations.length === 0) return;
  const rows = operations
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, operation]) => ({
      id,
      name: operation.name,
      signature: operation.signature,
      coordinates: [...readCoordinates(operation, schema)].sort(),
    }));
  await transaction.query(
    `insert into registry.operations (graph, id, name, signature, coordinates)
     select $1, decode(id, 'hex'), name, signature, array(select jsonb_array_elements_text(coordinates))
     from jsonb_to_recordset($2::jsonb) as o (id text, name text, signature text, coordinates jsonb)
     on conflict (graph, id) do nothing`,
    [graph, JSON.stringify(rows)],
  );
}

/** By the router's own account where the signature does not parse. */
function readCoordinates({ signature, fields }: ReportedOperation, schema: GraphQLSchema): ReadonlySet<string> {
  const told = [...fields].flatMap(([type, names]) => [type, ...names.map((name) => `${type}.${name}`)]);
  try {
    return new Set([...told, ...coordinatesOf(parse(signature, { maxTokens: MAX_TOKENS, noLocation: true }), schema)]);
  } catch {
    return new Set(told);
  }
}

async function addRows(transaction: Queryable, { graph, variant }: GraphRef, rows: readonly Row[]): Promise<void> {
  await transaction.query(
    `insert into registry.usage as known (graph, variant, since, operation, client_name, client_version, requests, errors, duration_ms)
     select $1, $2, date_trunc('hour', now() at time zone 'utc') at time zone 'utc', operation, client_name, client_version, requests, errors, duration_ms
     from unnest($3::bytea[], $4::text[], $5::text[], $6::bigint[], $7::bigint[], $8::float8[])
       as u (operation, client_name, client_version, requests, errors, duration_ms)
     on conflict (graph, variant, since, operation, client_name, client_version) do update set
       requests = known.requests + excluded.requests, errors = known.errors + excluded.errors,
       duration_ms = known.duration_ms + excluded.duration_ms`,
    [
      graph,
      variant,
      rows.map(({ operation }) => operation),
      rows.map(({ clientName }) => clientName),
      rows.map(({ clientVersion }) => clientVersion),
      rows.map(({ requests }) => requests),
      rows.map(({ errors }) => errors),
      rows.map(({ durationMs }) => durationMs),
    ],
  );
}
