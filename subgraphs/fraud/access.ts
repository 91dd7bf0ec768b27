/** Whoever has it learns how likely an order is fraud, of all orders: people of the shop and services, no customers. */
export const READ_SCOPE = 'fraud:read';
/** Whoever has it decides about orders that wait for a person. */
export const REVIEW_SCOPE = 'fraud:review';
