import type { Currency } from '../money.ts';
import type { Random } from '../random.ts';
import { DAY, HIGHEST_LIFT, seasonOf } from './calendar.ts';
import type { Customer } from './customer.ts';
import { type Choice, choicesOf } from './preferences.ts';
import type { Article, Shelf } from './shelf.ts';

const MORE_LINES = 0.4;
const MOST_LINES = 5;
/** How often a line is a repeat, where something bought before is used up. */
const REPEATS = 0.45;
/** How often a line goes with the one before it, in the same order and in the next one. */
const WITH_LAST_LINE = 0.3;
const WITH_LAST_ORDER = 0.12;
const LAST_ORDER_COUNTS_FOR = 21 * DAY;
/** What lasts is wanted so much less for as long. */
const OWNED = 0.05;
const LASTS = 365 * DAY;
/** So often a free choice is tried before the buyer gives up: what they want may not be on sale yet. */
const TRIES = 40;

export interface BasketLine {
  readonly article: Article;
  readonly quantity: number;
}

/** Fills one customer's baskets, in the order of time; it remembers what they bought. */
export class Buyer {
  readonly #customer: Customer;
  readonly #choices: readonly (readonly [Choice, share: number])[];
  readonly #bought = new Map<Article, number>();
  #last: { readonly at: number; readonly articles: readonly Article[] } = { at: 0, articles: [] };

  constructor(customer: Customer, shelf: Shelf) {
    this.#customer = customer;
    this.#choices = choicesOf(customer, shelf).map((choice) => [choice, choice.share]);
  }

  /** What they buy at an instant, `first` before all else; empty when nothing on sale pleases them. */
  fill(at: number, random: Random, first?: Article): BasketLine[] {
    const choice = this.#choiceFor(first) ?? random.weighted(this.#choices);
    const chosen: Article[] = first ? [first] : [];
    let wanted = 1;
    while (wanted < MOST_LINES && random.chance(MORE_LINES)) wanted += 1;
    while (chosen.length < wanted) {
      const article = this.#next(at, choice, chosen, random);
      if (article === null) break;
      chosen.push(article);
    }
    for (const article of chosen) this.#bought.set(article, at);
    if (chosen.length > 0) this.#last = { at, articles: chosen };
    return chosen.map((article) => ({ article, quantity: quantityOf(article, random) }));
  }

  #choiceFor(article: Article | undefined): Choice | undefined {
    return this.#choices.find(([{ currency }]) => currency === article?.product.price.currency)?.[0];
  }

  #next(at: number, choice: Choice, chosen: readonly Article[], random: Random): Article | null {
    const free = (article: Article) => article.offeredAt < at && !chosen.includes(article);
    const usedUp = this.#usedUp(at, choice.currency).filter(free);
    if (usedUp.length > 0 && random.chance(REPEATS)) return random.pick(usedUp);
    const recent = chosen.at(-1) ?? (at - this.#last.at < LAST_ORDER_COUNTS_FOR ? this.#last.articles[0] : undefined);
    if (recent && random.chance(chosen.length > 0 ? WITH_LAST_LINE : WITH_LAST_ORDER)) {
      const companions = recent.companions.filter(
        (article) => article.product.price.currency === choice.currency && free(article) && !this.#owns(article, at),
      );
      if (companions.length > 0) return random.pick(companions);
    }
    return this.#freely(at, choice, free, random);
  }

  #freely(at: number, choice: Choice, free: (article: Article) => boolean, random: Random): Article | null {
    const { lift } = seasonOf(at, this.#customer.user.country);
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const article = choose(choice, random);
      if (!free(article)) continue;
      const wish = ((lift[article.product.category] ?? 1) / HIGHEST_LIFT) * (this.#owns(article, at) ? OWNED : 1);
      if (random.chance(wish)) return article;
    }
    return null;
  }

  #usedUp(at: number, currency: Currency): Article[] {
    const found: Article[] = [];
    for (const [article, boughtAt] of this.#bought) {
      if (article.usedUpAfter === null || article.product.price.currency !== currency) continue;
      const days = (at - boughtAt) / DAY;
      if (days > 0.7 * article.usedUpAfter && days < 4 * article.usedUpAfter) found.push(article);
    }
    return found;
  }

  /** Whether they bought it lately enough not to want another; what is used up is wanted again sooner. */
  #owns(article: Article, at: number): boolean {
    const boughtAt = this.#bought.get(article);
    if (boughtAt === undefined) return false;
    return at - boughtAt < (article.usedUpAfter === null ? LASTS : 0.5 * article.usedUpAfter * DAY);
  }
}

function choose({ articles, sums }: Choice, random: Random): Article {
  const wanted = random.next() * (sums.at(-1) ?? 0);
  let [low, high] = [0, sums.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) <= wanted) low = middle + 1;
    else high = middle;
  }
  return articles[low] ?? random.pick(articles);
}

function quantityOf({ usedUpAfter }: Article, random: Random): number {
  if (usedUpAfter === null) return random.chance(0.05) ? 2 : 1;
  return random.weighted([
    [1, 66],
    [2, 24],
    [3, 10],
  ]);
}
