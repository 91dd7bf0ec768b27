import type { DefinitionOf } from '../../kit/model/defineModel.ts';
import { defineSubgraph } from '../../kit/subgraph.ts';
import { assessOrder } from './jobs/assessOrder.ts';
import type treesModel from './model.ts';
import { orders } from './projections/orders.ts';
import { createContext, resolvers } from './resolvers.ts';
import type rulesModel from './rules.ts';
import { tensors } from './tensors.ts';

/** Answer when the trees cannot. */
const rules: DefinitionOf<typeof rulesModel> = {
  folder: new URL('rules/', import.meta.url),
  code: new URL('rules.ts', import.meta.url),
};

const risk: DefinitionOf<typeof treesModel> = {
  folder: new URL('model/', import.meta.url),
  code: new URL('model.ts', import.meta.url),
  fallback: rules,
  tensors,
};

export default defineSubgraph({
  name: 'fraud',
  schema: new URL('schema.graphql', import.meta.url),
  resolvers,
  database: {
    migrations: new URL('migrations/', import.meta.url),
    // The demo world is large; only a seeding process reads it.
    seed: async (transaction) => (await import('./seed.ts')).seed(transaction),
  },
  models: { risk },
  jobs: [assessOrder],
  projections: [orders],
  context: createContext,
});
