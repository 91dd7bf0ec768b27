import type { FetchContext } from '../transport/transport.ts';
import type { GraphqlRequest } from './graphqlRequest.ts';

export interface Answer {
  /** The GraphQL response as JSON text. */
  readonly body: string;
  /** The operation was never executed: malformed, invalid, or of a kind that this method may not run. */
  readonly refused: boolean;
  /** An HTTP status that the answer insists on, whatever the media type. */
  readonly status?: number;
}

/** What turns a GraphQL request into its answer. It knows nothing of HTTP but whether mutations are allowed. */
export interface Engine {
  run(request: GraphqlRequest, caller: FetchContext, options: { readonly readOnly: boolean }): Promise<Answer>;
}
