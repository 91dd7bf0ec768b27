import { createHash } from 'node:crypto';
import type { Database, Queryable, Transaction } from '../../kit/database/database.ts';
import { CodedError } from '../../kit/errors.ts';
import type { Composition, CompositionFault, ServiceSdl } from '../../supergraph/compose.ts';
import { formatGraphRef, type GraphRef } from '../graphRef.ts';
import type { Authorship, Launch, LaunchCause, LaunchedSubgraph, Outcome } from './launch.ts';

/** A change of a variant's subgraphs, which makes a launch. */
export interface NewLaunch extends Authorship {
  readonly cause: LaunchCause;
  readonly origin?: Launch['origin'];
  /** The schemas that the change brings. */
  readonly documents?: readonly string[];
  /** A supergraph that is known to be theirs: nothing is to be composed. */
  readonly supergraph?: string;
  /** What the variant's subgraphs are to be, by what they are; null to change nothing. `number` is that of the launch. */
  change(current: readonly LaunchedSubgraph[], number: number): readonly LaunchedSubgraph[] | null;
}

/** What a variant delivers. */
export interface Served {
  readonly launch: number;
  /** Hexadecimal. */
  readonly sha256: string;
  readonly supergraphSdl: string;
  readonly since: Date;
}

interface LaunchRow {
  graph: string;
  variant: string;
  number: number;
  cause: LaunchCause;
  origin_variant: string | null;
  origin_number: number | null;
  author: string;
  commit: string | null;
  subgraphs: LaunchedSubgraph[];
  status: Outcome['status'];
  faults: CompositionFault[] | null;
  supergraph: Buffer | null;
  created_at: Date;
  completed_at: Date | null;
}

