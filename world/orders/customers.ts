import type { CategoryId } from '../categories.ts';
import { products } from '../products.ts';
import type { Review } from '../reviews.ts';
import { createUsers } from '../users.ts';
import { DAY } from './calendar.ts';
import { type Customer, createCustomer } from './customer.ts';
import { COMMITTED, type Setting } from './setting.ts';

/** Everybody as a buyer, in the order of `createUsers`. */
export function createCustomers(reviews: readonly Review[], setting: Setting = COMMITTED): readonly Customer[] {
  const product = new Map(products.map((one) => [one.id, one]));
  const reviewed = new Map<string, CategoryId[]>();
  const firstOffer = new Map<string, number>();
  for (const { userId, productId } of reviews) {
    const { category, createdAt } = product.get(productId) ?? {};
    if (category === undefined || createdAt === undefined) continue;
    reviewed.set(userId, [...(reviewed.get(userId) ?? []), category]);
    firstOffer.set(userId, Math.min(firstOffer.get(userId) ?? Number.POSITIVE_INFINITY, createdAt.getTime()));
  }
  return createUsers().map((user) =>
    // Who reviewed a product was there when it was first offered, at the latest.
    createCustomer(
      user,
      reviewed.get(user.id) ?? [],
      (firstOffer.get(user.id) ?? Number.POSITIVE_INFINITY) - DAY,
      setting,
    ),
  );
}
