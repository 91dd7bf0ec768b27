import { type CategoryId, categories } from './categories.ts';
import { type Price, readPriceTag } from './money.ts';
import type { ProductEntry } from './productEntry.ts';
import { beauty } from './products/beauty.ts';
import { desk } from './products/desk.ts';
import { electronics } from './products/electronics.ts';
import { fashion } from './products/fashion.ts';
import { food } from './products/food.ts';
import { home } from './products/home.ts';
import { kids } from './products/kids.ts';
import { kitchen } from './products/kitchen.ts';
import { outdoors } from './products/outdoors.ts';
import { pets } from './products/pets.ts';
import { Random } from './random.ts';

export interface Product {
  /** `product-` and its entry's name. */
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly category: CategoryId;
  readonly kind: string;
  readonly price: Price;
  readonly createdAt: Date;
}

const shelves: Readonly<Record<CategoryId, Readonly<Record<string, ProductEntry>>>> = {
  beauty,
  desk,
  electronics,
  fashion,
  food,
  home,
  kids,
  kitchen,
  outdoors,
  pets,
};

const FIRST_OFFER = Date.UTC(2024, 2, 1);
const LAST_OFFER = Date.UTC(2026, 7, 31);

/** Everything the shop sells, in the order of category and entry; the dates of offer are mixed. */
export const products: readonly Product[] = categories.flatMap(({ id: category }) =>
  Object.entries(shelves[category]).map(([name, entry]) => {
    const id = `product-${name}`;
    return { ...entry, id, category, price: readPriceTag(entry.price), createdAt: offeredAt(id) };
  }),
);

function offeredAt(id: string): Date {
  const random = new Random(`offer ${id}`);
  const day = 86_400_000;
  const days = Math.floor((LAST_OFFER - FIRST_OFFER) / day);
  // Shops in the region open between eight and ten in the morning: 0 to 2 UTC.
  return new Date(FIRST_OFFER + random.integer(0, days) * day + random.integer(0, 7_200) * 1_000);
}
