import type { TopicLabel } from './schema.generated.ts';

/** The values of the schema's TopicLabel, for what comes from elsewhere. */
export const topics = [
  'DELIVERY',
  'PRODUCT_PROBLEM',
  'RETURN_REFUND',
  'PAYMENT',
  'ORDER_CHANGE',
  'ACCOUNT',
  'PRODUCT_QUESTION',
  'PROMOTION',
] as const satisfies readonly TopicLabel[];
