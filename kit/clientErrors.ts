import { GraphQLError } from 'graphql';
import { CodedError, type ErrorCode } from './errors.ts';
import type { Logger } from './log.ts';

/**
 * What a client may see of an error. A CodedError, or a GraphQLError with a code or without a cause (a syntax or
 * validation error), speaks for itself; anything else is a fault of ours: logged with its stack, told as such.
 */
export function toClientError(error: GraphQLError, log: Logger): GraphQLError {
  const cause = error.originalError;
  if (isAbort(cause))
    return withCode(
      error,
      'DEADLINE_EXCEEDED',
      'The caller left or its deadline passed before this field was answered.',
    );
  if (cause === undefined || cause instanceof CodedError || cause instanceof GraphQLError) return error;
  log.error({ err: cause, path: error.path }, 'a resolver failed');
  return withCode(error, 'INTERNAL_SERVER_ERROR', 'The subgraph failed on this field; its log says why.');
}

/** What was wrong with a request before anything of it was executed: its variables. */
export function toBadRequest(error: GraphQLError): GraphQLError {
  return withCode(error, 'BAD_USER_INPUT', error.message);
}

function withCode({ nodes, path }: GraphQLError, code: ErrorCode, message: string): GraphQLError {
  return new GraphQLError(message, { nodes: nodes ?? null, path: path ?? null, extensions: { code } });
}

/** What an aborted signal throws is nobody's fault. */
function isAbort(cause: Error | undefined): boolean {
  return cause?.name === 'AbortError' || cause?.name === 'TimeoutError';
}
