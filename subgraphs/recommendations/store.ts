import type { Queryable } from '../../kit/database/database.ts';
import type { Recommended } from './ask.ts';
import type { Retraining } from './jobs/retrain.ts';
import { type Offer, oldestFirst, type Purchase, type Sales } from './learn/purchases.ts';

export interface ProductRow {
  readonly id: string;
}

/** A user as this island knows them: by their id, and by what the router brings with it. */
export interface UserRow {
  readonly id: string;
  readonly country?: string | null;
}

export interface JobRow {
  readonly id: string;
}

export interface RecommendationsRow {
  readonly items: readonly Recommended[];
  readonly model: { readonly name: string; readonly version: string };
  readonly degraded: boolean;
}
export type RecommendationRow = Recommended;
export type RecommendationsRetrainingRow = Retraining;

/** What somebody bought, each product once, the latest first. */
export interface History {
  readonly bought: readonly { readonly product: string; readonly at: Date }[];
  /** Where their latest order went; null without one. */
  readonly country: string | null;
}

/** Reads what the island keeps of orders. */
export class PurchaseStore {
  readonly #database: Queryable;

  constructor(database: Queryable) {
    this.#database = database;
  }

  /** The history of each user, in the order of the ids. */
  async histories(userIds: readonly string[]): Promise<History[]> {
    const { rows } = await this.#database.query<{ user_id: string; product_id: string; at: Date; country: string }>(
      `select distinct on (user_id, product_id) user_id, product_id, placed_at as at, country
       from recommendations.purchases where user_id = any($1)
       order by user_id, product_id, placed_at desc`,
      [userIds],
    );
    const byUser = new Map<string, typeof rows>();
    for (const row of rows) byUser.set(row.user_id, [...(byUser.get(row.user_id) ?? []), row]);
    return userIds.map((id) => {
      const own = (byUser.get(id) ?? []).toSorted((a, b) => b.at.getTime() - a.at.getTime());
      return { bought: own.map(({ product_id: product, at }) => ({ product, at })), country: own[0]?.country ?? null };
    });
  }

  /** All that tastes are learned from. */
  async sales(): Promise<Sales> {
    const [purchases, offers] = await Promise.all([
      this.#database.query<Omit<Purchase, 'at'> & { at: Date }>(
        `select order_id as order, product_id as product, user_id as user, country, placed_at as at
         from recommendations.purchases`,
      ),
      this.#database.query<{ product: string; since: Date }>(
        'select id as product, offered_at as since from recommendations.products',
      ),
    ]);
    return {
      purchases: oldestFirst(purchases.rows.map((row) => ({ ...row, at: row.at.getTime() }))),
      offers: offers.rows
        .map(({ product, since }): Offer => ({ product, since: since.getTime() }))
        .sort((a, b) => (a.product < b.product ? -1 : 1)),
    };
  }
}
