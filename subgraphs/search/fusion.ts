import { z } from 'zod';

/** fusion.json: how much each thing that a product and a query have in common counts. */
export const fusionSchema = z.strictObject({
  /** BM25, a tenth of it. */
  bm25: z.number(),
  /** The share of the query's words that the product has, by their rarity. */
  coverage: z.number(),
  /** The share that its name has. */
  inName: z.number(),
  /** The cosine of their embeddings. */
  meaning: z.number(),
  /** The score from which a product is a hit of a query. */
  queryThreshold: z.number(),
  /** The score from which a product is related to an inquiry. */
  inquiryThreshold: z.number(),
});
export type Fusion = z.infer<typeof fusionSchema>;

/** BM25 of a good match is about so much. */
export const BM25_SCALE = 10;

/** What is noticed of a product in view of a query. */
export interface Features {
  readonly bm25: number;
  readonly coverage: number;
  readonly inName: number;
  /** Null where one of the two has no embedding. */
  readonly cosine: number | null;
}

export interface Score {
  readonly words: number;
  /** Null where meaning could not be compared. */
  readonly meaning: number | null;
}

export function scoreOf({ bm25, coverage, inName, cosine }: Features, fusion: Fusion): Score {
  return {
    words: (fusion.bm25 * bm25) / BM25_SCALE + fusion.coverage * coverage + fusion.inName * inName,
    // A product that is unlike the query is no worse for it than another.
    meaning: cosine === null ? null : fusion.meaning * Math.max(0, cosine),
  };
}
