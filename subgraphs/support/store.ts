import { createHash, randomUUID } from 'node:crypto';
import { requireSubject } from '../../kit/access.ts';
import type { Page } from '../../kit/connection.ts';
import type { Identity } from '../../kit/context.ts';
import type { Database, Queryable, Transaction } from '../../kit/database/database.ts';
import { CodedError } from '../../kit/errors.ts';
import type { Jobs } from '../../kit/jobs/jobs.ts';
import type { NewestFirstKey } from '../../kit/newestFirst.ts';
import type { Uploads } from '../../kit/uploads/uploads.ts';
import type { Reach } from './access.ts';
import type { NewInquiry } from './input.ts';
import { inquiryChange } from './inquiryChange.ts';
import type { InboxTriage } from './jobs/triageTally.ts';
import type { TopicLabel } from './schema.generated.ts';

export type InquiryStatus = 'OPEN' | 'ANSWERED' | 'CLOSED';
export type InquiryPriority = 'HIGH' | 'NORMAL' | 'LOW';

export interface InquiryRow {
  readonly id: string;
  readonly message: string;
  readonly createdAt: Date;
  readonly status: InquiryStatus;
  readonly priority: InquiryPriority | null;
  readonly version: number;
  readonly customerId: string;
  readonly orderId: string | null;
}

export interface AttachmentRow {
  readonly id: string;
  readonly uploadId: string;
  readonly fileName: string;
  readonly contentType: string;
  readonly byteSize: number;
  readonly createdAt: Date;
}

export interface ArticleRow {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly language: string;
  readonly topic: TopicLabel;
  readonly version: number;
  readonly updatedAt: Date;
}

export interface JobRow {
  readonly id: string;
}
export type InboxTriageRow = InboxTriage;

export interface InquiryRecord {
  id: string;
  customer_id: string;
  order_id: string | null;
  message: string;
  status: InquiryStatus;
  priority: InquiryPriority | null;
  version: number;
  input_digest: string | null;
  created_at: Date;
}

interface AttachmentRecord {
  id: string;
  inquiry_id: string;
  upload_id: string;
  file_name: string;
  content_type: string;
  byte_size: number;
  created_at: Date;
}

export interface InquiryFilter {
  readonly reach: Reach;
  readonly status: InquiryStatus | null;
}

export interface CreateOptions {
  readonly identity: Identity;
  readonly idempotencyKey: string | null;
  readonly uploads: Uploads;
  readonly jobs: Jobs;
}

/** The island's inquiries and what came with them, to those who may read them. */
export class InquiryStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** One inquiry or null per id, in the order of the ids; null also for what is beyond the reach. */
  async inquiriesById(ids: readonly string[], reach: Reach): Promise<(InquiryRow | null)[]> {
    const { everybody, customerId } = limitsOf(reach);
    const { rows } = await this.#database.query<InquiryRecord>(
      'select * from support.inquiries where id = any($1) and ($2 or customer_id = $3)',
      [ids, everybody, customerId],
    );
    const found = new Map(rows.map((record) => [record.id, toInquiry(record)]));
    return ids.map((id) => found.get(id) ?? null);
  }

  /** The newest inquiries after the page's key, one more than the page holds. */
  async newestInquiries(page: Page<NewestFirstKey>, { reach, status }: InquiryFilter): Promise<InquiryRow[]> {
    const { everybody, customerId } = limitsOf(reach);
    const [createdAt, id] = page.after ?? [null, null];
    // A condition that is not there rather than one that is always true: each has an index of its own.
    const { rows } = await this.#database.query<InquiryRecord>(
      `select * from support.inquiries
       where ${everybody ? '$4::text is null' : 'customer_id = $4'}
         and ${status === null ? '$5::text is null' : 'status = $5'}
         and ($1::timestamptz is null or (created_at, id) < ($1, $2))
       order by created_at desc, id desc limit $3`,
      [createdAt, id, page.first + 1, customerId, status],
    );
    return rows.map(toInquiry);
  }

  /** What came with each inquiry, in the order of the ids. Whether the inquiry may be read is the caller's to know. */
  async attachmentsOf(inquiryIds: readonly string[]): Promise<AttachmentRow[][]> {
    const { rows } = await this.#database.query<AttachmentRecord>(
      'select * from support.attachments where inquiry_id = any($1) order by position',
      [inquiryIds],
    );
    const byInquiry = new Map<string, AttachmentRow[]>(inquiryIds.map((id) => [id, []]));
    for (const record of rows) byInquiry.get(record.inquiry_id)?.push(toAttachment(record));
    return inquiryIds.map((id) => byInquiry.get(id) ?? []);
  }

  /** One attachment or null per id, in the order of the ids; null also when its inquiry is beyond the reach. */
  async attachmentsById(ids: readonly string[], reach: Reach): Promise<(AttachmentRow | null)[]> {
    const { everybody, customerId } = limitsOf(reach);
    const { rows } = await this.#database.query<AttachmentRecord>(
      `select a.* from support.attachments a join support.inquiries i on i.id = a.inquiry_id
       where a.id = any($1) and ($2 or i.customer_id = $3)`,
      [ids, everybody, customerId],
    );
    const found = new Map(rows.map((record) => [record.id, toAttachment(record)]));
    return ids.map((id) => found.get(id) ?? null);
  }

  /**
   * Adds an inquiry with its attachments, and tells of it, all or nothing. With a key that the customer used before it
   * answers with the inquiry of then.
   * @throws CodedError `NOT_FOUND` for an upload that cannot be attached, `IDEMPOTENCY_KEY_REUSED` for other input.
   */
  async create(given: NewInquiry, { identity, idempotencyKey, uploads, jobs }: CreateOptions): Promise<InquiryRow> {
    const customerId = requireSubject(identity);
    const digest = createHash('sha256').update(JSON.stringify(given)).digest('hex');
    return this.#database.transaction(async (transaction) => {
      // Of two that come at once with one key, the second waits here for the first.
      const { rows } = await transaction.query<InquiryRecord>(
        `insert into support.inquiries (id, customer_id, order_id, message, idempotency_key, input_digest)
         values ($1, $2, $3, $4, $5, $6)
         on conflict (customer_id, idempotency_key) where idempotency_key is not null do nothing returning *`,
        [`inquiry-${randomUUID()}`, customerId, given.orderId, given.message, idempotencyKey, digest],
      );
      const [created] = rows;
      if (created === undefined) return findByKey(transaction, { customerId, idempotencyKey, digest });
      const attached = await uploads.attach(transaction, given.uploadIds, identity);
      await insertAttachments(
        transaction,
        attached.map(({ id: uploadId, ...upload }, position) => ({
          ...upload,
          id: `attachment-${randomUUID()}`,
          inquiryId: created.id,
          position,
          uploadId,
        })),
      );
      const inquiry = toInquiry(created);
      await jobs.changes.publish(transaction, inquiryChange(inquiry));
      return inquiry;
    });
  }
}

