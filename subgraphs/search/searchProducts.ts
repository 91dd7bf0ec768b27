import { createHash } from 'node:crypto';
import { type PageArguments, readPage, toConnection } from '../../kit/connection.ts';
import type { ModelHandle, Predicted, PredictOptions } from '../../kit/model/handle.ts';
import { embedQuery } from './embedQuery.ts';
import type { Encoded, ReadText } from './encoder.ts';
import type { ProductIndex } from './products/productIndex.ts';
import type { Facets } from './retrieval/facets.ts';
import type { Filters } from './retrieval/filters.ts';
import type { ProductSearchRow } from './store.ts';

export interface Searching {
  readonly index: Pick<ProductIndex, 'served'>;
  readonly encoder: Pick<ModelHandle<ReadText, Encoded>, 'predict'>;
}

/** What is true of all hits of a search. */
export interface Results {
  readonly totalCount: number;
  readonly facets: Facets;
  readonly correctedQuery: string | null;
  readonly degraded: boolean;
  readonly predicted: Predicted<Encoded>;
}

type HitKey = readonly [score: number, id: string];

const LIMITS = { default: 20, max: 100 };

/** The products that fit a query, page by page. */
export async function searchProducts(
  { query, filters, page }: { readonly query: string; readonly filters: Filters; readonly page: PageArguments },
  { index, encoder }: Searching,
  options: PredictOptions,
): Promise<ProductSearchRow> {
  const wanted = readPage(page, { ...LIMITS, of: cursorsOf(query, filters) }, isHitKey);
  const { thread, modelVersion } = await index.served();
  const reading = await thread.ask('read', { text: query, asking: { as: 'query', language: null } });
  const { predicted, vector } = await embedQuery(reading.english, modelVersion, encoder, options);
  const [score, id] = wanted.after ?? [];
  const found = await thread.ask('search', {
    ...{ terms: reading.terms, vector, filters, first: wanted.first + 1 },
    fusion: predicted.output.fusion,
    threshold: predicted.output.fusion.queryThreshold,
    after: score === undefined || id === undefined ? null : { score, id },
  });
  return {
    ...toConnection<(typeof found.hits)[number], HitKey>(found.hits, wanted, (hit) => [hit.score, hit.id]),
    totalCount: found.totalCount,
    facets: found.facets,
    correctedQuery: reading.corrected,
    degraded: predicted.degraded || !found.whole,
    predicted,
  };
}

/** A cursor is of one query: in the hits of another it would be anywhere. */
function cursorsOf(query: string, filters: Filters): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([query, filters]))
    .digest('base64url');
  return `hits ${digest.slice(0, 12)}`;
}

function isHitKey(key: unknown): key is HitKey {
  return Array.isArray(key) && key.length === 2 && typeof key[0] === 'number' && typeof key[1] === 'string';
}
