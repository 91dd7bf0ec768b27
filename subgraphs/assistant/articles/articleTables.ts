import { createHash } from 'node:crypto';
import type { Database, Queryable } from '../../../kit/database/database.ts';
import type { Article } from '../retrieval/article.ts';
import { passagesOf } from '../retrieval/passagesOf.ts';
import { isLanguage, type Language } from '../text/language.ts';

export interface Served {
  readonly indexNumber: number;
  readonly revision: number;
}

/** A passage that has an embedding, or is to have one. */
export interface Passage {
  readonly key: Buffer;
  readonly text: string;
  readonly language: Language;
}

/** The island's tables of articles and their embeddings. */
export class ArticleTables {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async served(): Promise<Served> {
    const { rows } = await this.#database.query<{ index_number: number; revision: number }>(
      'select index_number, revision from assistant.served',
    );
    const [row] = rows;
    if (row === undefined) throw new TypeError('assistant.served has no row.');
    return { indexNumber: row.index_number, revision: row.revision };
  }

  /** Those in a language that there are models for, in the order of their ids. */
  async articles(): Promise<readonly Article[]> {
    const { rows } = await this.#database.query<Omit<Article, 'language'> & { language: string }>(
      'select id, language, title, body, topic from assistant.articles order by id',
    );
    return rows.flatMap(({ language, ...article }) => (isLanguage(language) ? [{ ...article, language }] : []));
  }

  /** The embeddings of an index, by the passage's key in hexadecimal. */
  async embeddings(indexNumber: number): Promise<ReadonlyMap<string, Float32Array>> {
    const { rows } = await this.#database.query<{ passage: Buffer; vector: Buffer }>(
      'select passage, vector from assistant.embeddings where index_number = $1',
      [indexNumber],
    );
    return new Map(rows.map(({ passage, vector }) => [passage.toString('hex'), toVector(vector)]));
  }

  /** Somebody else may have written some of them: they are the same. Nothing is written for an index that is no more. */
  async addEmbeddings(indexNumber: number, embedded: readonly (readonly [Passage, Float32Array])[]): Promise<void> {
    await this.#database.query(
      `insert into assistant.embeddings (index_number, passage, vector)
       select i.number, g.passage, g.vector from assistant.indexes i, unnest($2::bytea[], $3::bytea[]) as g (passage, vector)
       where i.number = $1 on conflict do nothing`,
      [indexNumber, embedded.map(([{ key }]) => key), embedded.map(([, vector]) => toBytes(vector))],
    );
  }

  /** The index that a job makes: a new one, or the one that an earlier attempt began with. */
  async indexOf(job: string): Promise<number> {
    return this.#database.transaction(async (transaction) => {
      // One job after another: two would take the same number.
      await transaction.query('select 1 from assistant.served for update');
      await transaction.query(
        `insert into assistant.indexes (number, job) select max(number) + 1, $1 from assistant.indexes
         on conflict (job) do nothing`,
        [job],
      );
      const { rows } = await transaction.query<{ number: number }>(
        'select number from assistant.indexes where job = $1',
        [job],
      );
      const [row] = rows;
      if (row === undefined) throw new TypeError(`The job ${job} has no index.`);
      return row.number;
    });
  }
}

/**
 * Has an index searched from now on, and forgets those before it.
 * @returns the number of the one that was searched before.
 */
export async function serveIndex(transaction: Queryable, indexNumber: number): Promise<number> {
  const { rows } = await transaction.query<{ index_number: number }>(
    'select index_number from assistant.served for update',
  );
  const previous = rows[0]?.index_number ?? indexNumber;
  await transaction.query('update assistant.served set index_number = $1, revision = revision + 1', [indexNumber]);
  // A process that has not noticed yet may still fill the one before.
  await transaction.query('delete from assistant.indexes where number < least($1::integer, $2::integer)', [
    indexNumber,
    previous,
  ]);
  return previous;
}

/** @param encoder the name and version of the model that embeds it */
export function passagesToEmbed(article: Article, encoder: string): readonly Passage[] {
  const { language } = article;
  return passagesOf(article).map((text) => ({
    key: createHash('sha256')
      .update(JSON.stringify([encoder, language, text]))
      .digest(),
    text,
    language,
  }));
}

function toVector(bytes: Buffer): Float32Array {
  return Float32Array.from({ length: bytes.length / 4 }, (_, place) => bytes.readFloatLE(4 * place));
}

function toBytes(vector: Float32Array): Buffer {
  const bytes = Buffer.alloc(4 * vector.length);
  for (const [place, value] of vector.entries()) bytes.writeFloatLE(value, 4 * place);
  return bytes;
}
