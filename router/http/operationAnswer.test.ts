import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { CodedError, type ErrorCode } from '../../kit/errors.ts';
import { defineJob } from '../../kit/jobs/defineJob.ts';
import { ALICE } from '../../kit/jobs/testJobs.ts';
import { type AsyncRouter, startAsyncRouter } from '../jobs/testAsyncRouter.ts';

/** Of the kinds that operations have, and ends as it is told. */
const kinds = [true, false].map((restartable) =>
  defineJob<ErrorCode, null, undefined>({
    kind: restartable ? 'router.query' : 'router.mutation',
    restartable,
    retries: 0,
    input: z.custom<ErrorCode>((code) => typeof code === 'string'),
    handler: async (code) => {
      throw new CodedError(code, 'the reason');
    },
  }),
);

let t: AsyncRouter;
beforeAll(async () => {
  t = await startAsyncRouter();
  t.jobs.work(kinds, { services: undefined });
});
afterAll(() => t.close());

test.each([
  ['query', 'OPERATION_TOO_LARGE', 'FAILED', 422, 'the reason'],
  ['query', 'OVERLOADED', 'PARKED', 500, 'Every attempt failed, the last one so: the reason'],
  ['mutation', 'GRAPHQL_VALIDATION_FAILED', 'FAILED', 422, 'the reason'],
  ['mutation', 'OVERLOADED', 'FAILED', 500, 'the reason'],
  ['mutation', 'INTERNAL_SERVER_ERROR', 'FAILED', 500, 'the reason'],
] as const)('a %s that ended with %s is %s and is answered with %d', async (kind, code, status, expected, message) => {
  const definition = kinds[kind === 'query' ? 0 : 1];
  if (definition === undefined) throw new TypeError('there are two');
  const { id } = await t.jobs.submit(definition, code, { identity: ALICE });
  const location = `/operations/${id}`;
  const response = await t.look(location, { prefer: 'wait=20', accept: 'application/graphql-response+json' });
  expect(response.status).toBe(expected);
  expect(response.headers.get('content-type')).toBe('application/graphql-response+json; charset=utf-8');
  expect(await response.json()).toEqual({
    errors: [{ message, extensions: { code } }],
    extensions: { job: { id, kind: `router.${kind}`, status, location, progress: null } },
  });
});
