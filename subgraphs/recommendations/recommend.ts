import { CodedError } from '../../kit/errors.ts';
import type { ModelHandle, PredictOptions } from '../../kit/model/handle.ts';
import type { Answer, Ask } from './ask.ts';
import { DAY } from './learn/purchases.ts';
import type { Shelf } from './shelf/shelf.ts';
import type { History, RecommendationsRow } from './store.ts';

export type TasteModel = Pick<ModelHandle<Ask, Answer>, 'predict' | 'manifest'>;

/** What somebody bought last tells the most, and nobody needs all of what a shop that buys for others has. */
const MOST_BOUGHT = 200;

export interface Recommending {
  readonly taste: TasteModel;
  readonly shelf: Shelf;
  readonly options: PredictOptions;
}

/**
 * What to show beside a product.
 * @throws CodedError `NOT_FOUND` for what is not on sale.
 */
export async function recommendBeside(
  product: string,
  kind: 'SIMILAR' | 'BOUGHT_TOGETHER',
  first: number,
  recommending: Recommending,
): Promise<RecommendationsRow> {
  const { shelf } = recommending;
  if (!shelf.has(product)) {
    throw new CodedError('NOT_FOUND', `Expected the id of a product on sale, got ${JSON.stringify(product)}.`);
  }
  const likeness = kind === 'SIMILAR' ? shelf.likenessTo(product) : [];
  return recommend({ ...common(first, recommending), kind, product, likeness }, recommending);
}

/** What somebody would buy next. */
export async function recommendTo(
  { bought, country }: History,
  first: number,
  recommending: Recommending,
): Promise<RecommendationsRow> {
  const now = Date.now();
  const known = bought
    .slice(0, MOST_BOUGHT)
    .map(({ product, at }) => ({ product, daysAgo: Math.max(0, Math.floor((now - at.getTime()) / DAY)) }));
  return recommend({ ...common(first, recommending), kind: 'BUYER', bought: known, country }, recommending);
}

function common(first: number, { taste, shelf }: Recommending): Pick<Ask, 'candidates' | 'newcomers' | 'first'> {
  // The labels of the model are the products that it knows.
  return { candidates: shelf.candidates, newcomers: shelf.newcomers(taste.manifest.labels), first };
}

async function recommend(ask: Ask, { taste, shelf, options }: Recommending): Promise<RecommendationsRow> {
  const { output, model, degraded } = await taste.predict(ask, { ...options, dataVersion: shelf.dataVersion });
  const items = output.picks.map((pick) => ({
    ...pick,
    because: pick.because.filter((product) => shelf.has(product)),
  }));
  return { items, model, degraded: degraded || !shelf.whole };
}
