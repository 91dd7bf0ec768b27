import { createHash, randomUUID } from 'node:crypto';
import type { Identity } from '../context.ts';
import type { Database, Queryable, Transaction } from '../database/database.ts';
import { migrate } from '../database/migrate.ts';
import { badInput, CodedError } from '../errors.ts';
import type { Logger } from '../log.ts';
import { readInput } from '../readInput.ts';
import { CONTENT_TYPES, type ContentType, sniffContentType } from './contentType.ts';
import { keepClean } from './keepClean.ts';
import { UPLOAD_LIMITS, type UploadLimits } from './limits.ts';
import { checkQuota } from './quota.ts';
import { fileName as fileNameInput, type Upload } from './upload.ts';

export interface OpenUploadsOptions {
  readonly database: Database;
  readonly log: Logger;
  readonly limits?: Partial<UploadLimits>;
}

export interface NewUpload {
  /** Made up from the content's type when undefined. */
  readonly fileName?: string | undefined;
  readonly bytes: Buffer;
}

interface UploadRecord {
  id: string;
  file_name: string;
  content_type: ContentType;
  byte_size: number;
  created_at: Date;
  expires_at: Date | null;
}

const NAMESPACE = 'uploads';

const COLUMNS = 'u.id, u.file_name, c.content_type, u.byte_size, u.created_at, u.expires_at';

/** Of whoever asks, and not expired: to everybody else it does not exist. */
const OWN = `u.subject = $2 and coalesce(u.tenant, '') = coalesce($3, '') and (u.expires_at is null or u.expires_at > now())`;

/** What people uploaded, to be attached to something within a day. Islands reach it through `services.uploads`. */
export class Uploads {
  readonly limits: UploadLimits;
  readonly #database: Database;
  readonly #stopCleaning: () => Promise<void>;

  private constructor({ database, log, limits }: OpenUploadsOptions) {
    this.limits = { ...UPLOAD_LIMITS, ...limits };
    this.#database = database;
    this.#stopCleaning = keepClean(() => this.clean(), log);
  }

  /** Migrates the namespace of uploads. */
  static async open(options: OpenUploadsOptions): Promise<Uploads> {
    await migrate(options.database, NAMESPACE, new URL('migrations/', import.meta.url));
    return new Uploads(options);
  }

