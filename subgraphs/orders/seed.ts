import type { Queryable } from '../../kit/database/database.ts';
import { minorUnits } from '../../world/money.ts';
import type { Order } from '../../world/orders/order.ts';
import { createOrderWorld } from '../../world/orders.ts';
import { products } from '../../world/products.ts';

/** Orders a statement: enough to be fast, and few enough for nobody else to wait long. */
const BATCH = 4_000;

/** Fills the empty tables with the demo world's users and orders, and with the prices that are kept of catalog. */
export async function seed(transaction: Queryable): Promise<void> {
  const { accounts, orders } = createOrderWorld();
  await insert(transaction, 'orders.users', accounts, {
    id: ['text', ({ id }) => id],
    name: ['text', ({ name }) => name],
    country: ['text', ({ country }) => country],
    town: ['text', ({ town }) => town],
    registered_at: ['timestamptz', ({ registeredAt }) => registeredAt.toISOString()],
  });
  await insert(transaction, 'orders.products', products, {
    id: ['text', ({ id }) => id],
    price_minor: ['bigint', ({ price }) => minorUnits(price)],
    price_currency: ['text', ({ price }) => price.currency],
  });
  for (let start = 0; start < orders.length; start += BATCH) {
    await seedOrders(transaction, orders.slice(start, start + BATCH));
  }
}

async function seedOrders(transaction: Queryable, orders: readonly Order[]): Promise<void> {
  await insert(transaction, 'orders.orders', orders, {
    id: ['text', ({ id }) => id],
    user_id: ['text', ({ userId }) => userId],
    status: ['text', ({ status }) => status],
    placed_at: ['timestamptz', ({ placedAt }) => placedAt.toISOString()],
    updated_at: ['timestamptz', ({ updatedAt }) => updatedAt.toISOString()],
    currency: ['text', ({ total }) => total.currency],
    total_minor: ['bigint', ({ total }) => minorUnits(total)],
    discount_minor: ['bigint', ({ discount }) => minorUnits(discount)],
    voucher: ['text', ({ voucher }) => voucher],
    recipient: ['text', ({ shippingAddress }) => shippingAddress.recipient],
    street: ['text', ({ shippingAddress }) => shippingAddress.street],
    town: ['text', ({ shippingAddress }) => shippingAddress.town],
    postal_code: ['text', ({ shippingAddress }) => shippingAddress.postalCode],
    country: ['text', ({ shippingAddress }) => shippingAddress.country],
    device_id: ['text', ({ deviceId }) => deviceId],
  });
  const lines = orders.flatMap(({ id, lines }) => lines.map((line, position) => ({ ...line, id, position })));
  await insert(transaction, 'orders.order_lines', lines, {
    order_id: ['text', ({ id }) => id],
    position: ['smallint', ({ position }) => position],
    product_id: ['text', ({ productId }) => productId],
    quantity: ['smallint', ({ quantity }) => quantity],
    unit_price_minor: ['bigint', ({ unitPrice }) => minorUnits(unitPrice)],
  });
  const payments = orders.flatMap(({ id, payments }) => payments.map((one, position) => ({ ...one, id, position })));
  await insert(transaction, 'orders.payments', payments, {
    order_id: ['text', ({ id }) => id],
    position: ['smallint', ({ position }) => position],
    at: ['timestamptz', ({ at }) => at.toISOString()],
    method: ['text', ({ method }) => method],
    card_brand: ['text', ({ cardBrand }) => cardBrand],
    last_four: ['text', ({ lastFour }) => lastFour],
    amount_minor: ['bigint', ({ amount }) => minorUnits(amount)],
    status: ['text', ({ status }) => status],
    failure: ['text', ({ failure }) => failure],
  });
  const shipments = orders.flatMap(({ id, shipment }) => (shipment ? [{ id, ...shipment }] : []));
  await insert(transaction, 'orders.shipments', shipments, {
    order_id: ['text', ({ id }) => id],
    carrier: ['text', ({ carrier }) => carrier],
    tracking_number: ['text', ({ trackingNumber }) => trackingNumber],
    estimated_at: ['timestamptz', ({ estimatedAt }) => estimatedAt.toISOString()],
    events: ['json', ({ events }) => events.map(({ kind, at }) => ({ status: kind, at: at.getTime() }))],
  });
}

type Column<Row> = readonly [type: string, read: (row: Row) => unknown];

/** One statement for all rows, which go as one JSON text: of arrays, each text would be escaped twice on its way. */
async function insert<Row>(
  transaction: Queryable,
  table: string,
  rows: readonly Row[],
  columns: Readonly<Record<string, Column<Row>>>,
): Promise<void> {
  const entries = Object.entries(columns);
  const names = entries.map(([name]) => name);
  const types = entries.map(([name, [type]]) => `${name} ${type}`);
  await transaction.query(
    `insert into ${table} (${names}) select ${names} from json_to_recordset($1) as given (${types})`,
    [JSON.stringify(rows.map((row) => valuesOf(row, entries)))],
  );
}

function valuesOf<Row>(row: Row, columns: readonly (readonly [name: string, column: Column<Row>])[]): object {
  const values: Record<string, unknown> = {};
  for (const [name, [, read]] of columns) values[name] = read(row);
  return values;
}