/** Launches, and the schemas and supergraphs that they are of. */
export class LaunchStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * Writes a launch that is yet to be composed. Changes of one variant take turns, so that each builds on the one before.
   * A variant is made by its first launch.
   * @returns the launch, or the newest one where nothing changes; null for a variant without any that is not changed.
   * @throws CodedError `NOT_FOUND` for an unknown graph.
   */
  begin(ref: GraphRef, { documents = [], ...change }: NewLaunch): Promise<{ launch: Launch; isNew: boolean } | null> {
    return this.#database.transaction(async (transaction) => {
      const newest = await lockVariant(transaction, ref);
      const current = newest === 0 ? null : await readLaunch(transaction, ref, newest);
      const number = newest + 1;
      const subgraphs = change.change(current?.subgraphs ?? [], number);
      if (subgraphs === null) return current && { launch: current, isNew: false };
      await insertDocuments(transaction, documents);
      const launch = await insertLaunch(transaction, ref, { ...change, number, subgraphs });
      await transaction.query('update registry.variants set launches = $3 where graph = $1 and name = $2', [
        ref.graph,
        ref.variant,
        number,
      ]);
      if (launch.outcome.status === 'SUCCEEDED') await serve(transaction, ref, number);
      return { launch, isNew: true };
    });
  }

  /**
   * Writes what came of composing a launch, which is served from then on if it composed and no later one did before.
   * Composed twice, it is written once.
   */
  complete(ref: GraphRef, number: number, composition: Composition): Promise<Launch> {
    return this.#database.transaction(async (transaction) => {
      const composed = 'supergraphSdl' in composition;
      if (composed) await insertDocuments(transaction, [composition.supergraphSdl]);
      const { rows } = await transaction.query<LaunchRow>(
        `update registry.launches set status = $4, supergraph = $5, faults = $6, completed_at = now()
         where graph = $1 and variant = $2 and number = $3 and status = 'PENDING' returning *`,
        [
          ref.graph,
          ref.variant,
          number,
          composed ? 'SUCCEEDED' : 'FAILED',
          composed ? digest(composition.supergraphSdl) : null,
          composed ? null : JSON.stringify(composition.faults),
        ],
      );
      const [row] = rows;
      if (row === undefined) return requireLaunch(transaction, ref, number);
      if (composed) await serve(transaction, ref, number);
      return toLaunch(row);
    });
  }

  /** Launches that whoever began them has left behind: older than `ageMs` and not composed. */
  async leftBehind(ageMs: number): Promise<Launch[]> {
    const { rows } = await this.#database.query<LaunchRow>(
      `select * from registry.launches where status = 'PENDING' and created_at < now() - make_interval(secs => $1)
       order by created_at limit 10`,
      [ageMs / 1_000],
    );
    return rows.map(toLaunch);
  }

  /** The newest `count` launches below `before`, newest first. */
  async newest({ graph, variant }: GraphRef, count: number, before: number | null = null): Promise<Launch[]> {
    const { rows } = await this.#database.query<LaunchRow>(
      `select * from registry.launches where graph = $1 and variant = $2 and ($3::int is null or number < $3)
       order by number desc limit $4`,
      [graph, variant, before, count],
    );
    return rows.map(toLaunch);
  }

  /** Null where there is none of that number. */
  find(ref: GraphRef, number: number): Promise<Launch | null> {
    return readLaunch(this.#database, ref, number);
  }

  /** @throws CodedError `NOT_FOUND` */
  launch(ref: GraphRef, number: number): Promise<Launch> {
    return requireLaunch(this.#database, ref, number);
  }

  /** The newest launch before this one that composed; null where none did. */
  async servedBefore({ graph, variant, number }: Launch): Promise<Launch | null> {
    const { rows } = await this.#database.query<LaunchRow>(
      `select * from registry.launches where graph = $1 and variant = $2 and number < $3 and status = 'SUCCEEDED'
       order by number desc limit 1`,
      [graph, variant, number],
    );
    return rows[0] ? toLaunch(rows[0]) : null;
  }

  /** What the variant delivers; null for one that delivers nothing, or is unknown. */
  async served({ graph, variant }: GraphRef): Promise<Served | null> {
    const { rows } = await this.#database.query<{ number: number; sha256: Buffer; text: string; completed_at: Date }>(
      `select l.number, d.sha256, d.text, l.completed_at
       from registry.variants v
       join registry.launches l on l.graph = v.graph and l.variant = v.name and l.number = v.served
       join registry.documents d on d.sha256 = l.supergraph
       where v.graph = $1 and v.name = $2`,
      [graph, variant],
    );
    const [row] = rows;
    if (row === undefined) return null;
    return {
      launch: row.number,
      sha256: row.sha256.toString('hex'),
      supergraphSdl: row.text,
      since: row.completed_at,
    };
  }

  /** The launch that a variant serves, without its supergraph: cheap, for whoever asks often. */
  async servedLaunch({ graph, variant }: GraphRef): Promise<number | null> {
    const { rows } = await this.#database.query<{ served: number | null }>(
      'select served from registry.variants where graph = $1 and name = $2',
      [graph, variant],
    );
    return rows[0]?.served ?? null;
  }

  /** The hash of the supergraph that a variant serves, hexadecimal. */
  async servedSupergraph({ graph, variant }: GraphRef): Promise<string | null> {
    const { rows } = await this.#database.query<{ supergraph: Buffer }>(
      `select l.supergraph from registry.variants v
       join registry.launches l on l.graph = v.graph and l.variant = v.name and l.number = v.served
       where v.graph = $1 and v.name = $2`,
      [graph, variant],
    );
    return rows[0]?.supergraph.toString('hex') ?? null;
  }

  /** The names of a graph's variants, in their order. */
  async variants(graph: string): Promise<string[]> {
    const { rows } = await this.#database.query<{ name: string }>(
      'select name from registry.variants where graph = $1 order by name',
      [graph],
    );
    return rows.map(({ name }) => name);
  }

  /** A schema or supergraph by its hash, hexadecimal. */
  async document(sha256: string): Promise<string> {
    const { rows } = await this.#database.query<{ text: string }>(
      'select text from registry.documents where sha256 = $1',
      [Buffer.from(sha256, 'hex')],
    );
    const [row] = rows;
    if (row) return row.text;
    throw new Error(`the document ${sha256} is not in the store`);
  }

  /** The subgraphs of a launch with their schemas, as composition takes them. */
  async services({ subgraphs }: Pick<Launch, 'subgraphs'>): Promise<ServiceSdl[]> {
    const { rows } = await this.#database.query<{ sha256: Buffer; text: string }>(
      'select sha256, text from registry.documents where sha256 = any($1)',
      [subgraphs.map(({ sha256 }) => Buffer.from(sha256, 'hex'))],
    );
    const texts = new Map(rows.map((row) => [row.sha256.toString('hex'), row.text]));
    return subgraphs.map(({ name, url, sha256 }) => {
      const sdl = texts.get(sha256);
      if (sdl === undefined) throw new Error(`the schema ${sha256} of ${name} is not in the store`);
      return { name, url, sdl };
    });
  }
}

