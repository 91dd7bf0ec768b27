import { z } from 'zod';
import { entityId, text } from '../../kit/readInput.ts';
import { uploadId } from '../../kit/uploads/upload.ts';

export const inquiryId = entityId('inquiry');
export const attachmentId = entityId('attachment');
export const articleId = entityId('article');
export const jobId = entityId('job');

const MAX_ATTACHMENTS = 5;

const uploadIds = z.array(uploadId).refine((ids) => ids.length <= MAX_ATTACHMENTS && new Set(ids).size === ids.length, {
  error: `at most ${MAX_ATTACHMENTS} ids of uploads, each once`,
});

export const newInquiry = z.object({
  message: text(1, 5_000),
  orderId: entityId('order')
    .nullish()
    .transform((id) => id ?? null),
  uploadIds: uploadIds.nullish().transform((ids) => ids ?? []),
});
export type NewInquiry = z.infer<typeof newInquiry>;

export const idempotencyKey = z
  .string()
  .regex(/^[\x21-\x7e]{1,255}$/, { error: '1 to 255 printable ASCII characters without spaces' })
  .nullish()
  .transform((key) => key ?? null);

export const language = z
  .string()
  .regex(/^[a-z]{2,3}$/, { error: 'the code of a language, such as "en"' })
  .nullish()
  .transform((code) => code ?? null);

export const articleUpdate = z.object({
  id: articleId,
  version: z.number().int(),
  title: text(1, 200),
  body: text(1, 10_000),
});
export type ArticleUpdate = z.infer<typeof articleUpdate>;
