/** Why something is recommended; the same words as in the schema. */
export type Reason =
  | 'LIKED_TOGETHER'
  | 'READS_ALIKE'
  | 'BOUGHT_TOGETHER'
  | 'RUNS_OUT'
  | 'POPULAR_IN_COUNTRY'
  | 'POPULAR';

/** A product that somebody bought, once however often. */
export interface Bought {
  readonly product: string;
  /** Whole days since the last time. */
  readonly daysAgo: number;
}

/** A product that a model may not know, and those that it reads like, with weights that sum to 1. */
export interface Newcomer {
  readonly product: string;
  readonly like: readonly (readonly [product: string, weight: number])[];
}

interface Asked {
  /** What may be recommended: all that is on sale. */
  readonly candidates: readonly string[];
  readonly newcomers: readonly Newcomer[];
  /** How many, at most. */
  readonly first: number;
}

/** What would somebody buy next? */
export interface BuyerAsk extends Asked {
  readonly kind: 'BUYER';
  readonly bought: readonly Bought[];
  /** Null where nobody knows. */
  readonly country: string | null;
}

/** What goes with a product, or may be bought in its place? */
export interface ProductAsk extends Asked {
  readonly kind: 'SIMILAR' | 'BOUGHT_TOGETHER';
  readonly product: string;
  /** How much each candidate's text is like the product's, from -1 to 1; empty where nobody knows. */
  readonly likeness: readonly number[];
}

export type Ask = BuyerAsk | ProductAsk;

export interface Recommended {
  readonly product: string;
  /** From 0 to 1; what it is of depends on what was asked. */
  readonly score: number;
  readonly reason: Reason;
  /** The products it is recommended for, the most telling first. */
  readonly because: readonly string[];
}

export interface Answer {
  /** The best first. */
  readonly picks: readonly Recommended[];
}
