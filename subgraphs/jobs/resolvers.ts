import { readPage, toConnection } from '../../kit/connection.ts';
import type { RequestContext } from '../../kit/context.ts';
import { DateTime } from '../../kit/dateTime.ts';
import type { JobDirectory } from '../../kit/jobs/directory.ts';
import type { Priority } from '../../kit/jobs/job.ts';
import { isNewestFirstKey, newestFirstKey } from '../../kit/newestFirst.ts';
import { readInput } from '../../kit/readInput.ts';
import { jobFilter, jobId } from './input.ts';
import { JobWatcher } from './jobWatcher.ts';
import type { JobPriority, Resolvers } from './schema.generated.ts';
import { type JobRow, JobStore } from './store.ts';

export interface Context extends RequestContext {
  readonly directory: () => Promise<JobDirectory>;
  readonly store: JobStore;
}

export function createContext(request: RequestContext, directory: Context['directory']): Context {
  return { ...request, directory, store: new JobStore(directory, request.identity) };
}

const JOBS = { of: 'jobs', default: 20, max: 100 };

const PRIORITIES: Readonly<Record<Priority, JobPriority>> = { high: 'HIGH', normal: 'NORMAL', low: 'LOW' };

export const resolvers: Resolvers = {
  DateTime,
  Query: {
    job: (_, { id }, { store }) => store.find(readInput(jobId, id, 'id')),
    jobs: async (_, { filter, ...page }, { store }) => {
      const wanted = readPage(page, JOBS, isNewestFirstKey);
      const jobs = await store.newest(wanted, readInput(jobFilter, filter ?? {}, 'filter'));
      return toConnection(jobs, wanted, newestFirstKey);
    },
  },
  Mutation: {
    cancelJob: (_, { id }, { store }) => store.cancel(readInput(jobId, id, 'id')),
    retryJob: (_, { id }, { store }) => store.retry(readInput(jobId, id, 'id')),
  },
  Subscription: {
    jobUpdated: {
      subscribe: async (_, { id }, { directory, identity, signal }) => {
        const wanted = readInput(jobId, id, 'id');
        return JobWatcher.of(await directory()).follow(wanted, identity, signal);
      },
      // One context serves all of a subscription's answers.
      resolve: (job: JobRow, _: unknown, { store }: Context) => store.refresh(job),
    },
  },
  Job: {
    __resolveReference: ({ id }, { store }) => store.find(readInput(jobId, id, 'id')),
    status: ({ state }) => state,
    priority: ({ priority }) => PRIORITIES[priority],
    attempts: ({ attempt }) => attempt,
    position: ({ id, state }, _, { store }) => (state === 'QUEUED' ? store.position(id) : null),
  },
};
