import { GraphQLError } from 'graphql';
import { CodedError, type ERROR_CODES } from './errors.ts';
import type { Logger } from './log.ts';

/**
 * What a client may see of an error. A CodedError, or a GraphQLError with a code or without a cause (a syntax or
 * validation error), speaks for itself; anything else is a fault of ours: logged with its stack, told as such.
 */
export function toClientError(error: GraphQLError, log: Logger): GraphQLError {
  const cause = error.originalError;
  if (cause === undefined || cause instanceof CodedError || cause instanceof GraphQLError) return error;
  log.error({ err: cause, path: error.path }, 'a resolver failed');
  return new GraphQLError('The subgraph failed on this field; its log says why.', {
    nodes: error.nodes ?? null,
    path: error.path ?? null,
    extensions: { code: 'INTERNAL_SERVER_ERROR' satisfies keyof typeof ERROR_CODES },
  });
}
