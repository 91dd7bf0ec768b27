import { defineSubgraph } from '../../kit/subgraph.ts';
import { triageInbox } from './jobs/triageInbox.ts';
import { createContext, resolvers } from './resolvers.ts';

export default defineSubgraph({
  name: 'support',
  schema: new URL('schema.graphql', import.meta.url),
  resolvers,
  database: {
    migrations: new URL('migrations/', import.meta.url),
    // The demo world is large; only a seeding process reads it.
    seed: async (transaction, services) => (await import('./seed.ts')).seed(transaction, services),
  },
  uploads: true,
  jobs: [triageInbox],
  context: createContext,
});