export interface NewAttachment extends AttachmentRow {
  readonly inquiryId: string;
  readonly position: number;
}

export async function insertAttachments(transaction: Queryable, attachments: readonly NewAttachment[]): Promise<void> {
  if (attachments.length === 0) return;
  await transaction.query(
    `insert into support.attachments (id, inquiry_id, position, upload_id, file_name, content_type, byte_size, created_at)
     select * from unnest($1::text[], $2::text[], $3::smallint[], $4::text[], $5::text[], $6::text[], $7::integer[],
       $8::timestamptz[])`,
    [
      attachments.map(({ id }) => id),
      attachments.map(({ inquiryId }) => inquiryId),
      attachments.map(({ position }) => position),
      attachments.map(({ uploadId }) => uploadId),
      attachments.map(({ fileName }) => fileName),
      attachments.map(({ contentType }) => contentType),
      attachments.map(({ byteSize }) => byteSize),
      attachments.map(({ createdAt }) => createdAt.toISOString()),
    ],
  );
}

async function findByKey(
  transaction: Transaction,
  { customerId, idempotencyKey, digest }: { customerId: string; idempotencyKey: string | null; digest: string },
): Promise<InquiryRow> {
  const { rows } = await transaction.query<InquiryRecord>(
    'select * from support.inquiries where customer_id = $1 and idempotency_key = $2',
    [customerId, idempotencyKey],
  );
  const [earlier] = rows;
  if (earlier === undefined) throw new Error('an inquiry that was there is not');
  if (earlier.input_digest === digest) return toInquiry(earlier);
  throw new CodedError(
    'IDEMPOTENCY_KEY_REUSED',
    `The idempotency key ${JSON.stringify(idempotencyKey)} belongs to ${earlier.id}, which was sent with another input. Send that input, or a new key.`,
    { details: { inquiryId: earlier.id } },
  );
}

function limitsOf(reach: Reach): { readonly everybody: boolean; readonly customerId: string | null } {
  const customerId = typeof reach === 'object' ? reach.customerId : null;
  return { everybody: reach === 'everybody', customerId };
}

export function toInquiry(record: InquiryRecord): InquiryRow {
  const { id, message, status, priority, version } = record;
  const { created_at: createdAt, customer_id: customerId, order_id: orderId } = record;
  return { id, message, createdAt, status, priority, version, customerId, orderId };
}

function toAttachment({ id, upload_id, file_name, ...record }: AttachmentRecord): AttachmentRow {
  const { content_type: contentType, byte_size: byteSize, created_at: createdAt } = record;
  return { id, uploadId: upload_id, fileName: file_name, contentType, byteSize, createdAt };
}
