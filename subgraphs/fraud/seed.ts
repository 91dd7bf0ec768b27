import type { Queryable } from '../../kit/database/database.ts';
import { writeFacts } from './history/orderTable.ts';
import { worldOrders } from './history/worldOrders.ts';

/** Orders a statement: enough to be fast, and few enough for nobody else to wait long. */
const BATCH = 4_000;

/** Fills the empty table with what is kept of the demo world's orders, so that the first question has its answer. */
export async function seed(transaction: Queryable): Promise<void> {
  const orders = worldOrders();
  for (let start = 0; start < orders.length; start += BATCH) {
    await writeFacts(transaction, orders.slice(start, start + BATCH));
  }
  await transaction.query('update fraud.history set complete = true');
}
