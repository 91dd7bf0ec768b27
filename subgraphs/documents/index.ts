import { defineSubgraph } from '../../kit/subgraph.ts';
import { detector, kinds, recogniser } from './definitions.ts';
import { createContext, resolvers } from './resolvers.ts';

export default defineSubgraph({
  name: 'documents',
  schema: new URL('schema.graphql', import.meta.url),
  resolvers,
  database: { migrations: new URL('migrations/', import.meta.url) },
  uploads: true,
  models: { kinds, detector, recogniser },
  context: createContext,
});
