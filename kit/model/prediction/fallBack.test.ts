import { expect, test } from 'vitest';
import { CodedError, ERROR_CODES, type ErrorCode } from '../../errors.ts';
import { mayFallBack } from './fallBack.ts';

test('a model is stood in for where it could not answer, and not where its answer is an error', () => {
  const codes = Object.keys(ERROR_CODES) as ErrorCode[];
  expect(codes.filter((code) => mayFallBack(new CodedError(code, 'why'))).sort()).toEqual([
    'DEADLINE_EXCEEDED',
    'MODEL_FAILED',
    'MODEL_UNAVAILABLE',
    'OVERLOADED',
  ]);
  expect(mayFallBack(new Error('the caller left'))).toBe(false);
});
