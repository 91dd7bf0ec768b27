import type { Identity } from './context.ts';
import { CodedError, ERROR_CODES, type ErrorCode } from './errors.ts';
import type { SubgraphRequest } from './subgraph.ts';

export interface GraphCaller {
  /** On whose behalf the graph is asked. */
  readonly identity: Identity;
  readonly signal: AbortSignal;
  /** Epoch milliseconds after which nobody reads the answer. */
  readonly deadline: number;
}

export interface GraphAnswer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> }[];
}

/** The whole graph, as work that is done in the background asks it. It never rejects. */
export interface Graph {
  execute(request: SubgraphRequest, caller: GraphCaller): Promise<GraphAnswer>;
}

/** Asks for data. */
export type AskGraph = <Data>(query: string, variables?: Readonly<Record<string, unknown>>) => Promise<Data>;

/** Asks for data of which parts may be missing: a field that failed is null, and its error is among the errors. */
export type AskGraphPartly = <Data>(
  query: string,
  variables?: Readonly<Record<string, unknown>>,
) => Promise<{ readonly data: Data; readonly errors: NonNullable<GraphAnswer['errors']> }>;

/**
 * Asks the graph on behalf of one caller, for what it can tell.
 * The function it returns rejects as that of `askAs` does, but with an error of the answer only when it has no data at all.
 */
export function askPartlyAs(graph: Graph | undefined, caller: GraphCaller): AskGraphPartly {
  return async <Data>(query: string, variables?: Readonly<Record<string, unknown>>) => {
    if (graph === undefined) {
      throw new CodedError('CONFIG_INVALID', 'This process cannot ask the graph: its entrance gave it none.');
    }
    const { data, errors = [] } = await graph.execute({ query, variables }, caller);
    caller.signal.throwIfAborted();
    const [error] = errors;
    if (error && (data === null || data === undefined)) throw errorOf(error);
    // What the query asks for is the caller's to know.
    return { data: data as Data, errors };
  };
}

/**
 * Asks the graph on behalf of one caller, for all or nothing.
 * The function it returns rejects with a CodedError of the answer's first error, if it has any, with the reason of the
 * caller's signal, or with `CONFIG_INVALID` where there is no graph to ask.
 */
export function askAs(graph: Graph | undefined, caller: GraphCaller): AskGraph {
  const ask = askPartlyAs(graph, caller);
  return async <Data>(query: string, variables?: Readonly<Record<string, unknown>>): Promise<Data> => {
    const { data, errors } = await ask<Data>(query, variables);
    const [error] = errors;
    if (error) throw errorOf(error);
    return data;
  };
}

function errorOf({ message, extensions }: NonNullable<GraphAnswer['errors']>[number]): CodedError {
  const { code, ...details } = extensions;
  return new CodedError(isErrorCode(code) ? code : 'SUBGRAPH_UNAVAILABLE', message, { details });
}

function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(ERROR_CODES, code);
}
