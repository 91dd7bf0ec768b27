import { z } from 'zod';
import { type MeasuredModel, openTestSet } from '../../../models/training/testSet.ts';
import { type NextOrder, nextOrdersOf } from '../learn/nextOrders.ts';
import type { Sales } from '../learn/purchases.ts';
import { TEST } from './months.ts';

const item = z.strictObject({ order: z.string() });

/** The held-out next orders, opened for a version of the model; eval/README.md says what they are. */
export async function openNextOrders(sales: Sales, model: MeasuredModel): Promise<readonly NextOrder[]> {
  const items = await openTestSet(new URL('eval/nextOrders.jsonl', import.meta.url), item, model);
  const named = new Set(items.map(({ order }) => order));
  return nextOrdersOf(sales, TEST.from, TEST.until).filter(({ order }) => named.has(order));
}
