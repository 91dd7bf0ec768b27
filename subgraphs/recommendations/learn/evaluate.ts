import type { BuyerAsk } from '../ask.ts';
import { recommendByTaste } from '../recommendByTaste.ts';
import { newcomersOf, type ReadProduct } from '../shelf/likeness.ts';
import type { Taste } from '../taste.ts';
import { type Figures, figuresOf, hitOf, LENGTH } from './measure.ts';
import type { NextOrder } from './nextOrders.ts';
import type { Sales } from './purchases.ts';

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
