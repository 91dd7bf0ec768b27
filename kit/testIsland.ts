import type { ExecutionResult } from 'graphql';
import { pino } from 'pino';
import type { Database } from './database/database.ts';
import { createRequestContext } from './requestContext.ts';
import { seedSubgraph, startSubgraph } from './start.ts';
import type { SubgraphDefinition } from './subgraph.ts';

/** An island on a test's database, seeded with the demo world. */
export interface TestIsland {
  /** The SQL of each query since the last `ask` began. */
  readonly queries: readonly string[];
  ask(query: string, variables?: Record<string, unknown>): Promise<ExecutionResult>;
}

export async function startTestIsland(definition: SubgraphDefinition, database: Database): Promise<TestIsland> {
  const log = pino({ level: 'silent' });
  const queries: string[] = [];
  const counted = countQueries(database, queries);
  const noModels = () => Promise.reject(new Error('a data island has no models'));
  const resources = { database: async () => counted, models: noModels, close: async () => {} };
  const options = { resources, log };
  const island = await startSubgraph(definition, options);
  await seedSubgraph(definition, options);
  return {
    queries,
    ask: (query, variables = {}) => {
      queries.length = 0;
      return island.execute({ query, variables }, createRequestContext({ signal: new AbortController().signal, log }));
    },
  };
}

function countQueries(database: Database, queries: string[]): Database {
  const counting = (target: Pick<Database, 'query'>): Pick<Database, 'query'> => ({
    query: (sql, parameters) => {
      queries.push(sql);
      return target.query(sql, parameters);
    },
  });
  return {
    ...database,
    ...counting(database),
    transaction: (work) => database.transaction((transaction) => work(counting(transaction))),
  };
}
