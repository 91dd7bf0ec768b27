import { type Currency, worthOf } from '../money.ts';
import { type Product, products } from '../products.ts';
import { Random } from '../random.ts';
import type { Review } from '../reviews.ts';
import { COMMITTED, type Setting } from './setting.ts';

/** After how many days a buyer needs a kind of thing again; kinds that last are not here. */
const USED_UP_AFTER: Readonly<Record<string, number>> = {
  sauce: 45,
  drink: 30,
  snack: 21,
  sweet: 40,
  noodle: 28,
  petFood: 30,
  sunscreen: 60,
  skincare: 50,
  haircare: 60,
  bodycare: 50,
  makeup: 90,
  stationery: 120,
};

/** Things that are used up although their kind lasts, or the other way round (null). */
const EXCEPTIONS: Readonly<Record<string, number | null>> = {
  'product-litter-tofu': 30,
  'product-pee-pads': 30,
  'product-shampoo-neem': 90,
  'product-shuttlecocks-feather': 45,
  'product-whiteboard-glass': null,
};

/** Which kinds are bought with a kind. */
const COMPANIONS: Readonly<Record<string, readonly string[]>> = {
  brewer: ['drink', 'tableware'],
  drink: ['brewer', 'sweet'],
  cooker: ['sauce', 'tableware'],
  pan: ['sauce', 'blade'],
  blade: ['prepTool', 'pan'],
  sauce: ['noodle', 'snack'],
  noodle: ['sauce'],
  snack: ['drink', 'snack'],
  phoneGear: ['power', 'earphones'],
  earphones: ['phoneGear', 'power'],
  watch: ['fitness', 'power'],
  computerGear: ['organiser', 'seating'],
  seating: ['deskLight', 'computerGear'],
  deskLight: ['stationery', 'organiser'],
  racket: ['racket', 'top'],
  fitness: ['top', 'watch'],
  camping: ['camping', 'water'],
  riding: ['rainwear', 'phoneGear'],
  water: ['sunscreen', 'water'],
  sunscreen: ['skincare', 'water'],
  skincare: ['makeup', 'sunscreen'],
  makeup: ['skincare'],
  feeding: ['sleeping', 'carrying'],
  carrying: ['feeding', 'sleeping'],
  school: ['stationery', 'school'],
  petFood: ['hygiene', 'petFood'],
  hygiene: ['petFood'],
  walking: ['petFood', 'walking'],
  petBed: ['petFood'],
  bedding: ['bedding', 'lighting'],
  cleaning: ['stowing', 'storage'],
  footwear: ['bag'],
  top: ['bottom', 'footwear'],
  bottom: ['top'],
};

/** What thieves like: it is sold on at once. */
const RESOLD_KINDS: ReadonlySet<string> = new Set([
  'watch',
  'speaker',
  'earphones',
  'headset',
  'power',
  'computerGear',
]);

export const currencies: readonly Currency[] = ['IDR', 'MYR', 'PHP', 'SGD', 'THB', 'VND'];

export const STYLES = 4;

export interface Article {
  readonly index: number;
  readonly product: Product;
  readonly offeredAt: number;
  /** About how many Singapore dollars it costs. */
  readonly worth: number;
  /** The logarithm of its popularity, 0 for the most popular. */
  readonly popularity: number;
  /** The logarithm of what it costs, beside the middle of its category. */
  readonly dearness: number;
  /** Latent: a point in a space that no category explains. */
  readonly style: readonly number[];
  /** Days until a buyer needs it again; null for what lasts. */
  readonly usedUpAfter: number | null;
  readonly companions: readonly Article[];
  readonly resold: boolean;
}

export interface Shelf {
  /** In the order of `products`. */
  readonly articles: readonly Article[];
  readonly byCurrency: Readonly<Record<Currency, readonly Article[]>>;
}

/** What the simulator knows of every product. */
export function createShelf(
  reviews: readonly Review[],
  { popularity }: Pick<Setting, 'popularity'> = COMMITTED,
): Shelf {
  const reviewed = new Map<string, number>();
  for (const { productId } of reviews) reviewed.set(productId, (reviewed.get(productId) ?? 0) + 1);
  const luck = new Random('popularity');
  // What is reviewed more sells more, as a rule.
  const ranked = products
    .map(({ id }) => ({ id, score: (reviewed.get(id) ?? 0) + 14 * luck.next() }))
    .sort((a, b) => b.score - a.score);
  const rank = new Map(ranked.map(({ id }, index) => [id, index + 1]));
  const companions = products.map((): Article[] => []);
  const articles = products.map((product, index): Article => {
    const random = new Random(`style ${product.id}`);
    const exception = EXCEPTIONS[product.id];
    const worth = worthOf(product.price);
    return {
      index,
      product,
      offeredAt: product.createdAt.getTime(),
      worth,
      popularity: -popularity * Math.log(rank.get(product.id) ?? products.length),
      dearness: Math.log(worth / middleWorth(product)),
      style: Array.from({ length: STYLES }, () => normal(random)),
      usedUpAfter: exception === undefined ? (USED_UP_AFTER[product.kind] ?? null) : exception,
      companions: companions[index] ?? [],
      resold: RESOLD_KINDS.has(product.kind) && worth > 25,
    };
  });
  for (const article of articles) {
    const kinds = COMPANIONS[article.product.kind] ?? [];
    const fit = ({ product }: Article) =>
      product.id !== article.product.id &&
      product.price.currency === article.product.price.currency &&
      kinds.includes(product.kind);
    companions[article.index]?.push(...articles.filter(fit));
  }
  const sold = (currency: Currency) => articles.filter(({ product }) => product.price.currency === currency);
  const byCurrency = Object.fromEntries(currencies.map((currency) => [currency, sold(currency)]));
  return { articles, byCurrency: byCurrency as Record<Currency, Article[]> };
}

function middleWorth({ category }: Product): number {
  const worths = products
    .filter((product) => product.category === category)
    .map(({ price }) => worthOf(price))
    .sort((a, b) => a - b);
  return worths[worths.length >> 1] ?? 1;
}

/** Nearly normal, mean 0 and deviation 1: a sum of twelve even draws, the same on every machine as sine and cosine are not. */
export function normal(random: Random): number {
  let sum = -6;
  for (let draw = 0; draw < 12; draw += 1) sum += random.next();
  return sum;
}
