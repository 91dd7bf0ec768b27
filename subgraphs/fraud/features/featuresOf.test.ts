import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OrderFacts } from '../history/facts.ts';
import { someFacts } from '../testOrders.ts';
import { featuresOf } from './featuresOf.ts';

const NOW = Date.parse('2026-11-20T04:00:00Z');
const HOUR = 3_600_000;
const order = someFacts({ id: 'order-9' });
const ago = (hours: number, different: Partial<OrderFacts> = {}) =>
  someFacts({ id: `order-${hours}h`, placedAt: NOW - hours * HOUR, ...different });
const attempt = (at: number, failed: boolean, card: string | null = null) => ({ at, failed, card, cash: false });

test('a first order has no habit to be compared with', () => {
  expect(featuresOf(order, [])).toMatchObject({
    AMOUNT: 40,
    HOUR: 12,
    ACCOUNT_AGE: 365,
    ACCOUNT_ORDERS: 0,
    DAYS_SINCE_LAST_ORDER: null,
    AMOUNT_AGAINST_HABIT: null,
    NEW_DEVICE: null,
    DEVICE_OTHER_ACCOUNTS: 0,
    FAILED_ATTEMPTS: null,
    PAID_IN_CASH: null,
  });
});

test('an account’s pace, spending and habit are counted', () => {
  const past = [ago(0.5), ago(5, { total: 100 }), ago(100), ago(1_000, { total: 20, dearest: 10 })];
  expect(featuresOf(order, past)).toMatchObject({
    ACCOUNT_ORDERS: 4,
    ACCOUNT_ORDERS_LAST_HOUR: 1,
    ACCOUNT_ORDERS_LAST_DAY: 2,
    ACCOUNT_ORDERS_LAST_WEEK: 3,
    ACCOUNT_SPENT_LAST_DAY: 140,
    DAYS_SINCE_LAST_ORDER: 0.5 / 24,
    AMOUNT_AGAINST_HABIT: 40 / 50,
    DEAREST_AGAINST_HABIT: 40 / 32.5,
    NEW_DEVICE: 0,
    NEW_ADDRESS: 0,
  });
});

test('devices and addresses tell of other accounts', () => {
  const other = { customerId: 'user-other', registeredAt: NOW - 5 * 24 * HOUR };
  const past = [
    ago(2, { ...other, address: 'elsewhere', voucher: true }),
    ago(3, { ...other, deviceId: 'another', voucher: true }),
    ago(9_000, { customerId: 'user-third', registeredAt: 0 }),
  ];
  expect(featuresOf(order, past)).toMatchObject({
    ACCOUNT_ORDERS: 0,
    DEVICE_OTHER_ACCOUNTS: 2,
    DEVICE_ORDERS_LAST_DAY: 1,
    DEVICE_NEW_ACCOUNTS_LAST_MONTH: 1,
    DEVICE_VOUCHERS_LAST_MONTH: 1,
    ADDRESS_OTHER_ACCOUNTS: 2,
    ADDRESS_ORDERS_LAST_WEEK: 1,
    ADDRESS_VOUCHERS_LAST_MONTH: 1,
  });
  const unknown = featuresOf({ ...order, deviceId: null }, [...past, ago(1, { deviceId: null })]);
  expect(unknown).toMatchObject({ DEVICE_OTHER_ACCOUNTS: null, NEW_DEVICE: null, ADDRESS_OTHER_ACCOUNTS: 2 });
});

test('a new device and a new address of a known customer are told', () => {
  const past = [ago(50, { deviceId: 'old', address: 'old' })];
  expect(featuresOf(order, past)).toMatchObject({ NEW_DEVICE: 1, NEW_ADDRESS: 1 });
});

test('failed payments count from when they failed, cards once each', () => {
  const past = [
    ago(2, { attempts: [attempt(NOW - 2 * HOUR, true, 'VISA 1'), attempt(NOW - HOUR, false, 'VISA 2')] }),
    // Placed before, and tried to be paid after.
    ago(1, { attempts: [attempt(NOW + 1, true, 'VISA 3')] }),
  ];
  expect(featuresOf(order, past)).toMatchObject({ ACCOUNT_FAILED_PAYMENTS_LAST_DAY: 1, ACCOUNT_CARDS_LAST_WEEK: 2 });
});

test('its own attempts to pay are features once there are any', () => {
  const own = [attempt(NOW + 5, true, 'VISA 8'), attempt(NOW + 9, false, 'VISA 9')];
  const past = [ago(30, { attempts: [attempt(NOW - 30 * HOUR, false, 'VISA 9')] })];
  expect(featuresOf({ ...order, attempts: own }, past)).toMatchObject({
    FAILED_ATTEMPTS: 1,
    CARDS_TRIED: 2,
    NEW_CARD: 0,
    PAID_IN_CASH: 0,
  });
});

test('how an earlier order ended counts only once it had ended', () => {
  const past = [
    ago(90, { end: { kind: 'RETURNED', at: NOW - 1 } }),
    ago(80, { end: { kind: 'RETURNED', at: NOW + 1 } }),
    ago(70, { end: { kind: 'DECLINED', at: NOW - 1 } }),
    ago(60),
  ];
  expect(featuresOf(order, past)).toMatchObject({ ACCOUNT_RETURNED_SHARE: 0.25, ACCOUNT_DECLINED_ORDERS: 1 });
});

test('of a country that nobody knows neither the hour nor the currency is told', () => {
  expect(featuresOf({ ...order, country: 'XX' }, [])).toMatchObject({ HOUR: null, FOREIGN_CURRENCY: null });
  expect(featuresOf({ ...order, currency: 'MYR' }, [])).toMatchObject({ FOREIGN_CURRENCY: 1 });
});

describe('nothing that came later is seen', () => {
  const anyOrder = fc.record({
    customerId: fc.constantFrom('user-may', 'user-other', 'user-third'),
    deviceId: fc.constantFrom('device-may', 'another', null),
    address: fc.constantFrom('address-may', 'elsewhere'),
    hours: fc.integer({ min: -2_000, max: 2_000 }).map((hours) => (hours || 1) / 3),
    total: fc.integer({ min: 1, max: 900 }),
    voucher: fc.boolean(),
    ends: fc.boolean(),
    failed: fc.boolean(),
  });
  const anyPast = fc.array(anyOrder, { maxLength: 30 }).map((all) =>
    all.map(({ hours, ends, failed, ...rest }, place): OrderFacts => {
      const placedAt = NOW + hours * HOUR;
      return someFacts({
        ...rest,
        id: `order-${place}`,
        placedAt,
        end: ends ? { kind: 'RETURNED', at: placedAt + 50 * HOUR } : null,
        attempts: [attempt(placedAt + 60_000, failed, `VISA ${place % 4}`)],
      });
    }),
  );

  test('orders, attempts and ends of after it change nothing, nor does the order in which the past is given', () => {
    fc.assert(
      fc.property(anyPast, (all) => {
        const known = all
          .filter((one) => one.placedAt < NOW)
          .map((one) => ({
            ...one,
            end: one.end && one.end.at < NOW ? one.end : null,
            attempts: one.attempts.filter(({ at }) => at < NOW),
          }));
        expect(featuresOf(order, all)).toEqual(featuresOf(order, known));
        expect(featuresOf(order, [...all].reverse())).toEqual(featuresOf(order, all));
      }),
    );
  });
});