  /**
   * Keeps the bytes for whoever uploads them, until they are attached or `ttlMs` have passed.
   * @throws CodedError `UNAUTHENTICATED` for an anonymous identity, `BAD_USER_INPUT` for no bytes or a name that is
   * none, `PAYLOAD_TOO_LARGE`, `UNSUPPORTED_MEDIA_TYPE`, or `QUOTA_EXCEEDED`.
   */
  async put(identity: Identity, { fileName, bytes }: NewUpload): Promise<Upload> {
    const { subject, tenant } = requireSubject(identity);
    const contentType = this.#check(bytes);
    const name = readInput(fileNameInput, fileName ?? `attachment.${CONTENT_TYPES[contentType]}`, 'fileName');
    return this.#database.transaction(async (transaction) => {
      await checkQuota(transaction, { subject, tenant }, bytes.length, this.limits);
      return insert(transaction, {
        id: `upload-${randomUUID()}`,
        subject,
        tenant,
        name,
        contentType,
        bytes,
        ttlMs: this.limits.ttlMs,
      });
    });
  }

  /** One upload or null per id, in the order of the ids: null for what is not the caller's, or has expired. */
  async find(ids: readonly string[], { subject, tenant }: Identity): Promise<(Upload | null)[]> {
    const { rows } = await this.#database.query<UploadRecord>(
      `select ${COLUMNS} from uploads.uploads u join uploads.contents c using (sha256) where u.id = any($1) and ${OWN}`,
      [ids, subject, tenant],
    );
    const found = new Map(rows.map((record) => [record.id, toUpload(record)]));
    return ids.map((id) => found.get(id) ?? null);
  }

  /** The bytes of an upload of the caller's; null for what `find` does not find. */
  async read(id: string, { subject, tenant }: Identity): Promise<Buffer | null> {
    const { rows } = await this.#database.query<{ bytes: Buffer }>(
      `select c.bytes from uploads.uploads u join uploads.contents c using (sha256) where u.id = $1 and ${OWN}`,
      [id, subject, tenant],
    );
    return rows[0]?.bytes ?? null;
  }

  /**
   * The bytes of an upload that is attached, whoever's it is; null when there is none. For an island that was told its id
   * by the one that attached it: who may see what it belongs to was decided there.
   */
  async readAttached(id: string): Promise<Buffer | null> {
    const { rows } = await this.#database.query<{ bytes: Buffer }>(
      'select c.bytes from uploads.uploads u join uploads.contents c using (sha256) where u.id = $1 and u.expires_at is null',
      [id],
    );
    return rows[0]?.bytes ?? null;
  }

  /**
   * Makes uploads of the caller's permanent, in the transaction that attaches them: if that is rolled back, they go on
   * waiting. An upload is attached once.
   * @returns the uploads, in the order of the ids.
   * @throws CodedError `NOT_FOUND` when one is not the caller's, has expired, or is attached already.
   */
  async attach(transaction: Transaction, ids: readonly string[], identity: Identity): Promise<Upload[]> {
    const { subject, tenant } = requireSubject(identity);
    const { rows } = await transaction.query<UploadRecord>(
      `update uploads.uploads u set expires_at = null from uploads.contents c
       where u.sha256 = c.sha256 and u.id = any($1) and ${OWN} and u.expires_at is not null returning ${COLUMNS}`,
      [ids, subject, tenant],
    );
    const found = new Map(rows.map((record) => [record.id, toUpload(record)]));
    return ids.map((id) => {
      const upload = found.get(id);
      if (upload) return upload;
      throw new CodedError(
        'NOT_FOUND',
        `Expected ids of uploads of yours that have not expired and are attached to nothing; ${JSON.stringify(id)} is none. Upload it again.`,
      );
    });
  }

  /**
   * Puts in a file of the demo world as attached already, in the transaction that seeds an island; no quota counts.
   * @throws CodedError as `put` does, for what may not be uploaded.
   */
  async plant(
    transaction: Queryable,
    upload: Required<NewUpload> & { readonly id: string; readonly subject: string; readonly tenant: string | null },
  ): Promise<Upload> {
    const { id, subject, tenant, fileName, bytes } = upload;
    const contentType = this.#check(bytes);
    const name = readInput(fileNameInput, fileName, 'fileName');
    return insert(transaction, { id, subject, tenant, name, contentType, bytes, ttlMs: null });
  }

  /**
   * Removes what has expired, and bytes that nobody has any more.
   * @returns how many uploads.
   */
  async clean(): Promise<number> {
    return this.#database.transaction(async (transaction) => {
      // Whoever uploads the same bytes meanwhile waits, and then puts them in anew.
      await transaction.query('lock table uploads.contents in share row exclusive mode');
      const { rows } = await transaction.query('delete from uploads.uploads where expires_at <= now() returning id');
      if (rows.length > 0) {
        await transaction.query(
          'delete from uploads.contents c where not exists (select 1 from uploads.uploads u where u.sha256 = c.sha256)',
        );
      }
      return rows.length;
    });
  }

  async close(): Promise<void> {
    await this.#stopCleaning();
  }

  #check(bytes: Buffer): ContentType {
    if (bytes.length === 0) throw badInput('Expected the bytes of a file as the body; got none.');
    if (bytes.length > this.limits.maxBytes) throw tooLarge(this.limits);
    const contentType = sniffContentType(bytes);
    if (contentType !== null) return contentType;
    throw new CodedError(
      'UNSUPPORTED_MEDIA_TYPE',
      `Expected a file of ${Object.keys(CONTENT_TYPES).join(', ')} (UTF-8, no markup); the bytes are none of these, whatever the file is called.`,
    );
  }
}

export function tooLarge({ maxBytes }: Pick<UploadLimits, 'maxBytes'>): CodedError {
  return new CodedError(
    'PAYLOAD_TOO_LARGE',
    `Expected at most ${maxBytes.toLocaleString('en')} bytes; nothing was kept. Make the file smaller.`,
    { details: { maxBytes } },
  );
}

export function requireSubject({ subject, tenant }: Identity): { subject: string; tenant: string | null } {
  if (subject !== null) return { subject, tenant };
  throw new CodedError(
    'UNAUTHENTICATED',
    'An upload belongs to whoever uploads it: send a token that says who you are.',
  );
}

interface Insertion {
  readonly id: string;
  readonly subject: string;
  readonly tenant: string | null;
  readonly name: string;
  readonly contentType: ContentType;
  readonly bytes: Buffer;
  /** Null for one that does not expire. */
  readonly ttlMs: number | null;
}

async function insert(transaction: Queryable, upload: Insertion): Promise<Upload> {
  const { id, subject, tenant, name, contentType, bytes, ttlMs } = upload;
  const sha256 = createHash('sha256').update(bytes).digest();
  await transaction.query(
    'insert into uploads.contents (sha256, content_type, bytes) values ($1, $2, $3) on conflict (sha256) do nothing',
    [sha256, contentType, bytes],
  );
  const { rows } = await transaction.query<Pick<UploadRecord, 'created_at' | 'expires_at'>>(
    `insert into uploads.uploads (id, subject, tenant, file_name, sha256, byte_size, expires_at)
     values ($1, $2, $3, $4, $5, $6, now() + make_interval(secs => $7::double precision / 1000))
     returning created_at, expires_at`,
    [id, subject, tenant, name, sha256, bytes.length, ttlMs],
  );
  const [times] = rows;
  if (times === undefined) throw new Error('an insertion returned no row');
  return toUpload({ id, file_name: name, content_type: contentType, byte_size: bytes.length, ...times });
}

function toUpload({ id, file_name, content_type, byte_size, created_at, expires_at }: UploadRecord): Upload {
  return {
    id,
    fileName: file_name,
    contentType: content_type,
    byteSize: byte_size,
    createdAt: created_at,
    expiresAt: expires_at,
  };
}
