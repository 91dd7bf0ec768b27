import { defineSubgraph } from '../../kit/subgraph.ts';
import { createContext, resolvers } from './resolvers.ts';

export default defineSubgraph({
  name: 'jobs',
  schema: new URL('schema.graphql', import.meta.url),
  resolvers,
  // It runs none; it shows those of all islands.
  jobs: [],
  context: (request, services) => createContext(request, async () => (await services.jobs()).directory),
});
