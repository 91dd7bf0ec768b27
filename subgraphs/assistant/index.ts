import type { DefinitionOf } from '../../kit/model/defineModel.ts';
import type { Services } from '../../kit/subgraph.ts';
import { defineSubgraph } from '../../kit/subgraph.ts';
import { ArticleIndexes } from './articles/articleIndexes.ts';
import { articleProjection } from './articles/articleProjection.ts';
import { ArticleTables } from './articles/articleTables.ts';
import type encoderModel from './encoder.ts';
import { reembedArticles } from './jobs/reembedArticles.ts';
import type rankerModel from './ranker.ts';
import { createContext, resolvers } from './resolvers.ts';

/** Of English, about. */
const CHARACTERS_PER_TOKEN = 4.5;

/** Ranks by words alone when there is no meaning to compare. */
const words: DefinitionOf<typeof rankerModel> = {
  folder: new URL('words/', import.meta.url),
  code: new URL('ranker.ts', import.meta.url),
};

const ranker: DefinitionOf<typeof rankerModel> = {
  folder: new URL('model/', import.meta.url),
  code: new URL('ranker.ts', import.meta.url),
  fallback: words,
};

const encoder: DefinitionOf<typeof encoderModel> = {
  folder: new URL('encoder/', import.meta.url),
  code: new URL('encoder.ts', import.meta.url),
  sizeOf: ({ text }) => Math.ceil(text.length / CHARACTERS_PER_TOKEN),
};

const models = { ranker, encoder };

/** One for each start of the island, as its services are: all requests of a process share what it holds in memory. */
const indexes = new WeakMap<Services['models'], ArticleIndexes>();

function indexesOf({
  models: { encoder: handle },
  models: key,
  database,
  log,
}: Services<typeof models>): ArticleIndexes {
  let own = indexes.get(key);
  if (own === undefined) {
    own = new ArticleIndexes(new ArticleTables(database), handle, log);
    indexes.set(key, own);
  }
  return own;
}

export default defineSubgraph({
  name: 'assistant',
  schema: new URL('schema.graphql', import.meta.url),
  resolvers,
  database: { migrations: new URL('migrations/', import.meta.url) },
  models,
  jobs: [reembedArticles],
  projections: [articleProjection],
  background: (services, signal) => indexesOf(services).follow(signal),
  context: (request, services) =>
    createContext(request, {
      models: services.models,
      indexes: indexesOf(services),
      chat: services.chat,
      jobs: services.jobs,
    }),
});
