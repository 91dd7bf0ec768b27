import { CodedError } from '../../kit/errors.ts';
import type { Logger } from '../../kit/log.ts';
import { createRequestContext } from '../../kit/requestContext.ts';
import type { Subgraph } from '../../kit/subgraph.ts';
import { TransportFailure } from './failure.ts';
import { withFetchSpan } from './fetchSpan.ts';
import type { FetchContext, SubgraphFetch, SubgraphResponse, Transport } from './transport.ts';

/**
 * The way to an island in this process: a function call. Variables are parsed from their text, so that router and
 * island share no object, as over HTTP; the trace's context follows by itself (AsyncLocalStorage).
 * Closing the transport leaves the island running: who started it closes it.
 */
export function createInProcessTransport(subgraph: Subgraph, log: Logger): Transport {
  const late = (): CodedError =>
    new TransportFailure('late', 'no answer before the deadline').toCodedError(subgraph.name);
  const call = async (
    request: SubgraphFetch,
    { identity, deadline, signal }: FetchContext,
  ): Promise<SubgraphResponse> => {
    const { query, operationName, variables } = request;
    const budgetMs = deadline - Date.now();
    if (budgetMs <= 0 || signal.aborted) throw late();
    const context = createRequestContext({ identity, budgetMs, signal, log });
    const answer = subgraph.execute({ query, operationName, variables: parseVariables(variables) }, context);
    try {
      const { data, errors } = await unlessAborted(answer, context.signal, late);
      return { data, errors: errors?.map((error) => error.toJSON()) };
    } catch (error) {
      if (error instanceof CodedError) throw error;
      log.error({ err: error, subgraph: subgraph.name }, 'a subgraph in this process broke');
      throw new TransportFailure('unanswered', 'execute threw', { cause: error }).toCodedError(subgraph.name);
    }
  };
  return {
    fetch: (request, context) => withFetchSpan(subgraph.name, () => call(request, context)),
    close: async () => {},
  };
}

function parseVariables(text: SubgraphFetch['variables']): Record<string, unknown> {
  const variables: unknown = JSON.parse(text);
  if (typeof variables === 'object' && variables !== null && !Array.isArray(variables)) return { ...variables };
  throw new TypeError(`Expected variables as the JSON text of an object; got ${text.slice(0, 40)}.`);
}

/** An island that does not listen to its signal must not hold its caller. */
function unlessAborted<Result>(work: Promise<Result>, signal: AbortSignal, reason: () => Error): Promise<Result> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(reason());
    signal.addEventListener('abort', onAbort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}
