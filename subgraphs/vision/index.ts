import type { DefinitionOf } from '../../kit/model/defineModel.ts';
import { defineSubgraph, type Services } from '../../kit/subgraph.ts';
import { PictureFetcher } from './fetch/pictureFetcher.ts';
import type visionModel from './model.ts';
import type pixelsModel from './pixels.ts';
import { PictureIndex } from './products/pictureIndex.ts';
import { productProjection } from './products/productProjection.ts';
import { ProductTables } from './products/productTables.ts';
import { createContext, resolvers } from './resolvers.ts';

/** Answers, as far as it can, when the network cannot. */
const pixels: DefinitionOf<typeof pixelsModel> = {
  folder: new URL('pixels/', import.meta.url),
  code: new URL('pixels.ts', import.meta.url),
};

const vision: DefinitionOf<typeof visionModel> = {
  folder: new URL('model/', import.meta.url),
  code: new URL('model.ts', import.meta.url),
  fallback: pixels,
};

const models = { vision };

/** One for each start of the island, as its services are: all requests of a process share what it holds in memory. */
const indexes = new WeakMap<Services['models'], PictureIndex>();

function indexOf({ models: key, database, uploads, log }: Services<typeof models>): PictureIndex {
  let own = indexes.get(key);
  if (own === undefined) {
    own = new PictureIndex({
      tables: new ProductTables(database),
      model: key.vision,
      read: async (id) => (await uploads()).readAttached(id),
      log,
    });
    indexes.set(key, own);
  }
  return own;
}

export default defineSubgraph({
  name: 'vision',
  schema: new URL('schema.graphql', import.meta.url),
  resolvers,
  database: { migrations: new URL('migrations/', import.meta.url) },
  uploads: true,
  models,
  projections: [productProjection],
  background: (services, signal) => indexOf(services).follow(signal),
  context: (request, services) =>
    createContext(request, {
      model: services.models.vision,
      index: indexOf(services),
      fetcher: new PictureFetcher({ hosts: services.imageHosts }),
      uploads: services.uploads,
    }),
});
