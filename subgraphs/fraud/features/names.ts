/** What is known of an order when it is scored, in the order in which the model takes it; schema.graphql says what each is. */
export const FEATURES = [
  'AMOUNT',
  'DEAREST_ITEM',
  'ITEMS',
  'DISCOUNT_SHARE',
  'VOUCHER',
  'HOUR',
  'FOREIGN_CURRENCY',
  'ACCOUNT_AGE',
  'ACCOUNT_ORDERS',
  'ACCOUNT_ORDERS_LAST_HOUR',
  'ACCOUNT_ORDERS_LAST_DAY',
  'ACCOUNT_ORDERS_LAST_WEEK',
  'ACCOUNT_SPENT_LAST_DAY',
  'DAYS_SINCE_LAST_ORDER',
  'AMOUNT_AGAINST_HABIT',
  'DEAREST_AGAINST_HABIT',
  'ACCOUNT_FAILED_PAYMENTS_LAST_DAY',
  'ACCOUNT_CARDS_LAST_WEEK',
  'ACCOUNT_RETURNED_SHARE',
  'ACCOUNT_DECLINED_ORDERS',
  'NEW_DEVICE',
  'NEW_ADDRESS',
  'DEVICE_OTHER_ACCOUNTS',
  'DEVICE_ORDERS_LAST_DAY',
  'DEVICE_NEW_ACCOUNTS_LAST_MONTH',
  'DEVICE_VOUCHERS_LAST_MONTH',
  'DEVICE_FAILED_PAYMENTS_LAST_DAY',
  'ADDRESS_OTHER_ACCOUNTS',
  'ADDRESS_ORDERS_LAST_WEEK',
  'ADDRESS_VOUCHERS_LAST_MONTH',
  'FAILED_ATTEMPTS',
  'CARDS_TRIED',
  'NEW_CARD',
  'PAID_IN_CASH',
] as const;

export type Feature = (typeof FEATURES)[number];

/** The value of each; null where there is none, such as days since the last order of a first one. */
export type Features = Readonly<Record<Feature, number | null>>;

/** Features of what is read for each. */
export function featuresFrom(read: (feature: Feature, place: number) => number | null): Features {
  return Object.fromEntries(FEATURES.map((feature, place) => [feature, read(feature, place)])) as Features;
}
