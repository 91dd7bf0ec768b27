import { z } from 'zod';
import type { InquiryPriority } from '../store.ts';
import { topics } from '../topics.ts';
import { priorityOf, type ReadInquiry, urgencyOf } from './priority.ts';

const count = z.number().int().min(0);
const priority = z.enum(['HIGH', 'NORMAL', 'LOW']);
const topicLabel = z.enum(topics);

/** What is stored of a triage and read again: inquiries by their ids. */
export const inboxTriage = z.strictObject({
  total: count,
  topics: z.array(z.strictObject({ label: topicLabel.nullable(), count })),
  languages: z.array(z.strictObject({ code: z.string(), count })),
  priorities: z.array(z.strictObject({ priority, count })),
  untold: z.strictObject({ language: count, sentiment: count, topic: count }),
  passedOver: count,
  mostUrgent: z.array(z.string()),
});
export type InboxTriage = z.infer<typeof inboxTriage>;

export interface SortedInquiry {
  readonly id: string;
  readonly version: number;
  readonly priority: InquiryPriority;
}

const MOST_URGENT = 10;
/** The share of those that wait longest whose waiting counts. */
const LONG_WAITING = 0.1;

/** Sorts all that was read. In whatever order it came, the outcome is the same. */
export function sortInbox(read: readonly ReadInquiry[]): {
  readonly sorted: readonly SortedInquiry[];
  readonly triage: Omit<InboxTriage, 'passedOver'>;
} {
  const oldestFirst = read.toSorted((a, b) => compare(a.createdAt, b.createdAt) || compare(a.id, b.id));
  const long = Math.floor(oldestFirst.length * LONG_WAITING);
  const weighed = oldestFirst.map((inquiry, index) => {
    const urgency = urgencyOf(inquiry, index < long);
    return { inquiry, urgency, priority: priorityOf(urgency) };
  });
  // Sorting is stable: of those that are as urgent, the oldest stays first.
  const mostUrgent = weighed.toSorted((a, b) => b.urgency - a.urgency).slice(0, MOST_URGENT);
  return {
    sorted: weighed.map(({ inquiry: { id, version }, priority }) => ({ id, version, priority })),
    triage: {
      total: read.length,
      topics: countsOf(read.flatMap(({ topic }) => (topic === null ? [] : [readLabel(topic.label)]))).map(
        ([label, count]) => ({ label, count }),
      ),
      languages: countsOf(read.flatMap(({ language }) => (language === null ? [] : [language.code]))).map(
        ([code, count]) => ({ code, count }),
      ),
      priorities: priority.options.map((name) => ({
        priority: name,
        count: weighed.filter((each) => each.priority === name).length,
      })),
      untold: {
        language: read.filter(({ language }) => language === null).length,
        sentiment: read.filter(({ sentiment }) => sentiment === null).length,
        topic: read.filter(({ topic }) => topic === null).length,
      },
      mostUrgent: mostUrgent.map(({ inquiry }) => inquiry.id),
    },
  };
}

/** A topic that this version does not know is none that it could count. */
function readLabel(label: string | null): z.infer<typeof topicLabel> | null {
  const known = topicLabel.safeParse(label);
  return known.success ? known.data : null;
}

/** How often each value comes, most first. */
function countsOf<Value extends string | null>(values: readonly Value[]): [Value, number][] {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || compare(a ?? '', b ?? ''));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
