import type { DefinitionOf } from '../../kit/model/defineModel.ts';
import type { Services } from '../../kit/subgraph.ts';
import { defineSubgraph } from '../../kit/subgraph.ts';
import type encoderModel from './encoder.ts';
import { reindexSearch } from './jobs/reindexSearch.ts';
import { ProductIndex } from './products/productIndex.ts';
import { productProjection } from './products/productProjection.ts';
import { ProductTables } from './products/productTables.ts';
import { createContext, resolvers } from './resolvers.ts';
import { IndexThread } from './thread/indexThread.ts';

/** Of English, about. */
const CHARACTERS_PER_TOKEN = 4.5;
const modelFolder = new URL('model/', import.meta.url);

/** Compares words alone when MiniLM cannot. */
const words: DefinitionOf<typeof encoderModel> = {
  folder: new URL('words/', import.meta.url),
  code: new URL('words.ts', import.meta.url),
};

const encoder: DefinitionOf<typeof encoderModel> = {
  folder: modelFolder,
  code: new URL('encoder.ts', import.meta.url),
  sizeOf: ({ text }) => Math.ceil(text.length / CHARACTERS_PER_TOKEN),
  fallback: words,
};

const models = { encoder };

/** One for each start of the island, as its services are: all requests of a process share what it holds in memory. */
const indexes = new WeakMap<Services['models'], ProductIndex>();

function indexOf({ models: key, database, log }: Services<typeof models>): ProductIndex {
  let own = indexes.get(key);
  if (own === undefined) {
    own = new ProductIndex(new ProductTables(database), key.encoder, () => new IndexThread(modelFolder), log);
    indexes.set(key, own);
  }
  return own;
}

export default defineSubgraph({
  name: 'search',
  schema: new URL('schema.graphql', import.meta.url),
  resolvers,
  database: { migrations: new URL('migrations/', import.meta.url) },
  models,
  jobs: [reindexSearch],
  projections: [productProjection],
  background: (services, signal) => indexOf(services).follow(signal),
  context: (request, services) =>
    createContext(request, {
      encoder: services.models.encoder,
      index: indexOf(services),
      jobs: services.jobs,
    }),
});
