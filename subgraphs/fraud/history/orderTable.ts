import type { Queryable } from '../../../kit/database/database.ts';
import type { OrderFacts } from './facts.ts';
import { MOST_PAST } from './past.ts';

/** An order and those before it of its customer, device or address. */
export interface OrderWithPast {
  readonly order: OrderFacts;
  readonly past: readonly OrderFacts[];
}

export async function writeFacts(transaction: Queryable, orders: readonly OrderFacts[]): Promise<void> {
  const rows = orders.map((facts) => ({
    id: facts.id,
    customer_id: facts.customerId,
    device_id: facts.deviceId,
    address: facts.address,
    placed_at: new Date(facts.placedAt).toISOString(),
    facts,
  }));
  await transaction.query(
    `insert into fraud.orders (id, customer_id, device_id, address, placed_at, facts)
     select * from json_to_recordset($1) as given
       (id text, customer_id text, device_id text, address text, placed_at timestamptz, facts json)
     on conflict (id) do update set customer_id = excluded.customer_id, device_id = excluded.device_id,
       address = excluded.address, placed_at = excluded.placed_at, facts = excluded.facts`,
    [JSON.stringify(rows)],
  );
}

/** Null for an order that nothing is known of; in the order of the ids. */
export async function readWithPast(
  database: Queryable,
  ids: readonly string[],
): Promise<readonly (OrderWithPast | null)[]> {
  const { rows } = await database.query<{ id: string; facts: OrderFacts; past: readonly OrderFacts[] | null }>(
    `select w.id, w.facts, (
       select json_agg(p.facts) from fraud.orders p where p.id = any(array(
         ${SOURCES.map((column) => newest(column)).join(' union ')}
       ))
     ) as past
     from fraud.orders w where w.id = any($1)`,
    [ids],
  );
  const found = new Map(rows.map(({ id, facts, past }) => [id, { order: facts, past: past ?? [] }]));
  return ids.map((id) => found.get(id) ?? null);
}

const SOURCES = ['customer_id', 'device_id', 'address'] as const;

function newest(column: (typeof SOURCES)[number]): string {
  return `(select o.id from fraud.orders o where o.${column} = w.${column} and (o.placed_at, o.id) < (w.placed_at, w.id)
    order by o.placed_at desc, o.id desc limit ${MOST_PAST})`;
}
