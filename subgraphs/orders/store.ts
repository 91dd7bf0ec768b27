import { fingerprintOf } from '../../kit/addressFingerprint.ts';
import type { Connection, Page } from '../../kit/connection.ts';
import type { Queryable } from '../../kit/database/database.ts';
import { type Currency, fromMinorUnits } from '../../kit/money.ts';
import type { NewestFirstKey } from '../../kit/newestFirst.ts';

import type {
  CardBrand,
  OrderStatus,
  PaymentFailure,
  PaymentMethod,
  PaymentStatus,
  ShipmentStatus,
} from './schema.generated.ts';

export interface MoneyRow {
  readonly amount: string;
  readonly currency: Currency;
}

export interface UserRow {
  readonly id: string;
}

/** What is told of a user to those who may know. */
export interface Account {
  readonly id: string;
  readonly name: string;
  readonly country: string;
  readonly town: string;
  readonly registeredAt: Date;
}

export interface AddressRow {
  readonly recipient: string;
  readonly street: string;
  readonly town: string;
  readonly postalCode: string;
  readonly country: string;
  readonly fingerprint: string;
}

export interface OrderRow {
  readonly id: string;
  readonly userId: string;
  readonly status: OrderStatus;
  readonly placedAt: Date;
  readonly updatedAt: Date;
  readonly total: MoneyRow;
  readonly discount: MoneyRow;
  readonly voucher: string | null;
  readonly shippingAddress: AddressRow;
  readonly deviceId: string | null;
  readonly version: number;
}

export type OrderConnectionRow = Connection<OrderRow>;

export interface OrderLineRow {
  readonly productId: string;
  readonly quantity: number;
  readonly unitPrice: MoneyRow;
}

export interface PaymentRow {
  readonly at: Date;
  readonly method: PaymentMethod;
  readonly cardBrand: CardBrand | null;
  readonly lastFour: string | null;
  readonly amount: MoneyRow;
  readonly status: PaymentStatus;
  readonly failure: PaymentFailure | null;
}

export interface ShipmentRow {
  readonly carrier: string;
  readonly trackingNumber: string;
  readonly estimatedAt: Date;
  readonly events: readonly { readonly status: ShipmentStatus; readonly at: Date }[];
}

interface OrderRecord {
  id: string;
  user_id: string;
  status: OrderStatus;
  placed_at: Date;
  updated_at: Date;
  currency: Currency;
  total_minor: string;
  discount_minor: string;
  voucher: string | null;
  recipient: string;
  street: string;
  town: string;
  postal_code: string;
  country: string;
  device_id: string | null;
  version: number;
}

const ORDER_COLUMNS = `o.id, o.user_id, o.status, o.placed_at, o.updated_at, o.currency, o.total_minor::text,
  o.discount_minor::text, o.voucher, o.recipient, o.street, o.town, o.postal_code, o.country, o.device_id, o.version`;

/** Reads the island's tables. Whose orders may be read is said with each question: null for everybody's. */
export class OrderStore {
  readonly #database: Queryable;

  constructor(database: Queryable) {
    this.#database = database;
  }

