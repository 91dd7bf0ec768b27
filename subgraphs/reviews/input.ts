import { z } from 'zod';
import { entityId, text } from '../../kit/readInput.ts';

export const productId = entityId('product');
export const reviewId = entityId('review');

const rating = z.number().refine((value) => Number.isInteger(value) && value >= 1 && value <= 5, {
  error: 'a whole number of stars from 1 to 5',
});

export const newReview = z.object({ productId, rating, body: text(1, 5_000), authorName: text(1, 60) });
export type NewReview = z.infer<typeof newReview>;
