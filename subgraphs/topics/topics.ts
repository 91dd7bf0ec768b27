/** The eight topics and their sub-topics, in the schema's order. */
export const TOPICS = {
  DELIVERY: ['LATE_DELIVERY', 'NOT_RECEIVED', 'TRACKING', 'ADDRESS_CHANGE'],
  PRODUCT_PROBLEM: ['DAMAGED', 'DEFECTIVE', 'WRONG_ITEM', 'MISSING_PARTS'],
  RETURN_REFUND: ['RETURN_REQUEST', 'EXCHANGE', 'REFUND_STATUS'],
  PAYMENT: ['PAYMENT_FAILED', 'DOUBLE_CHARGE', 'PAYMENT_METHOD', 'INVOICE'],
  ORDER_CHANGE: ['CANCEL_ORDER', 'CHANGE_ORDER'],
  ACCOUNT: ['LOGIN', 'PERSONAL_DATA', 'SECURITY'],
  PRODUCT_QUESTION: ['AVAILABILITY', 'SPECIFICATION', 'USAGE', 'WARRANTY'],
  PROMOTION: ['VOUCHER', 'LOYALTY', 'PRICE'],
} as const;

export type TopicLabel = keyof typeof TOPICS;
export type Subtopic = (typeof TOPICS)[TopicLabel][number];

/** What monitoring and feedback call a message that is about none of the topics. */
export const NO_TOPIC = 'NONE';

/** The languages of the models. */
export const LANGUAGES = ['en', 'id'] as const;
export type Language = (typeof LANGUAGES)[number];

export const TOPIC_LABELS = Object.keys(TOPICS) as readonly TopicLabel[];
export const SUBTOPICS: readonly Subtopic[] = Object.values(TOPICS).flat();

const topicBySubtopic = new Map<Subtopic, TopicLabel>(
  TOPIC_LABELS.flatMap((label) => TOPICS[label].map((subtopic) => [subtopic, label] as const)),
);

export function topicOf(subtopic: Subtopic | null): TopicLabel | null {
  return subtopic === null ? null : (topicBySubtopic.get(subtopic) ?? null);
}

/** The classes of the models: the sub-topics, then none of them. */
export const CLASSES: readonly (Subtopic | null)[] = [...SUBTOPICS, null];

/** A customer's message, in one of the models' languages. */
export interface Message {
  readonly text: string;
  readonly language: Language;
}

export function isLanguage(code: unknown): code is Language {
  return LANGUAGES.some((language) => language === code);
}
