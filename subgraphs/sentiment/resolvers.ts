import { z } from 'zod';
import { requireScope } from '../../kit/access.ts';
import type { RequestContext } from '../../kit/context.ts';
import { DateTime } from '../../kit/dateTime.ts';
import { CodedError } from '../../kit/errors.ts';
import type { JobDefinition } from '../../kit/jobs/defineJob.ts';
import { JobResults } from '../../kit/jobs/jobResults.ts';
import type { Jobs } from '../../kit/jobs/jobs.ts';
import { claimedModel } from '../../kit/model/quality/predictionId.ts';
import { entityId, readInput, text } from '../../kit/readInput.ts';
import { languageOf } from './guessLanguage.ts';
import { analyzeReviews, readSubject } from './jobs/analyzeReviews.ts';
import { headRebuild, rebuildHead, TRAIN_SCOPE } from './jobs/rebuildHead.ts';
import { reviewAnalysis } from './jobs/reviewTally.ts';
import { judgeAspectsOf, judgeIn, type SentimentModels } from './judging.ts';
import type { Resolvers } from './schema.generated.ts';
import type { JobRow } from './store.ts';
import { MAX_CHARACTERS } from './tensors.ts';

const MAX_TEXTS = 100;

export interface Context extends RequestContext {
  readonly models: SentimentModels;
  readonly jobs: () => Promise<Jobs>;
  readonly store: JobResults;
}

export function createContext(request: RequestContext, { models, jobs }: Pick<Context, 'models' | 'jobs'>): Context {
  const store = new JobResults(async () => (await jobs()).directory, request.identity);
  return { ...request, models, jobs, store };
}

const texts = z.array(z.string()).refine(({ length }) => length >= 1 && length <= MAX_TEXTS, {
  error: `a list of 1 to ${MAX_TEXTS} texts`,
});
const oneText = text(1, MAX_CHARACTERS);
const languageCode = z
  .string()
  .regex(/^[a-z]{2,8}$/, { error: 'the code of a language, such as "en" or "id"' })
  .nullable();
const jobId = entityId('job');

export const resolvers: Resolvers = {
  DateTime,
  Query: {
    // Each item is a promise of its own: graphql-js writes a rejected one as null with an error at its index.
    analyzeSentiment: (_, args, context) => {
      const code = readInput(languageCode, args.language ?? null, 'language');
      return readInput(texts, args.texts, 'texts').map(async (given, index) =>
        judgeIn(languageOf(code, given), readInput(oneText, given, `texts.${index}`), context),
      );
    },
  },
  Mutation: {
    sentimentFeedback: async (_, { predictionId, label }, { models }) => ({
      counted: await modelThatGave(predictionId, models).feedback(predictionId, label),
    }),
    analyzeReviews: (_, { idempotencyKey, ...subject }, context) =>
      submit(analyzeReviews, readSubject(subject), idempotencyKey, context),
    rebuildSentimentHead: (_, { idempotencyKey }, context) => {
      requireScope(TRAIN_SCOPE, context.identity);
      return submit(rebuildHead, null, idempotencyKey, context);
    },
  },
  Job: {
    __resolveReference: ({ id }, { store }) => store.find(readInput(jobId, id, 'id')),
    reviewAnalysis: ({ id }, _, { store }) => store.result(id, analyzeReviews, reviewAnalysis),
    headRebuild: ({ id }, _, { store }) => store.result(id, rebuildHead, headRebuild),
  },
  ReviewAnalysis: {
    mostPositive: ({ mostPositive }) => mostPositive.map((id) => ({ id })),
    mostNegative: ({ mostNegative }) => mostNegative.map((id) => ({ id })),
  },
  ProductSentiment: {
    product: ({ id }) => ({ id }),
    sharePositive: ({ positive, negative }) => (positive + negative === 0 ? null : positive / (positive + negative)),
  },
  HeadRebuild: {
    quality: ({ quality }) =>
      quality.map(({ interval: [low = null, high = null] = [], ...figure }) => ({ ...figure, low, high })),
    servedSince: ({ servedSince }) => new Date(servedSince),
  },
  Review: {
    sentiment: ({ body }, _, context) => {
      if (body === undefined) throw new CodedError('INPUT_UNAVAILABLE', 'Review.sentiment needs Review.body.');
      // The model reads no further than this, however much another version of the reviews island may allow.
      return judgeIn({ language: 'en', guessed: false }, body.slice(0, MAX_CHARACTERS), context);
    },
  },
  Inquiry: {
    sentiment: async ({ message, language }, _, context) => {
      if (message === undefined) throw new CodedError('INPUT_UNAVAILABLE', 'Inquiry.sentiment needs Inquiry.message.');
      return judgeIn(languageOf(language?.code ?? null, message), message.slice(0, MAX_CHARACTERS), context);
    },
  },
  Sentiment: {
    label: ({ predicted }) => predicted.output.label,
    score: ({ predicted }) => predicted.output.score,
    confidence: ({ predicted }) => predicted.output.confidence,
    model: ({ predicted }) => predicted.model,
    degraded: ({ predicted, guessed }) => predicted.degraded || guessed,
    aspects: async (row, _, context) => [...(await judgeAspectsOf(row, context))],
    predictionId: ({ predicted }) => predicted.predictionId(),
  },
};

/** Which of the models an id claims to be of; that one finds out whether it is. */
function modelThatGave(predictionId: string, { sentiment, indonesian }: SentimentModels) {
  return claimedModel(predictionId)?.startsWith(indonesian.manifest.name) ? indonesian : sentiment;
}

async function submit<Input>(
  definition: JobDefinition<Input>,
  input: Input,
  idempotencyKey: string | null | undefined,
  { jobs, identity }: Context,
): Promise<JobRow> {
  const { id } = await (await jobs()).submit(definition, input, {
    identity,
    idempotencyKey: idempotencyKey ?? undefined,
  });
  return { id };
}
