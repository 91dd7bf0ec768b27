import { z } from 'zod';
import type { AttemptKey } from '../work/attempts.ts';
import type { Announcement } from './queue.ts';

/** Raised when a message changes so that an older worker would misread it. */
const VERSION = 1;

const bodyShape = z.object({
  v: z.literal(VERSION),
  id: z.string().regex(/^[\x21-\x7e]{1,100}$/),
  attempt: z.int().min(1),
});

/** What travels over the broker: which attempt of which job is to begin. Everything else stays in the database. */
export function writeMessage({ id, attempt, trace }: Announcement) {
  const body: z.infer<typeof bodyShape> = { v: VERSION, id, attempt };
  return {
    envelope: {
      durable: true,
      messageId: `${id}/${attempt}`,
      ...(trace !== null && { headers: { traceparent: trace } }),
    },
    body,
  };
}

/** Null for what this version cannot read. */
export function readMessage(body: unknown): AttemptKey | null {
  const result = bodyShape.safeParse(body);
  return result.success ? { id: result.data.id, attempt: result.data.attempt } : null;
}
