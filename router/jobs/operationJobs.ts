import { defineJob } from '../../kit/jobs/defineJob.ts';
import type { Jobs } from '../../kit/jobs/jobs.ts';
import type { LiveGraph } from '../supergraph/liveGraph.ts';
import { executeMutation, executeQuery, type OperationServices, type StoredResponse } from './executeOperation.ts';
import { type OperationInput, operationInput } from './operationInput.ts';

const TEN_MINUTES_MS = 600_000;
/** Of each kind, in one worker: it mostly waits for subgraphs. */
const CONCURRENCY = 16;

const common = { input: operationInput, timeoutMs: TEN_MINUTES_MS, concurrency: CONCURRENCY };

/** The kinds of jobs that operations become. A mutation, once begun, never begins again. */
export const operationJobs = {
  query: defineJob<OperationInput, StoredResponse, OperationServices>({
    ...common,
    kind: 'router.query',
    handler: executeQuery,
  }),
  mutation: defineJob<OperationInput, StoredResponse, OperationServices>({
    ...common,
    kind: 'router.mutation',
    restartable: false,
    handler: executeMutation,
  }),
};

const KINDS: ReadonlySet<string> = new Set(Object.values(operationJobs).map(({ kind }) => kind));

export function isOperationKind(kind: string): boolean {
  return KINDS.has(kind);
}

/** Begins to run, in this process, operations that were accepted as jobs: by the supergraph that serves then. */
export function workOnOperations(jobs: Jobs, graph: LiveGraph): void {
  const services: OperationServices = { execute: (request, context) => graph.current.executeData(request, context) };
  jobs.work(Object.values(operationJobs), { services });
}
