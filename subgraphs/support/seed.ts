import { readFile } from 'node:fs/promises';
import type { Queryable } from '../../kit/database/database.ts';
import type { SeedServices } from '../../kit/subgraph.ts';
import { articles } from '../../world/articles.ts';
import { createInquiries, type Inquiry } from '../../world/inquiries.ts';
import { insertAttachments } from './store.ts';

/** Fills the empty tables with the demo world's knowledge base and inquiries, and what came with those. */
export async function seed(transaction: Queryable, services: SeedServices): Promise<void> {
  await seedArticles(transaction);
  const inquiries = createInquiries();
  await seedInquiries(transaction, inquiries);
  for (const inquiry of inquiries) await seedAttachments(transaction, services, inquiry);
}

async function seedArticles(transaction: Queryable): Promise<void> {
  await transaction.query(
    `insert into support.articles (id, language, title, body, topic, updated_at)
       select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::timestamptz[])`,
    [
      articles.map(({ id }) => id),
      articles.map(({ language }) => language),
      articles.map(({ title }) => title),
      articles.map(({ body }) => body),
      articles.map(({ topic }) => topic),
      articles.map(({ updatedAt }) => updatedAt.toISOString()),
    ],
  );
}

async function seedInquiries(transaction: Queryable, inquiries: readonly Inquiry[]): Promise<void> {
  await transaction.query(
    `insert into support.inquiries (id, customer_id, order_id, message, status, created_at)
       select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::timestamptz[])`,
    [
      inquiries.map(({ id }) => id),
      inquiries.map(({ customerId }) => customerId),
      inquiries.map(({ orderId }) => orderId),
      inquiries.map(({ message }) => message),
      inquiries.map(({ status }) => status),
      inquiries.map(({ createdAt }) => createdAt.toISOString()),
    ],
  );
}

async function seedAttachments(
  transaction: Queryable,
  services: SeedServices,
  { id: inquiryId, customerId, createdAt, attachments }: Inquiry,
): Promise<void> {
  if (attachments.length === 0) return;
  const uploads = services.uploads();
  for (const [position, { id, uploadId, fileName, file }] of attachments.entries()) {
    const bytes = await readFile(file);
    const planted = { id: uploadId, subject: customerId, tenant: null, fileName, bytes };
    const { contentType, byteSize } = await uploads.plant(transaction, planted);
    const attachment = { id, inquiryId, position, uploadId, fileName, contentType, byteSize, createdAt };
    await insertAttachments(transaction, [attachment]);
  }
}
