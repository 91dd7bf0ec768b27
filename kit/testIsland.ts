import { AsyncLocalStorage } from 'node:async_hooks';
import type { ExecutionResult, GraphQLSchema } from 'graphql';
import { pino } from 'pino';
import { ANONYMOUS, type Identity } from './context.ts';
import type { Database } from './database/database.ts';
import { Jobs } from './jobs/jobs.ts';
import { TEST_TIMINGS } from './jobs/testJobs.ts';
import { createRequestContext } from './requestContext.ts';
import { seedSubgraph, startSubgraph } from './start.ts';
import type { SubgraphDefinition } from './subgraph.ts';
import { NO_RESOURCES } from './testResources.ts';
import { Uploads } from './uploads/uploads.ts';

const log = pino({ level: 'silent' });

/** An island in a test's process. */
export interface TestIsland {
  readonly schema: GraphQLSchema;
  /** The SQL of each query that the last `ask` made. */
  readonly queries: readonly string[];
  /** The jobs of its process, on the embedded queue over the test's database. */
  jobs(): Promise<Jobs>;
  /** What was uploaded into the test's database. */
  uploads(): Promise<Uploads>;
  ask(query: string, variables?: Record<string, unknown>, identity?: Identity): Promise<ExecutionResult>;
  /** Ends what it does by itself, and its jobs, if there are any. The database is the test's. */
  close(): Promise<void>;
}

/** Starts an island that has no database, or one on a test's database, seeded with the demo world. */
export async function startTestIsland(definition: SubgraphDefinition, database?: Database): Promise<TestIsland> {
  // Jobs query by themselves, all the time.
  const asked = new AsyncLocalStorage<boolean>();
  const queries: string[] = [];
  const counted = database && observeQueries(database, (sql) => asked.getStore() && queries.push(sql));
  let opening: Promise<Jobs> | undefined;
  const jobs = (): Promise<Jobs> => {
    if (counted === undefined) return NO_RESOURCES.jobs();
    opening ??= asked.run(false, () => Jobs.open({ database: counted, log, timings: TEST_TIMINGS }));
    return opening;
  };
  let openingUploads: Promise<Uploads> | undefined;
  const uploads = (): Promise<Uploads> => {
    if (counted === undefined) return NO_RESOURCES.uploads();
    openingUploads ??= asked.run(false, () => Uploads.open({ database: counted, log }));
    return openingUploads;
  };
  const resources = { ...NO_RESOURCES, ...(counted && { database: async () => counted, jobs, uploads }) };
  const island = await startSubgraph(definition, { resources, log });
  await seedSubgraph(definition, { resources, log });
  return {
    schema: island.schema,
    queries,
    jobs,
    uploads,
    ask: (query, variables = {}, identity = ANONYMOUS) => {
      queries.length = 0;
      const context = createRequestContext({ signal: new AbortController().signal, log, identity });
      return asked.run(true, () => island.execute({ query, variables }, context));
    },
    close: async () => {
      await island.close();
      await (await opening)?.close();
      await (await openingUploads)?.close();
    },
  };
}

function observeQueries(database: Database, observe: (sql: string) => unknown): Database {
  const observed = (target: Pick<Database, 'query'>): Pick<Database, 'query'> => ({
    query: (sql, parameters) => {
      observe(sql);
      return target.query(sql, parameters);
    },
  });
  return {
    ...database,
    ...observed(database),
    transaction: (work) => database.transaction((transaction) => work({ ...transaction, ...observed(transaction) })),
  };
}
