import type { Page } from '../../kit/connection.ts';
import type { Database } from '../../kit/database/database.ts';
import { CodedError } from '../../kit/errors.ts';
import type { Jobs } from '../../kit/jobs/jobs.ts';
import type { NewestFirstKey } from '../../kit/newestFirst.ts';
import type { ArticleUpdate } from './input.ts';
import type { ArticleRow } from './store.ts';

interface ArticleRecord extends Omit<ArticleRow, 'updatedAt'> {
  updated_at: Date;
}

/** The knowledge base. */
export class ArticleStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** One article or null per id, in the order of the ids. */
  async articlesById(ids: readonly string[]): Promise<(ArticleRow | null)[]> {
    const { rows } = await this.#database.query<ArticleRecord>('select * from support.articles where id = any($1)', [
      ids,
    ]);
    const found = new Map(rows.map((record) => [record.id, toArticle(record)]));
    return ids.map((id) => found.get(id) ?? null);
  }

  /** The articles that changed last, after the page's key, one more than the page holds. */
  async newestArticles(page: Page<NewestFirstKey>, language: string | null): Promise<ArticleRow[]> {
    const [updatedAt, id] = page.after ?? [null, null];
    const { rows } = await this.#database.query<ArticleRecord>(
      `select * from support.articles
       where ($4::text is null or language = $4) and ($1::timestamptz is null or (updated_at, id) < ($1, $2))
       order by updated_at desc, id desc limit $3`,
      [updatedAt, id, page.first + 1, language],
    );
    return rows.map(toArticle);
  }

  /**
   * Changes an article, and tells of it.
   * @throws CodedError `NOT_FOUND`, or `CONFLICT` when it has another version by now.
   */
  async update({ id, version, title, body }: ArticleUpdate, jobs: Jobs): Promise<ArticleRow> {
    return this.#database.transaction(async (transaction) => {
      const { rows } = await transaction.query<ArticleRecord>(
        `update support.articles set title = $3, body = $4, version = version + 1, updated_at = now()
         where id = $1 and version = $2 returning *`,
        [id, version, title, body],
      );
      const [record] = rows;
      if (record === undefined) {
        const current = await transaction.query<{ version: number }>(
          'select version from support.articles where id = $1',
          [id],
        );
        throw notUpdated(id, version, current.rows[0]?.version);
      }
      const article = toArticle(record);
      const { updatedAt, id: _, version: changed, ...payload } = article;
      await jobs.changes.publish(transaction, {
        entity: 'Article',
        id,
        version: changed,
        payload: { ...payload, updatedAt: updatedAt.toISOString() },
      });
      return article;
    });
  }
}

function notUpdated(id: string, expected: number, current: number | undefined): CodedError {
  if (current === undefined) {
    const message = `input.id: expected the id of an article, got ${JSON.stringify(id)}.`;
    return new CodedError('NOT_FOUND', message, { details: { argument: 'input.id' } });
  }
  const message = `input.version: expected ${current}, which ${id} has, got ${expected}. Read it again.`;
  return new CodedError('CONFLICT', message, { details: { argument: 'input.version', version: current } });
}

function toArticle({ updated_at, ...article }: ArticleRecord): ArticleRow {
  return { ...article, updatedAt: updated_at };
}
