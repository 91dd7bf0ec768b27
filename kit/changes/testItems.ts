import { buildSchema, graphql } from 'graphql';
import { z } from 'zod';
import { type PageArguments, readPage, toConnection } from '../connection.ts';
import type { Identity } from '../context.ts';
import type { Database, Transaction } from '../database/database.ts';
import type { Graph } from '../graph.ts';
import type { Change, EntityState } from './change.ts';
import type { Changes } from './changes.ts';
import { defineProjection, type Projection, type ProjectionOptions } from './defineProjection.ts';

/** What the tests of changes are about: one service owns items, another keeps a shelf of them. */
export interface Item {
  readonly id: string;
  readonly version: number;
  /** Null when it is no more. */
  readonly name: string | null;
}

const shape = z.strictObject({ name: z.string({ error: 'a name' }) });
type Payload = z.infer<typeof shape>;

export const SHELF: Identity = { subject: 'shelf', tenant: null, scopes: [] };

export function toChange(entity: string, { id, version, name }: Item): Change<Payload> {
  return { entity, id, version, payload: name === null ? null : { name } };
}

const SDL = `
  type Query { items(first: Int, after: String): ItemConnection! }
  type ItemConnection { nodes: [Item!]! pageInfo: PageInfo! }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
  type Item { id: ID! version: Int! name: String! }`;

/** The service that owns items: its table, what it tells of them, and its graph. */
export class ItemOwner {
  readonly entity: string;
  readonly #database: Database;
  readonly #table: string;
  /** Whoever asked the graph, once for each question. */
  readonly askedBy: Identity[] = [];

  constructor(database: Database, entity: string) {
    this.entity = entity;
    this.#database = database;
    this.#table = `public.${entity.toLowerCase()}`;
  }

  async create(): Promise<void> {
    await this.#database.query(
      `create table if not exists ${this.#table} (id text collate "C" primary key, version integer not null, name text)`,
    );
  }

  /** Writes items, as far as they are newer than what it has, and tells of all of them in the same transaction. */
  async write(changes: Changes, items: readonly Item[]): Promise<void> {
    await this.#database.transaction((transaction) => this.writeIn(transaction, changes, items));
  }

  async writeIn(transaction: Transaction, changes: Changes, items: readonly Item[]): Promise<void> {
    const newest = new Map<string, Item>();
    for (const item of items) if (item.version >= (newest.get(item.id)?.version ?? 0)) newest.set(item.id, item);
    await transaction.query(
      `insert into ${this.#table} as i select * from json_to_recordset($1) as g (id text, version integer, name text)
       on conflict (id) do update set version = excluded.version, name = excluded.name where i.version < excluded.version`,
      [JSON.stringify([...newest.values()])],
    );
    await changes.publish(transaction, ...items.map((item) => toChange(this.entity, item)));
  }

  async rows(): Promise<Item[]> {
    const sql = `select id, version, name from ${this.#table} where name is not null order by id`;
    return (await this.#database.query<Item>(sql)).rows;
  }

  readonly graph: Graph = {
    execute: async ({ query, variables }, { identity }) => {
      this.askedBy.push(identity);
      const { data, errors } = await graphql({
        schema: buildSchema(SDL),
        source: query,
        rootValue: { items: (page: PageArguments) => this.#page(page) },
        variableValues: variables,
      });
      return { data, ...(errors && { errors: errors.map(({ message, extensions }) => ({ message, extensions })) }) };
    },
  };

  async #page(given: PageArguments) {
    const isKey = (key: unknown): key is readonly [string] => Array.isArray(key) && typeof key[0] === 'string';
    const page = readPage(given, { of: 'items', default: 50, max: 50 }, isKey);
    const { rows } = await this.#database.query<Item>(
      `select id, version, name from ${this.#table} where name is not null and ($1::text is null or id > $1)
       order by id limit $2`,
      [page.after?.[0], page.first + 1],
    );
    return toConnection(rows, page, ({ id }): readonly [string] => [id]);
  }
}

interface ItemPage {
  readonly items: {
    readonly nodes: readonly { readonly id: string; readonly version: number; readonly name: string }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

/** The service that keeps what it needs of them, and a log of all that it ever applied. */
export class Shelf {
  readonly consumer: string;
  readonly entity: string;
  readonly table: string;
  readonly #database: Database;

  constructor(database: Database, entity: string, consumer = 'shelf') {
    this.consumer = consumer;
    this.entity = entity;
    this.#database = database;
    this.table = `public.${consumer}_of_${entity.toLowerCase()}`;
  }

  /** `rule` is a constraint of its table beyond what it needs. */
  async create(rule = ''): Promise<void> {
    await this.#database.query(
      `create table if not exists ${this.table} (id text collate "C" primary key, version integer, name text ${rule})`,
    );
    await this.#database.query(`create table if not exists ${this.table}_log (
        id text, version integer, seq bigint generated always as identity)`);
  }

  projection(different: Partial<ProjectionOptions<Payload>> = {}): Projection {
    return defineProjection({
      consumer: this.consumer,
      entity: this.entity,
      payload: shape,
      identity: SHELF,
      apply: (transaction, state) => this.apply(transaction, state),
      clear: async (transaction) => void (await transaction.query(`delete from ${this.table}`)),
      rebuild: readItems,
      ...different,
    });
  }

  async apply(transaction: Transaction, { id, version, payload }: EntityState<Payload>): Promise<void> {
    await transaction.query(`insert into ${this.table}_log values ($1, $2)`, [id, version]);
    if (payload === null) await transaction.query(`delete from ${this.table} where id = $1`, [id]);
    else
      await transaction.query(
        `insert into ${this.table} values ($1, $2, $3) on conflict (id) do update set version = $2, name = $3`,
        [id, version, payload.name],
      );
  }

  async rows(): Promise<Item[]> {
    return (await this.#database.query<Item>(`select id, version, name from ${this.table} order by id`)).rows;
  }

  /** The versions of the id that were applied, in their order. */
  async log(id: string): Promise<number[]> {
    const sql = `select version from ${this.table}_log where id = $1 order by seq`;
    return (await this.#database.query<{ version: number }>(sql, [id])).rows.map(({ version }) => version);
  }

  /** What was applied more than once. */
  async appliedTwice(): Promise<object[]> {
    const sql = `select id, version from ${this.table}_log group by id, version having count(*) > 1`;
    return (await this.#database.query(sql)).rows;
  }
}

export const readItems: ProjectionOptions<Payload>['rebuild'] = async function* (ask) {
  for (let after: string | null = null; ; ) {
    const { items }: ItemPage = await ask(
      'query Items($after: String) { items(after: $after) { nodes { id version name } pageInfo { hasNextPage endCursor } } }',
      { after },
    );
    for (const { id, version, name } of items.nodes) yield { id, version, payload: { name } };
    if (!items.pageInfo.hasNextPage) return;
    after = items.pageInfo.endCursor;
  }
};
