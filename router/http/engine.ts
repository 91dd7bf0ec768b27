import type { FetchContext } from '../transport/transport.ts';

export interface Operation {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
}

export interface Answer {
  /** The GraphQL response as JSON text. */
  readonly body: string;
  /** Why the operation was not executed: it is invalid, or a mutation where none may run. */
  readonly refused?: 'invalid' | 'mutation' | undefined;
}

/** What turns an operation into its answer. It knows nothing of HTTP. */
export interface Engine {
  /** Refuses mutations when `readOnly`. @throws nothing for which the operation or a subgraph is to blame. */
  run(operation: Operation, caller: FetchContext, options: { readonly readOnly: boolean }): Promise<Answer>;
}
