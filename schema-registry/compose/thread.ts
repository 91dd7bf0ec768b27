import { parentPort } from 'node:worker_threads';
import { printSchema } from 'graphql';
import { readApiSchema } from '../../supergraph/apiSchema.ts';
import { compose } from '../../supergraph/compose.ts';
import { apiChanges } from '../check/apiChanges.ts';
import type { Composed, TaskReply, TaskRequest, Tasks } from './messages.ts';

/** The composer's thread: composition is synchronous and may take seconds, and here it holds up nobody. */
const tasks: Tasks = {
  compose: ({ services }) => measured(services),
  compare: async ({ services, before }) => {
    const composed = measured(services);
    const { composition } = composed;
    if (before === null || 'faults' in composition || composition.supergraphSdl === before) {
      return { ...composed, changes: [] };
    }
    return { ...composed, changes: await apiChanges(readApiSchema(before), readApiSchema(composition.supergraphSdl)) };
  },
  diff: async ({ before, after }) => (before === null ? [] : apiChanges(readApiSchema(before), readApiSchema(after))),
  api: ({ supergraphSdl }) => printSchema(readApiSchema(supergraphSdl)),
};

function measured(services: Parameters<Tasks['compose']>[0]['services']): Composed {
  const started = performance.now();
  const composition = compose(services);
  return { composition, ms: performance.now() - started };
}

async function answer({ id, name, input }: TaskRequest): Promise<TaskReply> {
  try {
    return { kind: 'done', id, result: await tasks[name](input as never) };
  } catch (error) {
    return { kind: 'broken', id, reason: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.on('message', async (request: TaskRequest) => parentPort?.postMessage(await answer(request)));
parentPort?.postMessage({ kind: 'ready' } satisfies TaskReply);
