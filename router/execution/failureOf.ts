import { CodedError } from '../../kit/errors.ts';
import type { Logger } from '../../kit/log.ts';
import type { SubgraphError } from '../transport/transport.ts';
import type { Failure } from './failures.ts';

/** What a client may know of a fetch that brought no response. */
export function failureOfFetch(error: unknown, service: string, log: Logger): Failure {
  if (error instanceof CodedError) return { message: error.message, extensions: { ...error.extensions, service } };
  log.error({ err: error, subgraph: service }, 'a fetch failed in a way that transports should not');
  return broken(service, 'did not answer as it should');
}

/** A response that is GraphQL but not what was asked for. */
export function broken(service: string, how: string): Failure {
  return { message: `The subgraph "${service}" ${how}.`, extensions: { code: 'SUBGRAPH_UNAVAILABLE', service } };
}

/** A subgraph's own error keeps its message, code and details; where and how it was made is not for the client. */
export function failureOfSubgraphError({ message, extensions }: SubgraphError, service: string): Failure {
  const { stacktrace: _, exception: __, response: ___, http: ____, serviceName: _____, ...details } = extensions ?? {};
  return { message, extensions: { code: 'INTERNAL_SERVER_ERROR', ...details, service } };
}

export function late(service: string | undefined): Failure {
  const code = 'DEADLINE_EXCEEDED';
  if (service === undefined) return { message: 'The answer did not come in time.', extensions: { code } };
  return { message: `The subgraph "${service}" did not answer in time.`, extensions: { code, service } };
}
