import type { DefinitionOf } from '../../kit/model/defineModel.ts';
import { defineSubgraph, type Services } from '../../kit/subgraph.ts';
import type encoderModel from './encoder.ts';
import { retrain } from './jobs/retrain.ts';
import type tasteModel from './model.ts';
import type popularModel from './popular.ts';
import { orders } from './projections/orders.ts';
import { products } from './projections/products.ts';
import { createContext, resolvers } from './resolvers.ts';
import { ShelfTables } from './shelf/shelfTables.ts';
import { Shelves } from './shelf/shelves.ts';
import { PurchaseStore } from './store.ts';

/** Of English, about. */
const CHARACTERS_PER_TOKEN = 4.5;

/** Answers when the one that knows tastes cannot. */
const popular: DefinitionOf<typeof popularModel> = {
  folder: new URL('popular/', import.meta.url),
  code: new URL('popular.ts', import.meta.url),
};

const taste: DefinitionOf<typeof tasteModel> = {
  folder: new URL('model/', import.meta.url),
  code: new URL('model.ts', import.meta.url),
  fallback: popular,
};

const encoder: DefinitionOf<typeof encoderModel> = {
  folder: new URL('encoder/', import.meta.url),
  code: new URL('encoder.ts', import.meta.url),
  sizeOf: (text) => Math.ceil(text.length / CHARACTERS_PER_TOKEN),
};

const models = { taste, encoder };

/** One for each start of the island, as its services are: all requests of a process share what it holds in memory. */
const shelves = new WeakMap<Services['models'], Shelves>();

function shelvesOf({ models: handles, database, log }: Services<typeof models>): Shelves {
  let own = shelves.get(handles);
  if (own === undefined) {
    own = new Shelves(new ShelfTables(database), handles.encoder, log);
    shelves.set(handles, own);
  }
  return own;
}

export default defineSubgraph({
  name: 'recommendations',
  schema: new URL('schema.graphql', import.meta.url),
  resolvers,
  database: { migrations: new URL('migrations/', import.meta.url) },
  models,
  jobs: [retrain],
  projections: [products, orders],
  background: (services, signal) => shelvesOf(services).follow(signal),
  context: (request, services) =>
    createContext(request, {
      models: services.models,
      shelves: shelvesOf(services),
      jobs: services.jobs,
      purchases: new PurchaseStore(services.database),
    }),
});
