import { pino } from 'pino';
import type { Identity } from '../kit/context.ts';
import { openTestDatabase } from '../kit/database/testDatabase.ts';
import { Jobs } from '../kit/jobs/jobs.ts';
import { TEST_TIMINGS } from '../kit/jobs/testJobs.ts';
import { startSubgraph } from '../kit/start.ts';
import { NO_RESOURCES } from '../kit/testResources.ts';
import { createJwtAuthenticator } from '../router/http/authenticate.ts';
import { startRouter } from '../router/start.ts';
import { createInProcessTransport } from '../router/transport/inProcess.ts';
import island from '../subgraphs/jobs/index.ts';
import { composeSupergraph } from '../supergraph/compose.ts';
import { signToken } from './signToken.ts';

const log = pino({ level: 'silent' });
const SECRET = 'a secret of the tests, which nobody else shall know';

/** A router over the jobs island, on the embedded database and queue, that tells callers apart by their tokens. */
export interface JobsGraph {
  readonly url: string;
  readonly jobs: Jobs;
  tokenOf(identity: Identity): Promise<string>;
  close(): Promise<void>;
}

export async function startJobsGraph(port = 0): Promise<JobsGraph> {
  const database = await openTestDatabase('pglite');
  const jobs = await Jobs.open({ database, log, timings: TEST_TIMINGS });
  const subgraph = await startSubgraph(island, { resources: { ...NO_RESOURCES, jobs: async () => jobs }, log });
  const router = await startRouter({
    host: '127.0.0.1',
    port,
    authenticate: createJwtAuthenticator({ key: { secret: SECRET } }, log),
    forwardHeaders: [],
    supergraph: composeSupergraph([{ name: island.name, url: 'http://jobs.test/graphql', sdl: subgraph.sdl }]),
    transportTo: () => createInProcessTransport(subgraph, log),
    firstQuery: '{ jobs { nodes { id } } }',
    log,
  });
  return {
    url: `${router.url}/graphql`,
    jobs,
    tokenOf: (identity) => signToken(identity, SECRET),
    close: async () => {
      await router.close();
      await jobs.close({ patienceMs: 0 });
      await database.close();
    },
  };
}
