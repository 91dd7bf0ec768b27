import { requireScope, requireSubject } from '../../kit/access.ts';
import { readPage, toConnection } from '../../kit/connection.ts';
import type { RequestContext } from '../../kit/context.ts';
import type { Database } from '../../kit/database/database.ts';
import { DateTime } from '../../kit/dateTime.ts';
import { CodedError } from '../../kit/errors.ts';
import type { Jobs } from '../../kit/jobs/jobs.ts';
import type { ModelHandle } from '../../kit/model/handle.ts';
import { readInput } from '../../kit/readInput.ts';
import { READ_SCOPE, REVIEW_SCOPE } from './access.ts';
import type { Features } from './features/names.ts';
import { contributionsOf, fraudRisk } from './fraudRisk.ts';
import { givenFeatures, orderId } from './input.ts';
import { FraudLoaders } from './loaders.ts';
import { reviewOrder } from './reviewOrder.ts';
import { type Risk, reasonsOf } from './risk.ts';
import type { Resolvers } from './schema.generated.ts';
import { type AssessmentKey, assessmentPage } from './store.ts';

export interface Context extends RequestContext {
  readonly models: { readonly risk: ModelHandle<Features, Risk> };
  readonly database: Database;
  readonly jobs: () => Promise<Jobs>;
  readonly loaders: FraudLoaders;
}

export function createContext(
  request: RequestContext,
  { models, database, jobs }: Pick<Context, 'models' | 'database' | 'jobs'>,
): Context {
  return { ...request, models, database, jobs, loaders: new FraudLoaders(database) };
}

const PAGES = { of: 'fraudAssessments', default: 20, max: 100 };

export const resolvers: Resolvers = {
  DateTime,
  Query: {
    fraudRisk: async (_, { features }, context) => {
      requireScope(READ_SCOPE, context.identity);
      return fraudRisk(readInput(givenFeatures, features, 'features'), context.models.risk, context);
    },
    fraudAssessments: async (_, page, { identity, database }) => {
      requireScope(READ_SCOPE, identity);
      const wanted = readPage(page, PAGES, isAssessmentKey);
      return toConnection(await assessmentPage(database, wanted), wanted, ({ orderId: id }): AssessmentKey => [id]);
    },
  },
  Mutation: {
    reviewOrder: async (_, { orderId: id, decision: verdict }, { identity, database, jobs }) => {
      requireScope(REVIEW_SCOPE, identity);
      const { changes } = await jobs();
      const review = { orderId: readInput(orderId, id, 'orderId'), verdict, by: requireSubject(identity) };
      return reviewOrder(review, database, changes);
    },
  },
  Order: {
    __resolveReference: ({ id }) => ({ id: readInput(orderId, id, 'id') }),
    fraudRisk: async ({ id }, _, context) => {
      requireScope(READ_SCOPE, context.identity);
      const features = await context.loaders.features.load(id);
      if (features) return fraudRisk(features, context.models.risk, context);
      throw new CodedError(
        'NOT_FOUND',
        `Nothing is known of ${id} here: expected an order that the island was told of. A new one is within moments; ask again.`,
      );
    },
    fraudAssessment: async ({ id }, _, { identity, loaders }) => {
      requireScope(READ_SCOPE, identity);
      return loaders.assessment.load(id);
    },
  },
  FraudRisk: {
    score: ({ output }) => output.score,
    decision: ({ output }) => output.decision,
    reasons: ({ output }) => reasonsOf(output),
    base: ({ output }) => output.base,
    contributions: contributionsOf,
  },
  FraudAssessment: {
    order: ({ orderId: id }) => ({ id }),
  },
};

function isAssessmentKey(key: unknown): key is AssessmentKey {
  return Array.isArray(key) && key.length === 1 && typeof key[0] === 'string' && key[0].length <= 200;
}