  /** One order or null per id, in the order of the ids. */
  async ordersById(ids: readonly string[], owner: string | null): Promise<(OrderRow | null)[]> {
    const { rows } = await this.#database.query<OrderRecord>(
      `select ${ORDER_COLUMNS} from orders.orders o where o.id = any($1) and ($2::text is null or o.user_id = $2)`,
      [ids, owner],
    );
    return inOrder(ids, rows, ({ id }) => id, toOrder);
  }

  /** The newest orders after the page's key, one more than the page holds. */
  async newestOrders(page: Page<NewestFirstKey>, owner: string | null): Promise<OrderRow[]> {
    const [placedAt, id] = page.after ?? [null, null];
    const { rows } = await this.#database.query<OrderRecord>(
      `select ${ORDER_COLUMNS} from orders.orders o
       where ${owner === null ? '$1::text is null' : 'o.user_id = $1'}
         and ($2::timestamptz is null or (o.placed_at, o.id) < ($2, $3))
       order by o.placed_at desc, o.id desc limit $4`,
      [owner, placedAt, id, page.first + 1],
    );
    return rows.map(toOrder);
  }

  /** The same of each of several users, in the order of their ids. */
  async newestOrdersOf(userIds: readonly string[], page: Page<NewestFirstKey>): Promise<OrderRow[][]> {
    const [placedAt, id] = page.after ?? [null, null];
    const { rows } = await this.#database.query<OrderRecord>(
      `select ${ORDER_COLUMNS} from unnest($1::text[]) as wanted (user_id) cross join lateral (
         select * from orders.orders one
         where one.user_id = wanted.user_id and ($2::timestamptz is null or (one.placed_at, one.id) < ($2, $3))
         order by one.placed_at desc, one.id desc limit $4
       ) o
       order by o.placed_at desc, o.id desc`,
      [userIds, placedAt, id, page.first + 1],
    );
    return gathered(userIds, rows, ({ user_id }) => user_id, toOrder);
  }

  async accounts(ids: readonly string[]): Promise<(Account | null)[]> {
    const { rows } = await this.#database.query<Account>(
      `select id, name, country, town, registered_at as "registeredAt" from orders.users where id = any($1)`,
      [ids],
    );
    return inOrder(
      ids,
      rows,
      ({ id }) => id,
      (account) => account,
    );
  }

  async lines(orderIds: readonly string[]): Promise<OrderLineRow[][]> {
    interface LineRecord {
      order_id: string;
      product_id: string;
      quantity: number;
      unit_price_minor: string;
      currency: Currency;
    }
    const { rows } = await this.#database.query<LineRecord>(
      `select l.order_id, l.product_id, l.quantity, l.unit_price_minor::text, o.currency
       from orders.order_lines l join orders.orders o on o.id = l.order_id
       where l.order_id = any($1) order by l.position`,
      [orderIds],
    );
    return gathered(
      orderIds,
      rows,
      ({ order_id }) => order_id,
      (record) => ({
        productId: record.product_id,
        quantity: record.quantity,
        unitPrice: money(record.unit_price_minor, record.currency),
      }),
    );
  }

  async payments(orderIds: readonly string[]): Promise<PaymentRow[][]> {
    type PaymentRecord = Omit<PaymentRow, 'amount'> & { order_id: string; amount_minor: string; currency: Currency };
    const { rows } = await this.#database.query<PaymentRecord>(
      `select p.order_id, p.at, p.method, p.card_brand as "cardBrand", p.last_four as "lastFour",
         p.amount_minor::text, p.status, p.failure, o.currency
       from orders.payments p join orders.orders o on o.id = p.order_id
       where p.order_id = any($1) order by p.position`,
      [orderIds],
    );
    return gathered(
      orderIds,
      rows,
      ({ order_id }) => order_id,
      ({ order_id, amount_minor, currency, ...payment }) => ({
        ...payment,
        amount: money(amount_minor, currency),
      }),
    );
  }

  async shipments(orderIds: readonly string[]): Promise<(ShipmentRow | null)[]> {
    type ShipmentRecord = Omit<ShipmentRow, 'events'> & {
      orderId: string;
      events: readonly { status: ShipmentStatus; at: number }[];
    };
    const { rows } = await this.#database.query<ShipmentRecord>(
      `select order_id as "orderId", carrier, tracking_number as "trackingNumber", estimated_at as "estimatedAt", events
       from orders.shipments where order_id = any($1)`,
      [orderIds],
    );
    return inOrder(
      orderIds,
      rows,
      ({ orderId }) => orderId,
      ({ orderId, events, ...shipment }) => ({
        ...shipment,
        events: events.map(({ status, at }) => ({ status, at: new Date(at) })),
      }),
    );
  }
}

export function money(minor: string, currency: Currency): MoneyRow {
  return { amount: fromMinorUnits(minor, currency), currency };
}

function toOrder(record: OrderRecord): OrderRow {
  const address = {
    recipient: record.recipient,
    street: record.street,
    town: record.town,
    postalCode: record.postal_code,
    country: record.country,
  };
  return {
    id: record.id,
    userId: record.user_id,
    status: record.status,
    placedAt: record.placed_at,
    updatedAt: record.updated_at,
    total: money(record.total_minor, record.currency),
    discount: money(record.discount_minor, record.currency),
    voucher: record.voucher,
    shippingAddress: { ...address, fingerprint: fingerprintOf(address) },
    deviceId: record.device_id,
    version: record.version,
  };
}

/** One or null per key, in the order of the keys. */
function inOrder<Record, Row>(
  keys: readonly string[],
  records: readonly Record[],
  keyOf: (record: Record) => string,
  toRow: (record: Record) => Row,
): (Row | null)[] {
  const found = new Map(records.map((record) => [keyOf(record), record]));
  return keys.map((key) => {
    const record = found.get(key);
    return record === undefined ? null : toRow(record);
  });
}

/** Those of each key, in the order of the keys; within a key as they came. */
function gathered<Record, Row>(
  keys: readonly string[],
  records: readonly Record[],
  keyOf: (record: Record) => string,
  toRow: (record: Record) => Row,
): Row[][] {
  const found = new Map<string, Row[]>(keys.map((key) => [key, []]));
  for (const record of records) found.get(keyOf(record))?.push(toRow(record));
  return keys.map((key) => found.get(key) ?? []);
}
