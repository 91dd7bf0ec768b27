import { randomUUID } from 'node:crypto';
import type { Database } from '../../kit/database/database.ts';
import { badInput, CodedError } from '../../kit/errors.ts';
import type { GraphRef } from '../graphRef.ts';
import type { Override } from './checkResult.ts';

export type NewOverride = Omit<Override, 'id' | 'createdAt'>;

interface OverrideRow {
  id: string;
  rule: string;
  coordinate: string;
  reason: string;
  author: string;
  created_at: Date;
  expires_at: Date;
}

const COLUMNS = 'id, rule, coordinate, reason, author, created_at, expires_at';
const DAY = 86_400_000;
/** Longer than that nobody remembers why. */
const MAX_DAYS = 90;
const MAX_REASON = 1_000;

/** What is allowed for a while although checks mind it. */
export class OverrideStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** @throws CodedError `BAD_USER_INPUT` without a reason, or for a time that is past or further off than 90 days. */
  async create(
    { graph, variant }: GraphRef,
    { rule, coordinate, reason, author, expiresAt }: NewOverride,
  ): Promise<Override> {
    if (reason.trim() === '' || reason.length > MAX_REASON) {
      throw badInput(
        `reason: expected 1 to ${MAX_REASON} characters that say why; got ${reason.trim().length}.`,
        'reason',
      );
    }
    const days = (expiresAt.getTime() - Date.now()) / DAY;
    if (!(days > 0 && days <= MAX_DAYS)) {
      throw badInput(
        `expiresAt: expected a time within the next ${MAX_DAYS} days; got ${expiresAt.toISOString()}.`,
        'expiresAt',
      );
    }
    const { rows } = await this.#database.query<OverrideRow>(
      `insert into registry.overrides (id, graph, variant, rule, coordinate, reason, author, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8) returning ${COLUMNS}`,
      [`override-${randomUUID()}`, graph, variant, rule, coordinate, reason.trim(), author, expiresAt],
    );
    const [row] = rows;
    if (row === undefined) throw new Error('an insertion returned no row');
    return toOverride(row);
  }

  /** Those that have not expired, the newest first. */
  async current({ graph, variant }: GraphRef): Promise<Override[]> {
    const { rows } = await this.#database.query<OverrideRow>(
      `select ${COLUMNS} from registry.overrides where graph = $1 and variant = $2 and expires_at > now() order by created_at desc, id desc`,
      [graph, variant],
    );
    return rows.map(toOverride);
  }

  /**
   * Ends one before its time.
   * @throws CodedError `NOT_FOUND` for one that is none, or has ended.
   */
  async end({ graph, variant }: GraphRef, id: string): Promise<Override> {
    const { rows } = await this.#database.query<OverrideRow>(
      `update registry.overrides set expires_at = now() where graph = $1 and variant = $2 and id = $3 and expires_at > now() returning ${COLUMNS}`,
      [graph, variant, id],
    );
    const [row] = rows;
    if (row) return toOverride(row);
    throw new CodedError(
      'NOT_FOUND',
      `Expected the id of an override that has not ended; ${JSON.stringify(id)} is none.`,
    );
  }
}

function toOverride({ created_at, expires_at, ...row }: OverrideRow): Override {
  return { ...row, createdAt: created_at, expiresAt: expires_at };
}
