import { readPage, toConnection } from '../../kit/connection.ts';
import type { RequestContext } from '../../kit/context.ts';
import { DateTime } from '../../kit/dateTime.ts';
import { CodedError } from '../../kit/errors.ts';
import { isNewestFirstKey, newestFirstKey } from '../../kit/newestFirst.ts';
import { readInput } from '../../kit/readInput.ts';
import { newReview, productId, reviewId } from './input.ts';
import { ReviewLoaders } from './loaders.ts';
import type { Resolvers } from './schema.generated.ts';
import type { ReviewStore } from './store.ts';

export interface Context extends RequestContext {
  readonly store: ReviewStore;
  readonly loaders: ReviewLoaders;
}

export function createContext(request: RequestContext, store: ReviewStore): Context {
  return { ...request, store, loaders: new ReviewLoaders(store) };
}

const REVIEWS = { of: 'reviews', default: 10, max: 50 };

export const resolvers: Resolvers = {
  DateTime,
  Query: {
    review: (_, { id }, { loaders }) => loaders.reviewById.load(readInput(reviewId, id, 'id')),
  },
  Mutation: {
    createReview: async (_, { input }, { store, loaders }) => {
      const given = readInput(newReview, input, 'input');
      const review = await store.createReview(given);
      if (!review) {
        const came = JSON.stringify(given.productId);
        throw new CodedError('NOT_FOUND', `input.productId: expected the id of a product on sale, got ${came}.`, {
          details: { argument: 'input.productId' },
        });
      }
      loaders.forget(given.productId);
      return review;
    },
  },
  Review: {
    __resolveReference: ({ id }, { loaders }) => loaders.reviewById.load(readInput(reviewId, id, 'id')),
  },
  Product: {
    __resolveReference: ({ id }) => ({ id: readInput(productId, id, 'id') }),
    averageRating: async ({ id }, _, { loaders }) => {
      const { count, sum } = await loaders.ratings.load(id);
      return count === 0 ? null : Math.round((100 * sum) / count) / 100;
    },
    reviewCount: async ({ id }, _, { loaders }) => (await loaders.ratings.load(id)).count,
    reviews: async ({ id }, page, { loaders }) => {
      const wanted = readPage(page, REVIEWS, isNewestFirstKey);
      return toConnection(await loaders.newestReviews(id, wanted), wanted, newestFirstKey);
    },
  },
};
