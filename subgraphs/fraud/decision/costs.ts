import { z } from 'zod';

const share = z.number().min(0).max(1);
const dollars = z.number().min(0);

/** costs.json of the model: what an error costs the shop, in Singapore dollars. */
export const costsSchema = z.strictObject({
  /** What a fraud that was approved costs beyond the order's amount: the fee of the chargeback, and the work. */
  chargeback: dollars,
  /** What the shop earns on an order, as a share of its amount: lost when a good one is declined. */
  margin: share,
  /** What a good customer whose order is declined buys less later. */
  goodwill: dollars,
  /** A person's look at an order. */
  review: dollars,
  /** Of frauds that a person looks at, how many they stop. */
  reviewStops: share,
  /** Of good orders that a person looks at, how many they decline all the same. */
  reviewDeclines: share,
});
export type Costs = z.infer<typeof costsSchema>;

/** @throws ZodError when the text is not that of a costs.json. */
export function parseCosts(json: string): Costs {
  return costsSchema.parse(JSON.parse(json));
}
