import { z } from 'zod';
import { entityId, text } from '../../kit/readInput.ts';

const MAX_FIRST = 50;
const MAX_BOUGHT = 200;

export const productId = entityId('product');
export const jobId = entityId('job');

/** A user's id is the subject of their token, and tokens are made elsewhere. */
export const userId = text(1, 200);

/** How many recommendations. */
export const first = z.number().refine((value) => Number.isInteger(value) && value >= 0 && value <= MAX_FIRST, {
  error: `a whole number from 0 to ${MAX_FIRST}`,
});

export const bought = z.array(productId).refine(({ length }) => length <= MAX_BOUGHT, {
  error: `a list of at most ${MAX_BOUGHT} ids of products`,
});

export const country = z
  .string()
  .regex(/^[A-Z]{2}$/, { error: 'the two capitals of an ISO 3166 code' })
  .nullable();
