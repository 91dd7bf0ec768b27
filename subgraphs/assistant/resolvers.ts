import { z } from 'zod';
import { requireScope } from '../../kit/access.ts';
import type { ChatEndpoint } from '../../kit/chat/chatEndpoint.ts';
import type { RequestContext } from '../../kit/context.ts';
import { CodedError } from '../../kit/errors.ts';
import { JobResults } from '../../kit/jobs/jobResults.ts';
import type { Jobs } from '../../kit/jobs/jobs.ts';
import type { ModelHandle } from '../../kit/model/handle.ts';
import { entityId, readInput, text } from '../../kit/readInput.ts';
import type { ArticleIndexes } from './articles/articleIndexes.ts';
import type { ReadText } from './encoder.ts';
import { findArticles } from './findArticles.ts';
import { articleEmbedding, reembedArticles, TRAIN_SCOPE } from './jobs/reembedArticles.ts';
import { LABELS, type RankerItem, type Ranking } from './ranking.ts';
import type { Resolvers } from './schema.generated.ts';
import { suggestReply } from './suggestReply.ts';

/** The longest text that is taken, in characters. */
const MAX_CHARACTERS = 10_000;
const MAX_HITS = 20;

export interface Context extends RequestContext {
  readonly models: {
    readonly encoder: ModelHandle<ReadText, Float32Array>;
    readonly ranker: ModelHandle<RankerItem, Ranking>;
  };
  readonly indexes: ArticleIndexes;
  readonly chat: ChatEndpoint | null;
  readonly jobs: () => Promise<Jobs>;
  readonly store: JobResults;
}

export function createContext(
  request: RequestContext,
  services: Pick<Context, 'models' | 'indexes' | 'chat' | 'jobs'>,
): Context {
  const { models, indexes, chat, jobs } = services;
  const store = new JobResults(async () => (await jobs()).directory, request.identity);
  return { ...request, models, indexes, chat, jobs, store };
}

const oneText = text(1, MAX_CHARACTERS);
const jobId = entityId('job');
const inquiryId = entityId('inquiry');
const languageCode = z
  .string()
  .regex(/^[a-z]{2,8}$/, { error: 'the code of a language in lower-case letters, such as "en"' })
  .nullable();
const hits = z.number().refine((value) => Number.isInteger(value) && value >= 1 && value <= MAX_HITS, {
  error: `a whole number from 1 to ${MAX_HITS}`,
});

export const resolvers: Resolvers = {
  Query: {
    suggestReply: async (_, { message, language }, context) =>
      suggestReply(
        {
          text: readInput(oneText, message, 'message'),
          language: readInput(languageCode, language ?? null, 'language'),
          topic: null,
          mood: null,
        },
        { ...context, ...context.models },
        context,
      ),
    searchArticles: async (_, { text: given, language, first }, context) => {
      const asked = {
        text: readInput(oneText, given, 'text'),
        language: readInput(languageCode, language ?? null, 'language'),
        topic: null,
      };
      const count = readInput(hits, first, 'first');
      const found = await findArticles(asked, { ...context, ...context.models }, context);
      return found.hits.slice(0, count).map(({ match: { article, sentences }, probability }) => ({
        article: { id: article.id },
        probability,
        sentence: sentences.toSorted((a, b) => b.fit - a.fit)[0]?.text ?? article.title,
        degraded: found.degraded,
        model: found.predicted.model,
      }));
    },
  },
  Mutation: {
    replyFeedback: async (_, { predictionId, helpful }, { models }) => {
      const [yes, no] = LABELS;
      const label = helpful ? yes : no;
      return { counted: await models.ranker.feedback(predictionId, label) };
    },
    reembedArticles: async (_, { idempotencyKey }, { jobs, identity }) => {
      requireScope(TRAIN_SCOPE, identity);
      const options = { identity, idempotencyKey: idempotencyKey ?? undefined };
      const { id } = await (await jobs()).submit(reembedArticles, null, options);
      return { id };
    },
  },
  Inquiry: {
    __resolveReference: ({ id, ...rest }) => ({ id: readInput(inquiryId, id, 'id'), ...rest }),
    suggestedReply: async ({ message, language, sentiment, topic }, _, context) => {
      if (message === undefined)
        throw new CodedError('INPUT_UNAVAILABLE', 'Inquiry.suggestedReply needs Inquiry.message.');
      const asked = {
        text: message.slice(0, MAX_CHARACTERS),
        language: language?.code ?? null,
        topic: topic?.label ?? null,
        mood: sentiment?.label ?? null,
      };
      const suggestion = await suggestReply(asked, { ...context, ...context.models }, context);
      const told = [language, sentiment, topic].every((input) => input !== null && input !== undefined);
      return told ? suggestion : { ...suggestion, degraded: true };
    },
  },
  SuggestedReply: {
    citations: ({ citations }) => citations.map(({ id }) => ({ id })),
    confidence: ({ predicted }) => predicted.output.best[0]?.probability ?? 0,
    model: ({ predicted }) => predicted.model,
    predictionId: ({ predicted, handoff }) => (handoff ? null : predicted.predictionId()),
  },
  Job: {
    __resolveReference: ({ id }, { store }) => store.find(readInput(jobId, id, 'id')),
    articleEmbedding: ({ id }, _, { store }) => store.result(id, reembedArticles, articleEmbedding),
  },
};
