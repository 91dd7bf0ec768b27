import { z } from 'zod';
import { JOB_STATES } from '../../../kit/jobs/job.ts';

export const JOB_FIELDS = `id kind status priority progress { done total note } attempts error { code message }
  createdAt runAt startedAt finishedAt cancelRequested position`;

/** Handlers write notes and messages as they like; a terminal would obey what is not to be printed. */
const words = z.string().transform((text) => text.replaceAll(/(?!\n)\p{Cc}/gu, ' '));
const instant = z.coerce.date();

/** A job as the graph tells it. */
export const jobShape = z.object({
  id: words,
  kind: words,
  status: z.enum(JOB_STATES),
  priority: words,
  progress: z.object({ done: z.number(), total: z.number().nullable(), note: words.nullable() }).nullable(),
  attempts: z.number(),
  error: z.object({ code: words, message: words }).nullable(),
  createdAt: instant,
  runAt: instant,
  startedAt: instant.nullable(),
  finishedAt: instant.nullable(),
  cancelRequested: z.boolean(),
  position: z.number().nullable(),
});

export type ShownJob = Readonly<z.infer<typeof jobShape>>;
