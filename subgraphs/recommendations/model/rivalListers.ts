import { createTruePreferences } from '../../../world/orders/preferences.ts';
import type { Setting } from '../../../world/orders/setting.ts';
import type { Lister } from '../learn/evaluate.ts';
import { LENGTH } from '../learn/measure.ts';
import type { Sales } from '../learn/purchases.ts';
import type { Rival } from './rivals/baskets.ts';

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
