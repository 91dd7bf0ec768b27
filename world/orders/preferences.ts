import type { Currency } from '../money.ts';
import { createReviews } from '../reviews.ts';
import type { Customer } from './customer.ts';
import { createCustomers } from './customers.ts';
import { COMMITTED, type Setting } from './setting.ts';
import { type Article, createShelf, currencies, type Shelf, STYLES } from './shelf.ts';

const STYLE_WEIGHT = 0.5;

/** How much a customer likes an article, apart from season and of what they have: the logarithm of a weight. Latent. */
export function affinity(customer: Customer, article: Article): number {
  let style = 0;
  for (let dimension = 0; dimension < STYLES; dimension += 1) {
    style += (article.style[dimension] ?? 0) * (customer.style[dimension] ?? 0);
  }
  return (
    customer.taste[article.product.category] +
    STYLE_WEIGHT * style +
    article.popularity -
    customer.thrift * article.dearness
  );
}

/** What a customer would choose of the articles in one currency: running sums of weights. */
export interface Choice {
  readonly currency: Currency;
  /** The part of the customer's orders that is in this currency. */
  readonly share: number;
  readonly articles: readonly Article[];
  readonly sums: Float64Array;
}

/** One choice a currency: most orders are made at home, the rest by how much there is to be had. */
export function choicesOf(customer: Customer, shelf: Shelf): readonly Choice[] {
  const home = currencies.find((currency) => currency.startsWith(customer.user.country)) ?? 'SGD';
  const abroad = shelf.articles.length - shelf.byCurrency[home].length;
  return currencies.map((currency) => {
    const articles = shelf.byCurrency[currency];
    const sums = new Float64Array(articles.length);
    let sum = 0;
    for (const [index, article] of articles.entries()) {
      sum += Math.exp(affinity(customer, article));
      sums[index] = sum;
    }
    const share = currency === home ? customer.homeShare : ((1 - customer.homeShare) * articles.length) / abroad;
    return { currency, share, articles, sums };
  });
}

/** A customer's true preference: product id → the probability of choosing it, all of them summing to 1. */
export type TruePreferences = ReadonlyMap<string, number>;

/**
 * The oracle, for judging recommenders and nothing else: how likely each user's next free choice would be each product if
 * all were on sale, on a usual day, with nothing bought before. Season, what they own, repeats and companions change
 * what they buy; they do not change what they like.
 */
export function createTruePreferences(setting: Setting = COMMITTED): (userId: string) => TruePreferences | null {
  const reviews = createReviews();
  const shelf = createShelf(reviews, setting);
  const customers = new Map(createCustomers(reviews, setting).map((customer) => [customer.user.id, customer]));
  return (userId) => {
    const customer = customers.get(userId);
    return customer ? preferencesOf(customer, shelf) : null;
  };
}

function preferencesOf(customer: Customer, shelf: Shelf): TruePreferences {
  const found = new Map<string, number>();
  for (const { share, articles, sums } of choicesOf(customer, shelf)) {
    const all = sums.at(-1) ?? 1;
    for (const [index, { product }] of articles.entries()) {
      found.set(product.id, (share * ((sums[index] ?? 0) - (sums[index - 1] ?? 0))) / all);
    }
  }
  return found;
}
