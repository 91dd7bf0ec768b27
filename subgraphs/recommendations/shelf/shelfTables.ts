import { createHash } from 'node:crypto';
import type { Database } from '../../../kit/database/database.ts';
import { textOf } from './likeness.ts';

/** A product on sale. */
export interface Shelved {
  readonly product: string;
  readonly currency: string;
  /** What is embedded. */
  readonly text: string;
}

/** The island's tables of products and of what their texts mean. */
export class ShelfTables {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Rises with every change of a product. */
  async revision(): Promise<string> {
    const { rows } = await this.#database.query<{ revision: string }>(
      'select revision::text from recommendations.shelf',
    );
    return rows[0]?.revision ?? '0';
  }

  /** In the order of their ids. */
  async products(): Promise<readonly Shelved[]> {
    const { rows } = await this.#database.query<{ id: string; name: string; description: string; currency: string }>(
      'select id, name, description, currency from recommendations.products order by id',
    );
    return rows.map(({ id, currency, ...text }) => ({ product: id, currency, text: textOf(text) }));
  }

  /** The vectors that there are of these texts, by text. @param encoder name and version of the model that embeds */
  async vectors(encoder: string, texts: readonly string[]): Promise<ReadonlyMap<string, Float32Array>> {
    const textOfKey = new Map(texts.map((text) => [keyOf(encoder, text).toString('hex'), text]));
    const { rows } = await this.#database.query<{ text: Buffer; vector: Buffer }>(
      'select text, vector from recommendations.embeddings where text = any($1::bytea[])',
      [texts.map((text) => keyOf(encoder, text))],
    );
    return new Map(
      rows.flatMap(({ text, vector }) => {
        const known = textOfKey.get(Buffer.from(text).toString('hex'));
        return known === undefined ? [] : [[known, toVector(Buffer.from(vector))] as const];
      }),
    );
  }

  /** Somebody else may have written some of them: they are the same. */
  async addVectors(encoder: string, vectors: readonly (readonly [text: string, Float32Array])[]): Promise<void> {
    await this.#database.query(
      `insert into recommendations.embeddings (text, vector)
       select * from unnest($1::bytea[], $2::bytea[]) on conflict do nothing`,
      [vectors.map(([text]) => keyOf(encoder, text)), vectors.map(([, vector]) => toBytes(vector))],
    );
  }
}

function keyOf(encoder: string, text: string): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([encoder, text]))
    .digest();
}

function toVector(bytes: Buffer): Float32Array {
  return Float32Array.from({ length: bytes.length / 4 }, (_, place) => bytes.readFloatLE(4 * place));
}

function toBytes(vector: Float32Array): Buffer {
  const bytes = Buffer.alloc(4 * vector.length);
  for (const [place, value] of vector.entries()) bytes.writeFloatLE(value, 4 * place);
  return bytes;
}
