import type { Connection } from '../../kit/connection.ts';
import type { Currency } from '../../kit/money.ts';
import type { SearchReindex } from './jobs/reindexSearch.ts';
import type { RelatedProducts } from './relateProducts.ts';
import type { Facets } from './retrieval/facets.ts';
import type { Hit } from './retrieval/searchIndex.ts';
import type { Results } from './searchProducts.ts';

export interface JobRow {
  readonly id: string;
}
export type SearchReindexRow = SearchReindex;
export type ProductHitRow = Hit;
export type ProductSearchRow = Connection<Hit> & Results;
export type RelatedProductsRow = RelatedProducts;
export type SearchFacetsRow = Facets;
export type CategoryFacetRow = Facets['categories'][number];
export type PriceFacetRow = Facets['prices'][number];
export interface PriceRangeRow {
  readonly currency: Currency;
  readonly range: Facets['prices'][number]['ranges'][number];
}

/** An inquiry as this island knows it: by its id, and by what the router brings with it. */
export interface InquiryRow {
  readonly id: string;
  readonly message?: string;
  readonly language?: { readonly code: string } | null;
}