export function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** @returns the number of its newest launch. */
async function lockVariant(transaction: Transaction, { graph, variant }: GraphRef): Promise<number> {
  const known = await transaction.query('select from registry.graphs where id = $1', [graph]);
  if (known.rows.length === 0) {
    throw new CodedError('NOT_FOUND', `Expected a graph of this registry; ${JSON.stringify(graph)} is none.`);
  }
  await transaction.query('insert into registry.variants (graph, name) values ($1, $2) on conflict do nothing', [
    graph,
    variant,
  ]);
  const { rows } = await transaction.query<{ launches: number }>(
    'select launches from registry.variants where graph = $1 and name = $2 for update',
    [graph, variant],
  );
  return rows[0]?.launches ?? 0;
}

async function insertDocuments(transaction: Queryable, texts: readonly string[]): Promise<void> {
  if (texts.length === 0) return;
  // In one order, so that two that bring the same do not wait for each other in a circle.
  const rows = texts.map((text) => ({ text, sha256: digest(text) })).sort((a, b) => a.sha256.compare(b.sha256));
  await transaction.query(
    `insert into registry.documents (sha256, text) select * from unnest($1::bytea[], $2::text[])
     on conflict (sha256) do nothing`,
    [rows.map(({ sha256 }) => sha256), rows.map(({ text }) => text)],
  );
}

async function insertLaunch(
  transaction: Queryable,
  { graph, variant }: GraphRef,
  launch: Omit<NewLaunch, 'change' | 'documents'> & {
    readonly number: number;
    readonly subgraphs: readonly LaunchedSubgraph[];
  },
): Promise<Launch> {
  const { number, cause, origin, author, commit, subgraphs, supergraph } = launch;
  const known = supergraph === undefined ? null : Buffer.from(supergraph, 'hex');
  const { rows } = await transaction.query<LaunchRow>(
    `insert into registry.launches
       (graph, variant, number, cause, origin_variant, origin_number, author, commit, subgraphs, status, supergraph, completed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9,
       case when $10::bytea is null then 'PENDING' else 'SUCCEEDED' end, $10, case when $10::bytea is null then null else now() end)
     returning *`,
    [graph, variant, number, cause, origin?.variant, origin?.number, author, commit, JSON.stringify(subgraphs), known],
  );
  const [row] = rows;
  if (row === undefined) throw new Error('an insertion returned no row');
  return toLaunch(row);
}

/** Never back to an earlier launch: that one composed late. */
async function serve(transaction: Queryable, { graph, variant }: GraphRef, number: number): Promise<void> {
  await transaction.query(
    'update registry.variants set served = greatest(coalesce(served, 0), $3) where graph = $1 and name = $2',
    [graph, variant, number],
  );
}

async function requireLaunch(database: Queryable, ref: GraphRef, number: number): Promise<Launch> {
  const launch = await readLaunch(database, ref, number);
  if (launch) return launch;
  throw new CodedError('NOT_FOUND', `${formatGraphRef(ref)} has no launch ${number}.`);
}

async function readLaunch(database: Queryable, { graph, variant }: GraphRef, number: number): Promise<Launch | null> {
  const { rows } = await database.query<LaunchRow>(
    'select * from registry.launches where graph = $1 and variant = $2 and number = $3',
    [graph, variant, number],
  );
  return rows[0] ? toLaunch(rows[0]) : null;
}

function toLaunch(row: LaunchRow): Launch {
  const { graph, variant, number, cause, author, commit, subgraphs, created_at } = row;
  const origin =
    row.origin_variant === null || row.origin_number === null
      ? null
      : { variant: row.origin_variant, number: row.origin_number };
  return {
    graph,
    variant,
    number,
    cause,
    origin,
    author,
    commit,
    subgraphs,
    outcome: toOutcome(row),
    createdAt: created_at,
  };
}

function toOutcome({ status, completed_at: completedAt, supergraph, faults }: LaunchRow): Outcome {
  if (completedAt === null) return { status: 'PENDING' };
  if (supergraph !== null) return { status: 'SUCCEEDED', completedAt, supergraph: supergraph.toString('hex') };
  if (faults !== null) return { status: 'FAILED', completedAt, faults };
  throw new Error(`a launch is ${status} and has neither a supergraph nor faults`);
}
