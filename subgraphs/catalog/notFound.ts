import { CodedError } from '../../kit/errors.ts';

export function notFound(argument: string, expected: string, came: string): CodedError {
  return new CodedError('NOT_FOUND', `${argument}: expected ${expected}, got ${JSON.stringify(came)}.`, {
    details: { argument },
  });
}
