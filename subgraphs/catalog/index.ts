import { defineSubgraph } from '../../kit/subgraph.ts';
import { createContext, resolvers } from './resolvers.ts';
import { CatalogStore } from './store.ts';

export default defineSubgraph({
  name: 'catalog',
  schema: new URL('schema.graphql', import.meta.url),
  resolvers,
  database: {
    migrations: new URL('migrations/', import.meta.url),
    // The demo world is large; only a seeding process reads it.
    seed: async (transaction, services) => (await import('./seed.ts')).seed(transaction, services),
  },
  uploads: true,
  // It has none, and tells of changes.
  jobs: [],
  context: (request, services) => createContext(request, new CatalogStore(services)),
});
