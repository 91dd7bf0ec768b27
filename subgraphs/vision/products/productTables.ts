import type { Database } from '../../../kit/database/database.ts';

/** A product's picture, by which it is found. */
export interface PicturedProduct {
  readonly id: string;
  readonly pictureId: string;
}

/** What pictures are compared by; null for a picture that cannot be read. */
export interface Embedding {
  readonly vector: Float32Array;
  readonly histogram: Float32Array;
}

interface EmbeddingRecord {
  picture_id: string;
  vector: Buffer | null;
  histogram: Buffer | null;
}

/** The island's tables of products and what is known of their pictures. */
export class ProductTables {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Rises with every change of a product. */
  async revision(): Promise<number> {
    const { rows } = await this.#database.query<{ revision: number }>('select revision from vision.served');
    const [row] = rows;
    if (row === undefined) throw new TypeError('vision.served has no row.');
    return row.revision;
  }

  /** In the order of their ids. */
  async products(): Promise<readonly PicturedProduct[]> {
    const { rows } = await this.#database.query<PicturedProduct>(
      'select id, picture_id as "pictureId" from vision.products order by id',
    );
    return rows;
  }

  /** By the picture's id, what a model made of those that products have. */
  async embeddings(model: string): Promise<ReadonlyMap<string, Embedding | null>> {
    const { rows } = await this.#database.query<EmbeddingRecord>(
      `select picture_id, vector, histogram from vision.embeddings
       where model = $1 and picture_id in (select picture_id from vision.products)`,
      [model],
    );
    return new Map(
      rows.map(({ picture_id, vector, histogram }) => [
        picture_id,
        vector && histogram ? { vector: toFloats(vector), histogram: toFloats(histogram) } : null,
      ]),
    );
  }

  /** Somebody else may have written it: it is the same. */
  async addEmbedding(pictureId: string, model: string, embedding: Embedding | null): Promise<void> {
    await this.#database.query(
      `insert into vision.embeddings (picture_id, model, vector, histogram) values ($1, $2, $3, $4)
       on conflict do nothing`,
      [pictureId, model, embedding && toBytes(embedding.vector), embedding && toBytes(embedding.histogram)],
    );
  }
}

function toFloats(bytes: Buffer): Float32Array {
  return Float32Array.from({ length: bytes.length / 4 }, (_, place) => bytes.readFloatLE(4 * place));
}

function toBytes(floats: Float32Array): Buffer {
  const bytes = Buffer.alloc(4 * floats.length);
  for (const [place, value] of floats.entries()) bytes.writeFloatLE(value, 4 * place);
  return bytes;
}
