import DataLoader from 'dataloader';
import type { Page } from '../../kit/connection.ts';
import type { NewestFirstKey } from '../../kit/newestFirst.ts';
import type { Ratings, ReviewRow, ReviewStore } from './store.ts';

/** Gathers what one request asks of many products into one query each. */
export class ReviewLoaders {
  readonly reviewById: DataLoader<string, ReviewRow | null>;
  readonly ratings: DataLoader<string, Ratings>;
  readonly #store: ReviewStore;
  readonly #pages = new Map<string, DataLoader<string, ReviewRow[]>>();

  constructor(store: ReviewStore) {
    this.#store = store;
    this.reviewById = new DataLoader((ids) => store.reviewsById(ids));
    this.ratings = new DataLoader((productIds) => store.ratings(productIds));
  }

  /** The newest reviews of a product; products asked for the same page share a query. */
  newestReviews(productId: string, page: Page<NewestFirstKey>): Promise<ReviewRow[]> {
    const key = JSON.stringify([page.first, page.after]);
    let loader = this.#pages.get(key);
    if (loader === undefined) {
      loader = new DataLoader((productIds) => this.#store.newestReviews(productIds, page));
      this.#pages.set(key, loader);
    }
    return loader.load(productId);
  }

  /** After a write: what was loaded of the product no longer holds. */
  forget(productId: string): void {
    this.ratings.clear(productId);
    for (const page of this.#pages.values()) page.clear(productId);
  }
}
