import { createReviews } from '../../../world/reviews.ts';
import type { Judgement } from '../judgement.ts';

/**
 * How a model does on the demo world's reviews, whose stars we made up: printed, not put into a manifest, because it
 * says as much of the demo as of the model.
 */
export async function printAgreementWithStars(
  judge: (texts: readonly string[]) => Promise<readonly Judgement[]>,
): Promise<void> {
  const reviews = createReviews();
  const judgements = await judge(reviews.map(({ body }) => body));
  for (const stars of [1, 2, 3, 4, 5]) {
    const own = judgements.filter((_, index) => reviews[index]?.rating === stars);
    const positive = own.filter(({ label }) => label === 'POSITIVE').length;
    console.log(`  demo reviews with ${stars} stars: ${positive} of ${own.length} are called POSITIVE`);
  }
}
