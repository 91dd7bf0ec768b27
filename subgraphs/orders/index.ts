import { defineSubgraph } from '../../kit/subgraph.ts';
import { placeOrder } from './placeOrder.ts';
import { assessments } from './projections/assessments.ts';
import { products } from './projections/products.ts';
import { createContext, resolvers } from './resolvers.ts';
import { OrderStore } from './store.ts';

export default defineSubgraph({
  name: 'orders',
  schema: new URL('schema.graphql', import.meta.url),
  resolvers,
  database: {
    migrations: new URL('migrations/', import.meta.url),
    // The demo world is large; only a seeding process reads it.
    seed: async (transaction) => (await import('./seed.ts')).seed(transaction),
  },
  projections: [products, assessments],
  context: (request, { database, jobs }) =>
    createContext(request, new OrderStore(database), async (userId, given) => {
      const { changes } = await jobs();
      return placeOrder(userId, given, database, changes);
    }),
});
