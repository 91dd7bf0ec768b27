import { expect, test } from 'vitest';
import { ALICE } from '../../kit/jobs/testJobs.ts';
import type { DataAnswer } from '../supergraph/snapshot.ts';
import { silent } from '../testGraph.ts';
import { executeMutation, executeQuery, type OperationContext } from './executeOperation.ts';

const input = { query: '{ me }', headers: [] };

function contextOf(answer: DataAnswer): OperationContext {
  return {
    id: 'job-1',
    identity: ALICE,
    attempt: 1,
    signal: new AbortController().signal,
    deadline: Date.now() + 5_000,
    log: silent,
    services: { execute: async () => answer },
    progress: () => {},
    graph: () => Promise.reject(new Error('not asked')),
    askPartly: () => Promise.reject(new Error('not asked')),
    commit: () => Promise.reject(new Error('not asked')),
  };
}

const refused = (kind: DataAnswer['refused'], extensions: Record<string, unknown>): DataAnswer => ({
  data: undefined,
  errors: [{ message: 'no', extensions }],
  refused: kind,
});

test.each([
  ['query', executeQuery],
  ['mutation', executeMutation],
])('a %s ends with the code of what refused it', async (_, execute) => {
  const rejection = (answer: DataAnswer) => expect(execute(input, contextOf(answer))).rejects;
  await rejection(refused('invalid', { code: 'GRAPHQL_VALIDATION_FAILED' })).toMatchObject({
    code: 'GRAPHQL_VALIDATION_FAILED',
    message: 'no',
  });
  await rejection(refused('fault', { code: 'INTERNAL_SERVER_ERROR' })).toMatchObject({ code: 'INTERNAL_SERVER_ERROR' });
  await rejection(refused('invalid', { code: 'toString' })).toMatchObject({ code: 'INTERNAL_SERVER_ERROR' });
  // Whatever its own code: it was not taken, and may be later.
  await rejection(refused('overloaded', { code: 'DEADLINE_EXCEEDED', retryAfterMs: 70 })).toMatchObject({
    code: 'OVERLOADED',
    extensions: { retryAfterMs: 70 },
  });
});
