import { createHash, randomUUID } from 'node:crypto';
import type { Changes } from '../../kit/changes/changes.ts';
import type { Database, Queryable } from '../../kit/database/database.ts';
import { badInput, CodedError } from '../../kit/errors.ts';
import type { Currency } from '../../kit/money.ts';
import { readChange } from './change.ts';
import type { NewOrder } from './input.ts';
import { money, type OrderRow, OrderStore } from './store.ts';

interface PricedLine {
  readonly productId: string;
  readonly quantity: number;
  readonly unitMinor: string;
}

interface PricedOrder {
  readonly lines: readonly PricedLine[];
  readonly totalMinor: string;
  readonly currency: Currency;
}

/**
 * Writes an order of `userId` that waits in PENDING_REVIEW, and tells of it, in one transaction; where the key was given
 * before with the same input, the answer is the order of that time, at the prices of that time.
 * @throws CodedError `NOT_FOUND` for a product that is not on sale, `BAD_USER_INPUT` for products in several currencies,
 * `CONFLICT` for another total than was expected, `IDEMPOTENCY_KEY_REUSED` for a key with another input.
 */
export async function placeOrder(
  userId: string,
  given: NewOrder,
  database: Database,
  changes: Pick<Changes, 'publish'>,
): Promise<OrderRow | null> {
  const digest = createHash('sha256').update(JSON.stringify(given)).digest('base64url');
  return database.transaction(async (transaction) => {
    const store = new OrderStore(transaction);
    const earlier = await findEarlier(transaction, userId, given.idempotencyKey, digest);
    const id = earlier ?? (await insertOrder(transaction, userId, given, digest));
    if (id === null) {
      // Somebody placed it with the same key at the same time, and was first.
      const winner = await findEarlier(transaction, userId, given.idempotencyKey, digest);
      return winner === null ? null : oneOf(await store.ordersById([winner], userId));
    }
    const order = oneOf(await store.ordersById([id], userId));
    if (earlier === null && order) await changes.publish(transaction, await readChange(store, order));
    return order;
  });
}

async function findEarlier(
  transaction: Queryable,
  userId: string,
  key: string,
  digest: string,
): Promise<string | null> {
  const { rows } = await transaction.query<{ id: string; input_digest: string }>(
    'select id, input_digest from orders.orders where user_id = $1 and idempotency_key = $2',
    [userId, key],
  );
  const [earlier] = rows;
  if (earlier === undefined) return null;
  if (earlier.input_digest === digest) return earlier.id;
  throw new CodedError(
    'IDEMPOTENCY_KEY_REUSED',
    `The idempotency key ${JSON.stringify(key)} belongs to ${earlier.id}, which was placed with another input. Send that input, or a new key.`,
    { details: { orderId: earlier.id } },
  );
}

/** The new order's id; null when there is one with its key. */
async function insertOrder(
  transaction: Queryable,
  userId: string,
  given: NewOrder,
  digest: string,
): Promise<string | null> {
  const { lines, totalMinor, currency } = await price(transaction, given);
  const { recipient, street, town, postalCode, country } = given.shippingAddress;
  const { rows } = await transaction.query<{ id: string }>(
    `insert into orders.orders (id, user_id, status, currency, total_minor, recipient, street, town, postal_code, country,
       device_id, idempotency_key, input_digest)
     values ($1, $2, 'PENDING_REVIEW', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
     on conflict (user_id, idempotency_key) do nothing returning id`,
    [
      `order-${randomUUID()}`,
      userId,
      currency,
      totalMinor,
      recipient,
      street,
      town,
      postalCode,
      country,
      given.deviceId ?? null,
      given.idempotencyKey,
      digest,
    ],
  );
  const id = rows[0]?.id ?? null;
  if (id === null) return null;
  await transaction.query(
    `insert into orders.order_lines (order_id, position, product_id, quantity, unit_price_minor)
     select $1, position - 1, product_id, quantity, unit_price_minor
     from unnest($2::text[], $3::smallint[], $4::bigint[]) with ordinality
       as line (product_id, quantity, unit_price_minor, position)`,
    [
      id,
      lines.map(({ productId }) => productId),
      lines.map(({ quantity }) => quantity),
      lines.map(({ unitMinor }) => unitMinor),
    ],
  );
  return id;
}

async function price(transaction: Queryable, { lines, expectedTotal }: NewOrder): Promise<PricedOrder> {
  const { rows } = await transaction.query<{ id: string; minor: string; currency: Currency }>(
    'select id, price_minor::text as minor, price_currency as currency from orders.products where id = any($1)',
    [lines.map(({ productId }) => productId)],
  );
  const onSale = new Map(rows.map((row) => [row.id, row]));
  const priced = lines.map(({ productId, quantity }, index) => {
    const product = onSale.get(productId);
    if (product) return { productId, quantity, unitMinor: product.minor, currency: product.currency };
    const argument = `input.lines.${index}.productId`;
    throw new CodedError(
      'NOT_FOUND',
      `${argument}: expected the id of a product on sale, got ${JSON.stringify(productId)}.`,
      { details: { argument } },
    );
  });
  const currencies = [...new Set(priced.map(({ currency }) => currency))];
  const [currency] = currencies;
  if (currency === undefined || currencies.length > 1) {
    throw badInput(
      `input.lines: expected products with prices in one currency, got ${currencies.join(' and ')}. Place an order for each.`,
      'input.lines',
    );
  }
  const total = priced.reduce((sum, { quantity, unitMinor }) => sum + BigInt(quantity) * BigInt(unitMinor), 0n);
  const totalMinor = total.toString();
  if (expectedTotal && (expectedTotal.minor !== totalMinor || expectedTotal.currency !== currency)) {
    const [is, was] = [money(totalMinor, currency), money(expectedTotal.minor, expectedTotal.currency)];
    throw new CodedError(
      'CONFLICT',
      `input.expectedTotal: the products cost ${is.currency} ${is.amount} now, not ${was.currency} ${was.amount}. Show the customer the new total.`,
      { details: { argument: 'input.expectedTotal', total: is } },
    );
  }
  return { lines: priced, totalMinor, currency };
}

function oneOf([order = null]: readonly (OrderRow | null)[]): OrderRow | null {
  return order;
}
