import DataLoader from 'dataloader';
import { requireScope } from '../../kit/access.ts';
import type { RequestContext } from '../../kit/context.ts';
import { DateTime } from '../../kit/dateTime.ts';
import { JobResults } from '../../kit/jobs/jobResults.ts';
import type { Jobs } from '../../kit/jobs/jobs.ts';
import { readInput } from '../../kit/readInput.ts';
import { bought, country, first, jobId, productId, userId } from './input.ts';
import { retrain, retraining, TRAIN_SCOPE } from './jobs/retrain.ts';
import { READ_ALL_SCOPE } from './projections/orders.ts';
import { type Recommending, recommendBeside, recommendTo, type TasteModel } from './recommend.ts';
import type { RecommendationKind, Resolvers } from './schema.generated.ts';
import type { Shelves } from './shelf/shelves.ts';
import type { History, PurchaseStore, RecommendationsRow } from './store.ts';

export interface Context extends RequestContext {
  readonly models: { readonly taste: TasteModel };
  readonly shelves: Shelves;
  readonly jobs: () => Promise<Jobs>;
  readonly store: JobResults;
  /** Of one request: gathers what is asked of many users into one query. */
  readonly histories: DataLoader<string, History>;
  /** Of one request: what was recommended beside a product, for the plain field and for the one with details. */
  readonly beside: Map<string, Promise<RecommendationsRow>>;
}

export function createContext(
  request: RequestContext,
  services: Pick<Context, 'models' | 'shelves' | 'jobs'> & { readonly purchases: PurchaseStore },
): Context {
  const { models, shelves, jobs, purchases } = services;
  const store = new JobResults(async () => (await jobs()).directory, request.identity);
  const histories = new DataLoader<string, History>((ids) => purchases.histories(ids));
  return { ...request, models, shelves, jobs, store, histories, beside: new Map() };
}

const DEFAULT_FIRST = 5;

export const resolvers: Resolvers = {
  DateTime,
  Query: {
    recommendProducts: async (_, args, context) => {
      const products = new Set(readInput(bought, args.bought, 'bought'));
      const where = readInput(country, args.country ?? null, 'country');
      const count = readInput(first, args.first ?? DEFAULT_FIRST, 'first');
      // When they bought it is not known: lately, and so it is not recommended again.
      const now = new Date();
      const history = { bought: [...products].map((product) => ({ product, at: now })), country: where };
      return recommendTo(history, count, await recommending(context));
    },
  },
  Mutation: {
    retrainRecommendations: async (_, { idempotencyKey }, { jobs, identity }) => {
      requireScope(TRAIN_SCOPE, identity);
      const options = { identity, idempotencyKey: idempotencyKey ?? undefined };
      const { id } = await (await jobs()).submit(retrain, null, options);
      return { id };
    },
  },
  Product: {
    __resolveReference: ({ id }) => ({ id: readInput(productId, id, 'id') }),
    recommendations: async ({ id }, args, context) =>
      (await beside(id, args, context)).items.map(({ product }) => ({ id: product })),
    recommendationDetails: ({ id }, args, context) => beside(id, args, context),
  },
  User: {
    // Not a look whether there is such a user: to a stranger, one who exists is as one who does not.
    __resolveReference: ({ id, ...rest }) => ({ id: readInput(userId, id, 'id'), ...rest }),
    recommendations: async ({ id, country: told }, args, context) => {
      const count = readInput(first, args.first ?? DEFAULT_FIRST, 'first');
      const { subject, scopes } = context.identity;
      if (subject !== id && !scopes.includes(READ_ALL_SCOPE)) return null;
      const history = await context.histories.load(id);
      const where = told ?? history.country;
      return recommendTo({ ...history, country: where }, count, await recommending(context));
    },
  },
  Recommendation: {
    product: ({ product }) => ({ id: product }),
    because: ({ because }) => because.map((id) => ({ id })),
  },
  Job: {
    __resolveReference: ({ id }, { store }) => store.find(readInput(jobId, id, 'id')),
    recommendationsRetraining: ({ id }, _, { store }) => store.result(id, retrain, retraining),
  },
};

async function recommending(context: Context): Promise<Recommending> {
  return { taste: context.models.taste, shelf: await context.shelves.current(), options: context };
}

function beside(
  id: string,
  args: { readonly kind?: RecommendationKind | null; readonly first?: number | null },
  context: Context,
): Promise<RecommendationsRow> {
  const kind = args.kind ?? 'SIMILAR';
  const count = readInput(first, args.first ?? DEFAULT_FIRST, 'first');
  const key = `${id} ${kind} ${count}`;
  const known = context.beside.get(key);
  if (known) return known;
  const asked = recommending(context).then((given) => recommendBeside(id, kind, count, given));
  context.beside.set(key, asked);
  return asked;
}
