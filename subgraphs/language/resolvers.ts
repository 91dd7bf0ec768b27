import { z } from 'zod';
import type { RequestContext } from '../../kit/context.ts';
import { CodedError } from '../../kit/errors.ts';
import type { ModelHandle } from '../../kit/model/handle.ts';
import { readInput, text } from '../../kit/readInput.ts';
import { CODES } from './codes.ts';
import type { Detection } from './detection.ts';
import type { Resolvers } from './schema.generated.ts';
import { MAX_CHARACTERS } from './tensors.ts';

const MAX_TEXTS = 100;

export interface Context extends RequestContext {
  readonly models: { readonly language: ModelHandle<string, Detection> };
}

export function createContext(request: RequestContext, { models }: Pick<Context, 'models'>): Context {
  return { ...request, models };
}

const texts = z.array(z.string()).refine(({ length }) => length >= 1 && length <= MAX_TEXTS, {
  error: `a list of 1 to ${MAX_TEXTS} texts`,
});
const oneText = text(1, MAX_CHARACTERS);
const oneCode = z.enum(CODES, { error: `one of ${CODES.join(', ')}` });

export const resolvers: Resolvers = {
  Query: {
    // Each item is a promise of its own: graphql-js writes a rejected one as null with an error at its index.
    detectLanguage: (_, args, context) =>
      readInput(texts, args.texts, 'texts').map(async (given, index) =>
        context.models.language.predict(readInput(oneText, given, `texts.${index}`), context),
      ),
  },
  Mutation: {
    languageFeedback: async (_, { predictionId, code }, { models }) => ({
      counted: await models.language.feedback(predictionId, readInput(oneCode, code, 'code')),
    }),
  },
  Inquiry: {
    language: ({ message }, _, context) => {
      if (message === undefined) throw new CodedError('INPUT_UNAVAILABLE', 'Inquiry.language needs Inquiry.message.');
      // The model reads no further than this, however much another version of the support island may allow.
      return context.models.language.predict(message.slice(0, MAX_CHARACTERS), context);
    },
  },
  Language: {
    code: ({ output }) => output.code,
    confidence: ({ output }) => output.confidence,
    predictionId: (predicted) => predicted.predictionId(),
  },
};
