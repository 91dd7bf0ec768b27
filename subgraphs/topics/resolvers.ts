import { z } from 'zod';
import type { RequestContext } from '../../kit/context.ts';
import { CodedError } from '../../kit/errors.ts';
import type { ModelHandle } from '../../kit/model/handle.ts';
import { readInput, text } from '../../kit/readInput.ts';
import { guessLanguage } from './guessLanguage.ts';
import type { Judgement } from './judgement.ts';
import type { TopicRow } from './model.ts';
import type { Resolvers } from './schema.generated.ts';
import { MAX_CHARACTERS } from './tensors.ts';
import { isLanguage, type Message, NO_TOPIC } from './topics.ts';

const MAX_TEXTS = 100;

export interface Context extends RequestContext {
  readonly models: { readonly topics: ModelHandle<Message, Judgement> };
}

export function createContext(request: RequestContext, { models }: Pick<Context, 'models'>): Context {
  return { ...request, models };
}

const texts = z.array(z.string()).refine(({ length }) => length >= 1 && length <= MAX_TEXTS, {
  error: `a list of 1 to ${MAX_TEXTS} texts`,
});
const oneText = text(1, MAX_CHARACTERS);

export const resolvers: Resolvers = {
  Query: {
    // Each item is a promise of its own: graphql-js writes a rejected one as null with an error at its index.
    classifyTopics: (_, args, context) =>
      readInput(texts, args.texts, 'texts').map(async (given, index) =>
        classify(readInput(oneText, given, `texts.${index}`), args.language ?? null, context),
      ),
  },
  Mutation: {
    topicFeedback: async (_, { predictionId, label }, { models }) => ({
      counted: await models.topics.feedback(predictionId, label ?? NO_TOPIC),
    }),
  },
  Inquiry: {
    topic: ({ message, language }, _, context) => {
      if (message === undefined) throw new CodedError('INPUT_UNAVAILABLE', 'Inquiry.topic needs Inquiry.message.');
      // The model reads no further than this, however much another version of the support island may allow.
      return classify(message.slice(0, MAX_CHARACTERS), language?.code ?? null, context);
    },
  },
  Topic: {
    label: ({ output }) => output.label,
    subtopic: ({ output }) => output.subtopic,
    confidence: ({ output }) => output.confidence,
    predictionId: (predicted) => predicted.predictionId(),
  },
};

/**
 * @param code of the message's language; null when nobody could tell.
 * @throws CodedError `UNSUPPORTED_LANGUAGE`, and what the model throws.
 */
async function classify(message: string, code: string | null, context: Context): Promise<TopicRow> {
  const { topics } = context.models;
  const language = code ?? guessLanguage(message);
  const { languages } = topics.manifest;
  if (!isLanguage(language) || !languages.includes(language)) {
    throw new CodedError(
      'UNSUPPORTED_LANGUAGE',
      `Topics are told in the languages ${languages.join(', ')}; this message is in ${language === null ? 'another script' : JSON.stringify(language.slice(0, 20))}.`,
    );
  }
  const predicted = await topics.predict({ text: message, language }, context);
  return code === null ? { ...predicted, degraded: true } : predicted;
}
