import type { Database } from '../../kit/database/database.ts';
import type { Document } from './document.ts';
import type { Box, Reading } from './reading.ts';

/** What resolvers of the GraphQL types are given. */
export type DocumentRow = Document;
export type DocumentBoxRow = Box;

/** An attachment as this island knows it: by its id, and by what the router brings with it. */
export interface AttachmentRow {
  readonly id: string;
  readonly uploadId?: string;
}

/** What was read of attachments, so that each is read once by a version of the models. */
export class ReadingStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** @param models that read: what others read is not found. */
  async find(uploadId: string, models: string): Promise<Reading | null> {
    const { rows } = await this.#database.query<{ reading: Reading }>(
      'select reading from documents.readings where upload_id = $1 and models = $2',
      [uploadId, models],
    );
    return rows[0]?.reading ?? null;
  }

  /** Keeps a reading, instead of one by other models. */
  async keep(uploadId: string, models: string, reading: Reading): Promise<void> {
    await this.#database.query(
      `insert into documents.readings (upload_id, models, reading) values ($1, $2, $3)
       on conflict (upload_id) do update set models = $2, reading = $3, read_at = now()`,
      [uploadId, models, JSON.stringify(reading)],
    );
  }
}
