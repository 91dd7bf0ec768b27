/** What customers write about, as the shop sorts it: each topic with its subtopics. */
export const topics = {
  DELIVERY: ['LATE_DELIVERY', 'NOT_RECEIVED', 'TRACKING', 'ADDRESS_CHANGE'],
  PRODUCT_PROBLEM: ['DAMAGED', 'DEFECTIVE', 'WRONG_ITEM', 'MISSING_PARTS'],
  RETURN_REFUND: ['RETURN_REQUEST', 'EXCHANGE', 'REFUND_STATUS'],
  PAYMENT: ['PAYMENT_FAILED', 'DOUBLE_CHARGE', 'PAYMENT_METHOD', 'INVOICE'],
  ORDER_CHANGE: ['CANCEL_ORDER', 'CHANGE_ORDER'],
  ACCOUNT: ['LOGIN', 'PERSONAL_DATA', 'SECURITY'],
  PRODUCT_QUESTION: ['AVAILABILITY', 'SPECIFICATION', 'USAGE', 'WARRANTY'],
  PROMOTION: ['VOUCHER', 'LOYALTY', 'PRICE'],
} as const;

export type TopicLabel = keyof typeof topics;
export type Subtopic = (typeof topics)[TopicLabel][number];
