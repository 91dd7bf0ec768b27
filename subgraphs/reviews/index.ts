import { defineSubgraph } from '../../kit/subgraph.ts';
import { createContext, resolvers } from './resolvers.ts';
import { ReviewStore } from './store.ts';

export default defineSubgraph({
  name: 'reviews',
  schema: new URL('schema.graphql', import.meta.url),
  resolvers,
  database: {
    migrations: new URL('migrations/', import.meta.url),
    // The demo world is large; only a seeding process reads it.
    seed: async (transaction) => (await import('./seed.ts')).seed(transaction),
  },
  context: (request, { database }) => createContext(request, new ReviewStore(database)),
});
