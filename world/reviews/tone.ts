export type Rating = 1 | 2 | 3 | 4 | 5;

/** How a customer speaks of a purchase. */
export type Tone = 'warm' | 'good' | 'mixed' | 'cold';

export const TONE_OF: Readonly<Record<Rating, Tone>> = { 1: 'cold', 2: 'cold', 3: 'mixed', 4: 'good', 5: 'warm' };
