/** What of a shop a text may judge. */
export const ASPECTS = ['PRICE', 'DELIVERY', 'QUALITY', 'SERVICE'] as const;
export type Aspect = (typeof ASPECTS)[number];
