import { requireScope } from '../../kit/access.ts';
import type { RequestContext } from '../../kit/context.ts';
import { Decimal } from '../../kit/decimal.ts';
import { CodedError } from '../../kit/errors.ts';
import { JobResults } from '../../kit/jobs/jobResults.ts';
import type { Jobs } from '../../kit/jobs/jobs.ts';
import type { ModelHandle } from '../../kit/model/handle.ts';
import { type Currency, fromMinorUnits } from '../../kit/money.ts';
import { readInput } from '../../kit/readInput.ts';
import type { Encoded, ReadText } from './encoder.ts';
import { inquiryId, jobId, readFilters, readQuery, related } from './input.ts';
import { reindexSearch, searchReindex, TRAIN_SCOPE } from './jobs/reindexSearch.ts';
import type { ProductIndex } from './products/productIndex.ts';
import { type RelatedProducts, relateProducts } from './relateProducts.ts';
import type { Resolvers } from './schema.generated.ts';
import { searchProducts } from './searchProducts.ts';
import type { InquiryRow } from './store.ts';

export interface Context extends RequestContext {
  readonly encoder: ModelHandle<ReadText, Encoded>;
  readonly index: ProductIndex;
  readonly jobs: () => Promise<Jobs>;
  readonly store: JobResults;
  /** What was found for the inquiries of the request, by the inquiry and how many products. */
  readonly found: WeakMap<InquiryRow, Map<number, Promise<RelatedProducts>>>;
}

export function createContext(request: RequestContext, services: Pick<Context, 'encoder' | 'index' | 'jobs'>): Context {
  const store = new JobResults(async () => (await services.jobs()).directory, request.identity);
  return { ...request, ...services, store, found: new WeakMap() };
}

export const resolvers: Resolvers = {
  Decimal,
  Query: {
    searchProducts: async (_, { query, filters, ...page }, context) =>
      searchProducts({ query: readQuery(query), filters: readFilters(filters), page }, context, context),
  },
  Mutation: {
    reindexSearch: async (_, { idempotencyKey }, { jobs, identity }) => {
      requireScope(TRAIN_SCOPE, identity);
      const options = { identity, idempotencyKey: idempotencyKey ?? undefined };
      const { id } = await (await jobs()).submit(reindexSearch, null, options);
      return { id };
    },
  },
  ProductSearch: {
    model: ({ predicted }) => predicted.model,
  },
  ProductHit: {
    product: ({ id }) => ({ id }),
    parts: ({ words, meaning }) => ({ words, meaning }),
  },
  CategoryFacet: {
    category: ({ id }) => ({ id }),
  },
  PriceFacet: {
    ranges: ({ currency, ranges }) => ranges.map((range) => ({ currency, range })),
  },
  PriceRange: {
    from: ({ currency, range }) => toMoney(range.from, currency),
    to: ({ currency, range }) => toMoney(range.to, currency),
    count: ({ range }) => range.count,
  },
  Inquiry: {
    __resolveReference: ({ id, ...rest }) => ({ id: readInput(inquiryId, id, 'id'), ...rest }),
    relatedProducts: async (inquiry, { first }, context) => {
      const { hits } = await relate(inquiry, first, context);
      return hits.map(({ id }) => ({ id }));
    },
    relatedProductHits: (inquiry, { first }, context) => relate(inquiry, first, context),
  },
  RelatedProducts: {
    model: ({ predicted }) => predicted.model,
  },
  Job: {
    __resolveReference: ({ id }, { store }) => store.find(readInput(jobId, id, 'id')),
    searchReindex: ({ id }, _, { store }) => store.result(id, reindexSearch, searchReindex),
  },
};

/** Once for both fields of an inquiry. */
async function relate(inquiry: InquiryRow, given: number, context: Context): Promise<RelatedProducts> {
  const first = readInput(related, given, 'first');
  const { message, language } = inquiry;
  if (message === undefined)
    throw new CodedError('INPUT_UNAVAILABLE', 'Inquiry.relatedProducts needs Inquiry.message.');
  let own = context.found.get(inquiry);
  if (own === undefined) {
    own = new Map();
    context.found.set(inquiry, own);
  }
  let found = own.get(first);
  if (found === undefined) {
    found = relateProducts({ message, code: language?.code ?? null, first }, context, context);
    own.set(first, found);
  }
  return found;
}

function toMoney(minor: number | null, currency: Currency): { amount: string; currency: Currency } | null {
  return minor === null ? null : { amount: fromMinorUnits(String(minor), currency), currency };
}
