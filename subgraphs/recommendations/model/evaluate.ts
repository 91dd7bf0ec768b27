import { createTruePreferences } from '../../../world/orders/preferences.ts';
import type { Setting } from '../../../world/orders/setting.ts';
import type { BuyerAsk } from '../ask.ts';
import { type Figures, figuresOf, hitOf, LENGTH } from '../learn/measure.ts';
import type { NextOrder } from '../learn/nextOrders.ts';
import type { Sales } from '../learn/purchases.ts';
import { recommendByTaste } from '../recommendByTaste.ts';
import { newcomersOf, type ReadProduct } from '../shelf/likeness.ts';
import type { Taste } from '../taste.ts';
import type { Rival } from './rivals/baskets.ts';

/** Lists the ten that a buyer is most likely to buy next. */
export type Lister = (next: NextOrder) => readonly string[];

/** Of what buyers had not bought before: the choices in which taste shows. */
export function measureFresh(nextOrders: readonly NextOrder[], list: Lister): Figures {
  const asked = nextOrders.filter(({ fresh }) => fresh.length > 0);
  return figuresOf(asked.map((next) => hitOf(list(next), next.fresh)));
}

/** Of all that they bought, also what they bought again. */
export function measureAll(nextOrders: readonly NextOrder[], list: Lister): Figures {
  const asked = nextOrders.filter(({ products }) => products.length > 0);
  return figuresOf(asked.map((next) => hitOf(list(next), next.products)));
}

/** Ours. For fresh products what buyers have is left out of what may be recommended. */
export function tasteLister(taste: Taste, sales: Sales, read: readonly ReadProduct[], of: 'fresh' | 'all'): Lister {
  const candidates = sales.offers.map(({ product }) => product);
  const onOffer = read.filter(({ product }) => candidates.includes(product));
  const newcomers = newcomersOf(onOffer, (product) => taste.placeOf.has(product));
  return ({ bought, country }) => {
    const own = new Set(bought.map(({ product }) => product));
    const ask: BuyerAsk = {
      kind: 'BUYER',
      bought,
      country,
      candidates: of === 'all' ? candidates : candidates.filter((product) => !own.has(product)),
      newcomers,
      first: LENGTH,
    };
    return recommendByTaste(taste, ask).picks.map(({ product }) => product);
  };
}

/** A rival that was fitted to the sales. It recommends nothing that the buyer has. */
export function rivalLister(rival: Rival, sales: Sales): Lister {
  const score = rival.fit(sales);
  const products = sales.offers.map(({ product }) => product);
  return ({ bought, country }) => {
    const own = bought.map(({ product }) => product);
    return best(products, score(own, country), new Set(own));
  };
}

/** Who knows what every customer likes: nobody can do better but by the season and by what goes with what. */
export function oracleLister(setting: Setting, sales: Sales): Lister {
  const preferencesOf = createTruePreferences(setting);
  const products = sales.offers.map(({ product }) => product);
  return ({ user, bought }) => {
    const preferences = preferencesOf(user);
    const scores = products.map((product) => preferences?.get(product) ?? 0);
    return best(products, scores, new Set(bought.map(({ product }) => product)));
  };
}

function best(products: readonly string[], scores: ArrayLike<number>, own: ReadonlySet<string>): readonly string[] {
  return products
    .map((product, place) => ({ product, score: scores[place] ?? 0 }))
    .filter(({ product }) => !own.has(product))
    .sort((a, b) => b.score - a.score || (a.product < b.product ? -1 : 1))
    .slice(0, LENGTH)
    .map(({ product }) => product);
}
