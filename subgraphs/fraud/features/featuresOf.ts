import type { OrderFacts, PaymentFacts } from '../history/facts.ts';
import { localHour, ownCurrency } from './countries.ts';
import type { Features } from './names.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const MONTH = 30 * DAY;

/**
 * The features of an order as of when it was placed, from what happened before that, and from its own attempts to pay,
 * which come later: while there are none, their features are missing. Training and the island both call this.
 * @param past the orders before it, of the same customer, device or address; others, and later ones, are passed over
 */
export function featuresOf(order: OrderFacts, past: readonly OrderFacts[]): Features {
  const now = order.placedAt;
  // In one order, or sums would differ by rounding.
  const before = past.filter((one) => isBefore(one, order)).sort((a, b) => (isBefore(a, b) ? -1 : 1));
  const account = before.filter(({ customerId }) => customerId === order.customerId);
  const device = before.filter(({ deviceId }) => deviceId !== null && deviceId === order.deviceId);
  const address = before.filter((one) => one.address === order.address);
  const since = (orders: readonly OrderFacts[], span: number) =>
    orders.filter(({ placedAt }) => placedAt >= now - span);
  const attempts = (orders: readonly OrderFacts[], span: number) =>
    orders.flatMap((one) => one.attempts).filter(({ at }) => at >= now - span && at < now);
  const ended = (kind: string) => account.filter(({ end }) => end?.kind === kind && end.at < now).length;
  const known = order.deviceId !== null;
  const habit = account.length > 0;
  return {
    AMOUNT: order.total,
    DEAREST_ITEM: order.dearest,
    ITEMS: order.items,
    DISCOUNT_SHARE: order.total + order.discount > 0 ? order.discount / (order.total + order.discount) : null,
    VOUCHER: flag(order.voucher),
    HOUR: localHour(now, order.country),
    FOREIGN_CURRENCY: flagOrNull(ownCurrency(order.country), (own) => own !== order.currency),
    ACCOUNT_AGE: order.registeredAt === null ? null : (now - order.registeredAt) / DAY,
    ACCOUNT_ORDERS: account.length,
    ACCOUNT_ORDERS_LAST_HOUR: since(account, HOUR).length,
    ACCOUNT_ORDERS_LAST_DAY: since(account, DAY).length,
    ACCOUNT_ORDERS_LAST_WEEK: since(account, 7 * DAY).length,
    ACCOUNT_SPENT_LAST_DAY: sum(since(account, DAY).map(({ total }) => total)),
    DAYS_SINCE_LAST_ORDER: habit ? (now - Math.max(...account.map(({ placedAt }) => placedAt))) / DAY : null,
    AMOUNT_AGAINST_HABIT: habit
      ? againstMean(
          order.total,
          account.map(({ total }) => total),
        )
      : null,
    DEAREST_AGAINST_HABIT: habit
      ? againstMean(
          order.dearest,
          account.map(({ dearest }) => dearest),
        )
      : null,
    ACCOUNT_FAILED_PAYMENTS_LAST_DAY: failed(attempts(account, DAY)),
    ACCOUNT_CARDS_LAST_WEEK: cards(attempts(account, 7 * DAY)).size,
    ACCOUNT_RETURNED_SHARE: habit ? ended('RETURNED') / account.length : null,
    ACCOUNT_DECLINED_ORDERS: ended('DECLINED'),
    NEW_DEVICE: habit && known ? flag(account.every(({ deviceId }) => deviceId !== order.deviceId)) : null,
    NEW_ADDRESS: habit ? flag(account.every((one) => one.address !== order.address)) : null,
    DEVICE_OTHER_ACCOUNTS: known ? others(device, order) : null,
    DEVICE_ORDERS_LAST_DAY: known ? since(device, DAY).length : null,
    DEVICE_NEW_ACCOUNTS_LAST_MONTH: known ? others(since(device, MONTH).filter(isOfNewAccount), order) : null,
    DEVICE_VOUCHERS_LAST_MONTH: known ? since(device, MONTH).filter(({ voucher }) => voucher).length : null,
    DEVICE_FAILED_PAYMENTS_LAST_DAY: known ? failed(attempts(device, DAY)) : null,
    ADDRESS_OTHER_ACCOUNTS: others(address, order),
    ADDRESS_ORDERS_LAST_WEEK: since(address, 7 * DAY).length,
    ADDRESS_VOUCHERS_LAST_MONTH: since(address, MONTH).filter(({ voucher }) => voucher).length,
    ...attemptFeatures(order.attempts, account, now),
  };
}

/** Of orders of one moment the ids decide. */
export function isBefore(one: OrderFacts, other: OrderFacts): boolean {
  return one.placedAt < other.placedAt || (one.placedAt === other.placedAt && one.id < other.id);
}

function attemptFeatures(own: readonly PaymentFacts[], account: readonly OrderFacts[], now: number) {
  const last = own.at(-1);
  if (last === undefined) return { FAILED_ATTEMPTS: null, CARDS_TRIED: null, NEW_CARD: null, PAID_IN_CASH: null };
  const earlier = cards(account.flatMap(({ attempts }) => attempts).filter(({ at }) => at < now));
  return {
    FAILED_ATTEMPTS: failed(own),
    CARDS_TRIED: cards(own).size,
    NEW_CARD: flagOrNull(account.length > 0 ? last.card : null, (card) => !earlier.has(card)),
    PAID_IN_CASH: flag(last.cash),
  };
}

function isOfNewAccount({ registeredAt, placedAt }: OrderFacts): boolean {
  return registeredAt === null || placedAt - registeredAt < MONTH;
}

function others(orders: readonly OrderFacts[], { customerId }: OrderFacts): number {
  return new Set(orders.map((one) => one.customerId).filter((id) => id !== customerId)).size;
}

function failed(attempts: readonly PaymentFacts[]): number {
  return attempts.filter((attempt) => attempt.failed).length;
}

function cards(attempts: readonly PaymentFacts[]): Set<string> {
  return new Set(attempts.flatMap(({ card }) => card ?? []));
}

/** How many times the mean of the others. */
function againstMean(value: number, others: readonly number[]): number | null {
  const mean = sum(others) / others.length;
  return mean > 0 ? value / mean : null;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function flag(holds: boolean): number {
  return holds ? 1 : 0;
}

function flagOrNull<Value>(value: Value | null, holds: (value: Value) => boolean): number | null {
  return value === null ? null : flag(holds(value));
}
