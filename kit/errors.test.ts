import { readFileSync } from 'node:fs';
import { GraphQLError, locatedError } from 'graphql';
import { expect, test } from 'vitest';
import { badInput, CodedError, ERROR_CODES } from './errors.ts';

test('the list of codes is the public contract and changes only on purpose', () => {
  expect(Object.keys(ERROR_CODES)).toEqual([
    'BAD_USER_INPUT',
    'NOT_FOUND',
    'UNAUTHENTICATED',
    'FORBIDDEN',
    'CONFLICT',
    'IDEMPOTENCY_KEY_REUSED',
    'JOB_CANCELLED',
    'WORKER_LOST',
    'PAYLOAD_TOO_LARGE',
    'UNSUPPORTED_MEDIA_TYPE',
    'QUOTA_EXCEEDED',
    'RESULT_TOO_LARGE',
    'DEADLINE_EXCEEDED',
    'OVERLOADED',
    'UNSUPPORTED_LANGUAGE',
    'MODEL_FAILED',
    'MODEL_UNAVAILABLE',
    'SUBGRAPH_UNAVAILABLE',
    'INTERNAL_SERVER_ERROR',
    'CONFIG_INVALID',
    'PORT_TAKEN',
    'DATABASE_LOCKED',
    'DATABASE_CORRUPT',
    'DATABASE_UNAVAILABLE',
    'MIGRATION_FAILED',
    'GRAPHQL_PARSE_FAILED',
    'GRAPHQL_VALIDATION_FAILED',
    'OPERATION_NOT_FOUND',
    'PERSISTED_QUERY_NOT_FOUND',
    'OPERATION_TOO_LARGE',
    'OPERATION_NOT_PLANNED',
    'INPUT_UNAVAILABLE',
    'ERRORS_OMITTED',
    'SUPERGRAPH_INVALID',
    'COMPOSITION_FAILED',
  ]);
});

test('docs/errors.md explains each code with the words of the list, and no other code', () => {
  const page = readFileSync(new URL('../docs/errors.md', import.meta.url), 'utf8');
  const documented = [...page.matchAll(/^\| `([A-Z_]+)` \| (.+?) \|/gm)].map(([, code, meaning]) => [code, meaning]);
  expect(documented).toEqual(Object.entries(ERROR_CODES));
});

test('code and details of a thrown error reach the GraphQL response, its cause does not', () => {
  const thrown = new CodedError('OVERLOADED', 'Try later.', {
    details: { retryAfterMs: 50 },
    cause: new Error('secret'),
  });
  const located = locatedError(thrown, [], ['a', 0]);
  expect(JSON.parse(JSON.stringify(located))).toEqual({
    message: 'Try later.',
    path: ['a', 0],
    extensions: { code: 'OVERLOADED', retryAfterMs: 50 },
  });
  expect(located).toBeInstanceOf(GraphQLError);
});

test('details cannot replace the code', () => {
  expect(new CodedError('NOT_FOUND', 'x', { details: { code: 'OK' } }).extensions).toEqual({ code: 'NOT_FOUND' });
});

test('bad input names its argument when there is one', () => {
  expect(badInput('A rating is 1 to 5; got 9.', 'input.rating').extensions).toEqual({
    code: 'BAD_USER_INPUT',
    argument: 'input.rating',
  });
  expect(badInput('x').extensions).toEqual({ code: 'BAD_USER_INPUT' });
});
