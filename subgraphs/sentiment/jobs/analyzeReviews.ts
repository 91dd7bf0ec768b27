import { z } from 'zod';
import { badInput, CodedError, type ErrorCode } from '../../../kit/errors.ts';
import { defineJob, type JobContext } from '../../../kit/jobs/defineJob.ts';
import type { ModelHandle, Predicted } from '../../../kit/model/handle.ts';
import { entityId, readInput } from '../../../kit/readInput.ts';
import { forManyListeners } from '../../../kit/requestContext.ts';
import type { Judgement } from '../judgement.ts';
import { MAX_CHARACTERS } from '../tensors.ts';
import { type ReviewText, readProducts, readReviews, type Subject } from './reviewPages.ts';
import { type ReviewAnalysis, ReviewTally } from './reviewTally.ts';

interface Services {
  readonly models: { readonly sentiment: Pick<ModelHandle<string, Judgement>, 'predict'> };
}

const productId = entityId('product');
const categoryId = z.string().regex(/^[a-z0-9-]{1,40}$/, {
  error: 'the id of a category, 1 to 40 lower-case letters, digits and hyphens',
});

const subject: z.ZodType<Subject> = z.union([z.strictObject({ productId }), z.strictObject({ categoryId })], {
  error: 'either the id of a product or that of a category',
});

/** Judges all reviews of a product or a category, in time that nobody who waits needs. */
export const analyzeReviews = defineJob<Subject, ReviewAnalysis, Services>({
  kind: 'sentiment.analyzeReviews',
  input: subject,
  // A page of 50 of each is under way at once, of the 1,000 that may wait for a model.
  concurrency: 4,
  handler: async (given, context) => {
    const { graph, progress } = context;
    const products = await readProducts(given, graph);
    const expected = products.reduce((sum, { reviewCount }) => sum + reviewCount, 0);
    const tally = new ReviewTally();
    let done = 0;
    progress(done, expected);
    for (const { id } of products) {
      tally.addProduct(id);
      for await (const reviews of readReviews(id, graph)) {
        const predictions = reviews.map(async (review) => {
          const predicted = await judge(review, context);
          done += 1;
          // Reviews that were written meanwhile come on top of those that were counted.
          progress(done, Math.max(done, expected), id);
          return { review, predicted };
        });
        for (const { review, predicted } of await Promise.all(predictions)) tally.addReview(id, review.id, predicted);
      }
    }
    return tally.analysis;
  },
});

/** @throws CodedError `BAD_USER_INPUT` for ids that are none, or not exactly one of the two. */
export function readSubject(given: { productId?: string | null; categoryId?: string | null }): Subject {
  const { productId: product = null, categoryId: category = null } = given;
  if (product !== null && category === null) return { productId: readInput(productId, product, 'productId') };
  if (category !== null && product === null) return { categoryId: readInput(categoryId, category, 'categoryId') };
  const came = product === null ? 'neither' : 'both';
  throw badInput(`productId: expected either productId or categoryId, got ${came}.`, 'productId');
}

/** What says that this text cannot be judged, and not that nothing can be now. */
const UNJUDGED: readonly ErrorCode[] = ['BAD_USER_INPUT', 'UNSUPPORTED_LANGUAGE', 'MODEL_FAILED'];

/** Null for a review that the model cannot judge. */
async function judge(
  { body }: ReviewText,
  { services, identity, signal }: JobContext<Services>,
): Promise<Predicted<Judgement> | null> {
  try {
    return await services.models.sentiment.predict(body.slice(0, MAX_CHARACTERS), {
      identity,
      signal: forManyListeners(signal),
      priority: 'batch',
    });
  } catch (error) {
    if (!signal.aborted && error instanceof CodedError && UNJUDGED.includes(error.code)) return null;
    throw error;
  }
}
