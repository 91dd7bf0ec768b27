import { z } from 'zod';
import type { RequestContext } from '../../kit/context.ts';
import type { ModelHandle } from '../../kit/model/handle.ts';
import { readInput, text } from '../../kit/readInput.ts';
import type { Prediction } from './model/head.ts';
import type { Resolvers } from './schema.generated.ts';

const MAX_TEXTS = 100;
const MAX_CHARACTERS = 10_000;

export interface Context extends RequestContext {
  readonly models: { readonly sentiment: ModelHandle<string, Prediction> };
}

export function createContext(request: RequestContext, models: Context['models']): Context {
  return { ...request, models };
}

const texts = z.array(z.string()).refine(({ length }) => length >= 1 && length <= MAX_TEXTS, {
  error: `a list of 1 to ${MAX_TEXTS} texts`,
});
const oneText = text(1, MAX_CHARACTERS);

export const resolvers: Resolvers = {
  Query: {
    // Each item is a promise of its own: graphql-js writes a rejected one as null with an error at its index.
    analyzeSentiment: (_, args, { models, signal, deadline }) =>
      readInput(texts, args.texts, 'texts').map(async (given, index) =>
        models.sentiment.predict(readInput(oneText, given, `texts.${index}`), { signal, deadline }),
      ),
  },
  Review: {
    // The model reads no further than this, however much another version of the reviews island may allow.
    sentiment: ({ body }, _, { models, signal, deadline }) =>
      models.sentiment.predict(body.slice(0, MAX_CHARACTERS), { signal, deadline }),
  },
  Sentiment: {
    model: (_, __, { models }) => models.sentiment.manifest,
  },
};
