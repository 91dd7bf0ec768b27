import { describe, expect, test } from 'vitest';
import { minorUnits } from './money.ts';
import { DAY, WORLD_BEGIN, WORLD_NOW } from './orders/calendar.ts';
import type { Order } from './orders/order.ts';
import { createTruePreferences } from './orders/preferences.ts';
import { createOrderWorld } from './orders.ts';
import { products } from './products.ts';
import { createReviews, type Review } from './reviews.ts';
import { DAMAGED_ORDER_ID, DAMAGED_PRODUCT_ID, LATE_ORDER_ID, LATE_PRODUCT_ID, STORY_USER_ID } from './story.ts';
import { createUsers } from './users.ts';

const world = createOrderWorld();
const { orders, accounts, fraud, fraudReports } = world;
const product = new Map(products.map((one) => [one.id, one]));
const happened = ({ shipment }: Order, kind: string) => shipment?.events.findLast((event) => event.kind === kind)?.at;

test('there are at least 30,000 orders by 2,400 users, with ids that are unique and readable', () => {
  expect(orders.length).toBeGreaterThanOrEqual(30_000);
  expect(accounts.map(({ id }) => id)).toEqual(createUsers().map(({ id }) => id));
  expect(new Set(accounts.map(({ id }) => id)).size).toBeGreaterThan(2_400);
  expect(new Set(orders.map(({ id }) => id)).size).toBe(orders.length);
  expect(orders.filter(({ id }) => !/^order-[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
});

test('an order is of products on sale, in one currency, at the catalog’s price, and its sums are right', () => {
  const wrong = orders.filter(({ lines, placedAt, discount, total }) => {
    const sum = lines.reduce((all, { quantity, unitPrice }) => all + quantity * minorUnits(unitPrice), 0);
    const right = lines.every(({ productId, unitPrice }) => {
      const { price, createdAt } = product.get(productId) ?? {};
      return (
        unitPrice === price && unitPrice.currency === total.currency && createdAt !== undefined && createdAt < placedAt
      );
    });
    const different = new Set(lines.map(({ productId }) => productId)).size;
    return (
      !right || different !== lines.length || lines.length === 0 || minorUnits(total) + minorUnits(discount) !== sum
    );
  });
  expect(wrong).toEqual([]);
});

test('everything happens in its order: the account, the order, its payment, its parcel, and nothing after the last day', () => {
  const registered = new Map(accounts.map(({ id, registeredAt }) => [id, registeredAt]));
  const ascending = (dates: readonly Date[]) => dates.every((date, index) => date >= (dates[index - 1] ?? date));
  const wrong = orders.filter(({ userId, placedAt, updatedAt, payments, shipment }) => {
    const parcel = [placedAt, ...(shipment?.events ?? []).map(({ at }) => at), new Date(WORLD_NOW)];
    const money = [registered.get(userId) ?? updatedAt, placedAt, ...payments.map(({ at }) => at), new Date(WORLD_NOW)];
    return !ascending(parcel) || !ascending(money) || updatedAt < placedAt || updatedAt.getTime() > WORLD_NOW;
  });
  expect(wrong).toEqual([]);
  expect(orders[0]?.placedAt.getTime()).toBeGreaterThan(WORLD_BEGIN);
});

test('every status occurs, and an old order has come to its end unless its parcel was lost', () => {
  const seen = new Set(orders.map(({ status }) => status));
  expect([...seen].sort()).toEqual([
    'CANCELLED',
    'CONFIRMED',
    'DECLINED',
    'DELIVERED',
    'PENDING_REVIEW',
    'RETURNED',
    'SHIPPED',
  ]);
  const old = orders.filter(({ placedAt }) => placedAt.getTime() < WORLD_NOW - 60 * DAY);
  const underway = old.filter(({ status }) => ['PENDING_REVIEW', 'CONFIRMED', 'SHIPPED'].includes(status));
  expect(underway.length / old.length).toBeLessThan(0.006);
  expect(underway.every(({ status }) => status === 'SHIPPED')).toBe(true);
});

test('who reviewed a product had it delivered before', () => {
  const delivered = new Map<string, number>();
  for (const order of orders) {
    for (const { productId } of order.status === 'DELIVERED' ? order.lines : []) {
      const key = `${order.userId} ${productId}`;
      const at = happened(order, 'DELIVERED')?.getTime() ?? Number.POSITIVE_INFINITY;
      delivered.set(key, Math.min(at, delivered.get(key) ?? Number.POSITIVE_INFINITY));
    }
  }
  const early = ({ userId, productId, createdAt }: Review) =>
    !((delivered.get(`${userId} ${productId}`) ?? Number.POSITIVE_INFINITY) < createdAt.getTime());
  expect(createReviews().filter(early)).toEqual([]);
});

test('sales and holidays sell more, and a few products sell most', () => {
  const on = (day: string) => orders.filter(({ placedAt }) => placedAt.toISOString().startsWith(day)).length;
  expect(on('2026-11-11')).toBeGreaterThan(3 * on('2026-11-04'));
  expect(on('2025-12-12')).toBeGreaterThan(2 * on('2025-12-05'));
  const sold = new Map<string, number>();
  for (const { productId } of orders.flatMap(({ lines }) => lines)) sold.set(productId, (sold.get(productId) ?? 0) + 1);
  const counts = [...sold.values()].sort((a, b) => b - a);
  const sum = (some: readonly number[]) => some.reduce((total, count) => total + count, 0);
  expect(sum(counts.slice(0, 42)) / sum(counts)).toBeGreaterThan(0.4);
  expect(counts.length).toBe(products.length);
});

describe('fraud', () => {
  test('is at most one order of a hundred, of five patterns', () => {
    expect(fraud.size / orders.length).toBeLessThan(0.01);
    expect(fraud.size).toBeGreaterThan(200);
    expect([...new Set(fraud.values())].sort()).toEqual([
      'ACCOUNT_TAKEOVER',
      'CARD_TESTING',
      'PROMO_ABUSE',
      'REFUND_ABUSE',
      'STOLEN_CARD',
    ]);
  });

  test('is reported late, not always, and sometimes where there was none', () => {
    const placedAt = new Map(orders.map((order) => [order.id, order.placedAt.getTime()]));
    const delays = fraudReports.map(({ orderId, reportedAt }) => reportedAt.getTime() - (placedAt.get(orderId) ?? 0));
    const right = fraudReports.filter(({ orderId }) => fraud.has(orderId)).length;
    expect(Math.min(...delays)).toBeGreaterThan(0);
    expect(delays.toSorted((a, b) => a - b)[delays.length >> 1]).toBeGreaterThan(14 * DAY);
    expect(right / fraud.size).toBeLessThan(0.85);
    expect(right / fraudReports.length).toBeLessThan(0.95);
    expect(Math.max(...fraudReports.map(({ reportedAt }) => reportedAt.getTime()))).toBeLessThan(WORLD_NOW);
  });
});

describe('the true preferences', () => {
  const preferencesOf = createTruePreferences();

  test('are a probability for each product, and nobody knows those of a stranger', () => {
    const preferences = preferencesOf(STORY_USER_ID);
    expect(preferences?.size).toBe(products.length);
    expect([...(preferences?.values() ?? [])].reduce((sum, part) => sum + part, 0)).toBeCloseTo(1, 9);
    expect(preferencesOf('user-nobody')).toBeNull();
  });

  test('tell twice as much of what somebody buys first as what sells best in their country', () => {
    const countryOf = new Map(accounts.map(({ id, country }) => [id, country]));
    const sold = new Map<string, Map<string, number>>();
    for (const { userId, lines } of orders) {
      const country = countryOf.get(userId) ?? '';
      const counts = sold.get(country) ?? new Map<string, number>();
      sold.set(country, counts);
      for (const { productId } of lines) counts.set(productId, (counts.get(productId) ?? 0) + 1);
    }
    const bestTen = (scores: ReadonlyMap<string, number> | null | undefined, owned: ReadonlySet<string>) =>
      [...(scores ?? [])]
        .filter(([id]) => !owned.has(id))
        .sort(([, a], [, b]) => b - a)
        .slice(0, 10)
        .map(([id]) => id);
    const ownedBy = new Map<string, Set<string>>(accounts.map(({ id }) => [id, new Set()]));
    let [all, liked, usual] = [0, 0, 0];
    for (const [index, { id, userId, lines }] of orders.entries()) {
      const owned = ownedBy.get(userId) ?? new Set();
      const fresh = lines.filter(({ productId }) => !owned.has(productId));
      if (index > orders.length - 3_000 && !fraud.has(id) && fresh.length > 0) {
        const byTaste = bestTen(preferencesOf(userId), owned);
        const bySales = bestTen(sold.get(countryOf.get(userId) ?? ''), owned);
        all += fresh.length;
        liked += fresh.filter(({ productId }) => byTaste.includes(productId)).length;
        usual += fresh.filter(({ productId }) => bySales.includes(productId)).length;
      }
      for (const { productId } of lines) owned.add(productId);
    }
    // The figures in world/orders/README.md.
    expect([(liked / all).toFixed(2), (usual / all).toFixed(2)]).toEqual(['0.46', '0.23']);
  });
});

describe('the story', () => {
  const mine = orders.filter(({ userId }) => userId === STORY_USER_ID);

  test('has an order that was delivered three days ago, and one that is late', () => {
    const damaged = mine.find(({ id }) => id === DAMAGED_ORDER_ID);
    const late = mine.find(({ id }) => id === LATE_ORDER_ID);
    expect(damaged?.lines[0]?.productId).toBe(DAMAGED_PRODUCT_ID);
    expect(late?.lines[0]?.productId).toBe(LATE_PRODUCT_ID);
    expect(damaged?.status).toBe('DELIVERED');
    expect(WORLD_NOW - (damaged?.updatedAt.getTime() ?? 0)).toBeLessThan(3 * DAY);
    expect(late?.status).toBe('SHIPPED');
    expect(late?.shipment?.estimatedAt.getTime()).toBeLessThan(WORLD_NOW - 5 * DAY);
  });

  test('is about an honest customer who bought before', () => {
    expect(mine.length).toBeGreaterThan(4);
    expect(mine.filter(({ id }) => fraud.has(id))).toEqual([]);
  });
});
