import type { Identity } from '../../kit/context.ts';

/** One GraphQL request to one subgraph. */
export interface SubgraphFetch {
  readonly query: string;
  readonly operationName: string | undefined;
  /** The variables as JSON text, an object such as `{"representations":[…]}`: built once, never re-serialised. */
  readonly variables: string;
  /** A mutation is never sent twice. */
  readonly kind: 'query' | 'mutation';
  /** Reads an answer faster than JSON.parse; undefined for one that it cannot read. */
  readonly read?: ReadData | undefined;
}

/** Makes the data of a GraphQL response from its JSON text; undefined when the text does not have the expected form. */
export type ReadData = (text: string) => Record<string, unknown> | undefined;

/** On whose behalf, and until when. */
export interface FetchContext {
  readonly identity: Identity;
  /** Epoch milliseconds; Infinity when there is none. */
  readonly deadline: number;
  /** Aborts when nobody wants the answer any more. It may be made when it is first asked for. */
  readonly signal: AbortSignal;
  /** Client headers that the router's allow-list lets through, lower-case names. */
  readonly headers: readonly (readonly [name: string, value: string])[];
}

export interface SubgraphError {
  readonly message: string;
  readonly path?: readonly (string | number)[] | undefined;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

export interface SubgraphResponse {
  readonly data?: Record<string, unknown> | null | undefined;
  readonly errors?: readonly SubgraphError[] | undefined;
}

/** The way to one subgraph: a function call in this process, or HTTP. The caller owns the response and may change it. */
export interface Transport {
  /** @throws CodedError `SUBGRAPH_UNAVAILABLE`, `DEADLINE_EXCEEDED` or `OVERLOADED`: whatever is not a GraphQL response. */
  fetch(request: SubgraphFetch, context: FetchContext): Promise<SubgraphResponse>;
  close(): Promise<void>;
}
