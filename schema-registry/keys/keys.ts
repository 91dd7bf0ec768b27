import { createHash, randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Database } from '../../kit/database/database.ts';
import { badInput, CodedError } from '../../kit/errors.ts';
import { type ApiKey, ROLES, type Role } from './apiKey.ts';

export interface NewKey {
  readonly graph: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly variants?: readonly string[] | null;
  readonly expiresAt?: Date | null;
}

interface KeyRow {
  id: string;
  graph: string;
  name: string;
  roles: Role[];
  variants: string[] | null;
  created_at: Date;
  expires_at: Date | null;
  revoked_at: Date | null;
}

/** A key that is revoked elsewhere opens nothing after this long. */
const REMEMBERED_MS = 5_000;
const MAX_REMEMBERED = 10_000;
const MAX_NAME = 100;
const COLUMNS = 'id, graph, name, roles, variants, created_at, expires_at, revoked_at';

/** The keys of graphs. A secret is told once, when its key is made; only its hash is kept. */
export class Keys {
  readonly #database: Database;
  /** By the hash of the secret; null for one that is no key's. */
  readonly #known = new LRUCache<string, { readonly key: ApiKey | null }>({ max: MAX_REMEMBERED, ttl: REMEMBERED_MS });

  constructor(database: Database) {
    this.#database = database;
  }

  /** Makes a key, and the graph where it is its first. The secret reads `service:<graph>:…`, as Apollo's tools expect. */
  async create(key: NewKey): Promise<{ readonly key: ApiKey; readonly secret: string }> {
    check(key);
    const { graph, name, roles, variants = null, expiresAt = null } = key;
    const secret = `service:${graph}:${randomBytes(32).toString('base64url')}`;
    await this.#database.query('insert into registry.graphs (id) values ($1) on conflict do nothing', [graph]);
    const { rows } = await this.#database.query<KeyRow>(
      `insert into registry.keys (id, sha256, graph, name, roles, variants, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7) returning ${COLUMNS}`,
      [
        `key-${randomBytes(8).toString('hex')}`,
        Buffer.from(hash(secret), 'hex'),
        graph,
        name,
        roles,
        variants,
        expiresAt,
      ],
    );
    const [row] = rows;
    if (row === undefined) throw new Error('an insertion returned no row');
    return { key: toKey(row), secret };
  }

  /** The keys of a graph, newest first; those that are revoked, too. */
  async list(graph: string): Promise<ApiKey[]> {
    const { rows } = await this.#database.query<KeyRow>(
      `select ${COLUMNS} from registry.keys where graph = $1 order by created_at desc, id desc`,
      [graph],
    );
    return rows.map(toKey);
  }

  /**
   * Ends a key; one that is ended already stays as it is.
   * @throws CodedError `NOT_FOUND`
   */
  async revoke(graph: string, id: string): Promise<ApiKey> {
    const { rows } = await this.#database.query<KeyRow>(
      `update registry.keys set revoked_at = coalesce(revoked_at, now()) where graph = $1 and id = $2 returning ${COLUMNS}`,
      [graph, id],
    );
    this.#known.clear();
    const [row] = rows;
    if (row) return toKey(row);
    throw new CodedError('NOT_FOUND', `Expected the id of a key of ${graph}; ${JSON.stringify(id)} is none.`);
  }

  /**
   * Whose key it is.
   * @throws CodedError `UNAUTHENTICATED` for none, one that is no key, is revoked, or has expired. No message has the key.
   */
  async authenticate(secret: string | undefined): Promise<ApiKey> {
    if (secret === undefined || secret === '') {
      throw new CodedError('UNAUTHENTICATED', 'Expected a key of the graph in the header x-api-key; got none.');
    }
    const digest = hash(secret);
    const known = this.#known.get(digest) ?? (await this.#find(digest));
    if (known.key === null) {
      throw new CodedError(
        'UNAUTHENTICATED',
        'The key in the header x-api-key is none of this registry. Ask an administrator of the graph for one.',
      );
    }
    const { name, expiresAt, revokedAt } = known.key;
    if (revokedAt)
      throw new CodedError(
        'UNAUTHENTICATED',
        `The key ${name} was revoked at ${revokedAt.toISOString()}. Ask an administrator of the graph for another.`,
      );
    if (expiresAt && expiresAt.getTime() <= Date.now()) {
      throw new CodedError(
        'UNAUTHENTICATED',
        `The key ${name} expired at ${expiresAt.toISOString()}. Ask an administrator of the graph for another.`,
      );
    }
    return known.key;
  }

  async #find(digest: string): Promise<{ readonly key: ApiKey | null }> {
    const { rows } = await this.#database.query<KeyRow>(`select ${COLUMNS} from registry.keys where sha256 = $1`, [
      Buffer.from(digest, 'hex'),
    ]);
    const known = { key: rows[0] ? toKey(rows[0]) : null };
    this.#known.set(digest, known);
    return known;
  }
}

function check({ graph, name, roles, variants, expiresAt }: NewKey): void {
  if (!/^[a-zA-Z][a-zA-Z0-9_-]{0,63}$/.test(graph)) {
    throw badInput(
      `Expected a graph's id: 1 to 64 letters, digits, - and _, a letter first; got ${JSON.stringify(graph.slice(0, 80))}.`,
      'graph',
    );
  }
  if (name.trim() === '' || name.length > MAX_NAME) {
    throw badInput(`Expected a name of 1 to ${MAX_NAME} characters; got ${name.length}.`, 'name');
  }
  const unknown = roles.filter((role) => !ROLES.includes(role));
  if (roles.length === 0 || unknown.length > 0) {
    throw badInput(
      `Expected one or more of the roles ${ROLES.join(', ')}; got ${unknown.join(', ') || 'none'}.`,
      'roles',
    );
  }
  if (variants?.length === 0) throw badInput('Expected one or more variants, or null for all; got none.', 'variants');
  if (expiresAt && expiresAt.getTime() <= Date.now()) {
    throw badInput(`Expected a time to come; got ${expiresAt.toISOString()}.`, 'expiresAt');
  }
}

function hash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

function toKey({ id, graph, name, roles, variants, created_at, expires_at, revoked_at }: KeyRow): ApiKey {
  return { id, graph, name, roles, variants, createdAt: created_at, expiresAt: expires_at, revokedAt: revoked_at };
}
