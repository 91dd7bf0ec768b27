import { z } from 'zod';

const row = z.array(z.number());

const schema = z.strictObject({
  /** What was bought later it has not learned from. */
  trainedUntil: z.iso.datetime(),
  products: z.array(z.string()),
  countries: z.array(z.string()),
  /** By product. */
  popularity: row,
  /** By country, then product. */
  local: z.array(row),
  /** By product: who wants it. */
  wanted: z.array(row),
  /** By product: what having bought it tells of a buyer. */
  tells: z.array(row),
  /** By product: places of those that go with it, and the share of its orders that had them, too. */
  companions: z.array(z.array(z.tuple([z.number().int(), z.number()]))),
  /** By product: in how many days after a purchase it is bought again; null for what is bought once. */
  supplies: z.array(z.tuple([z.number(), z.number()]).nullable()),
  /** How much of the likeness of two products is that of who wants them; the rest is that of their texts. */
  likedShare: z.number().min(0).max(1),
  /** Of the lines of buyers who are due for something, the share that is that. */
  repeatShare: z.number().min(0).max(1),
});
type TasteFile = z.infer<typeof schema>;

/** What a trained model knows of products: arrays by the product's place. */
export interface Taste extends Omit<TasteFile, 'products'> {
  readonly products: readonly string[];
  readonly placeOf: ReadonlyMap<string, number>;
}

/** Reads taste.json. */
export function parseTaste(json: string): Taste {
  const file = schema.parse(JSON.parse(json));
  return { ...file, placeOf: new Map(file.products.map((product, place) => [product, place])) };
}

export function formatTaste({ placeOf: _, ...file }: Taste): string {
  return `${JSON.stringify(schema.parse(file))}\n`;
}
