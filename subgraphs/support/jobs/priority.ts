import type { InquiryPriority } from '../store.ts';

/** What the graph says of an open inquiry. Null is what could not be told. */
export interface ReadInquiry {
  readonly id: string;
  readonly version: number;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly language: { readonly code: string } | null;
  readonly sentiment: { readonly label: string } | null;
  /** Its label is null when the inquiry is of no topic. */
  readonly topic: { readonly label: string | null; readonly subtopic: string | null } | null;
}

/** What gets worse by the hour, or costs somebody's money meanwhile. */
const URGENT_SUBTOPICS: readonly string[] = ['SECURITY', 'DOUBLE_CHARGE', 'NOT_RECEIVED'];
/** What somebody asks before buying, and what is of no topic. */
const PATIENT_TOPICS: readonly (string | null)[] = ['PRODUCT_QUESTION', 'PROMOTION', null];

/**
 * How urgent an inquiry is, from 0: by its topic 0, 1 or 2 (1 where that could not be told), and 1 more each when it
 * speaks ill and when it belongs to the tenth that waits longest.
 */
export function urgencyOf({ topic, sentiment }: ReadInquiry, waitsLong: boolean): number {
  return urgencyOfTopic(topic) + (sentiment?.label === 'NEGATIVE' ? 1 : 0) + (waitsLong ? 1 : 0);
}

/** HIGH from 2, NORMAL at 1, LOW at 0. */
export function priorityOf(urgency: number): InquiryPriority {
  if (urgency >= 2) return 'HIGH';
  return urgency === 1 ? 'NORMAL' : 'LOW';
}

function urgencyOfTopic(topic: ReadInquiry['topic']): number {
  if (topic === null) return 1;
  if (topic.subtopic !== null && URGENT_SUBTOPICS.includes(topic.subtopic)) return 2;
  return PATIENT_TOPICS.includes(topic.label) ? 0 : 1;
}
