import { Pool } from 'undici';
import type { Identity } from '../../kit/context.ts';
import type { Logger } from '../../kit/log.ts';
import { DEADLINE_HEADER } from '../../kit/requestContext.ts';
import { exchange } from './exchange.ts';
import { TransportFailure } from './failure.ts';
import { readGraphqlResponse } from './graphqlResponse.ts';
import type { FetchContext, SubgraphFetch, SubgraphResponse, Transport } from './transport.ts';

export interface HttpTransportOptions {
  /** The subgraph's name, as errors and the log call it. */
  readonly name: string;
  readonly url: URL;
  readonly log: Logger;
  /** The header that tells the subgraph on whose behalf it is asked. */
  readonly identityHeader?: (identity: Identity) => readonly [name: string, value: string];
}

const CONNECTIONS = 128;
const MAX_RESPONSE_BYTES = 8 * 1_048_576;
const MAX_DEADLINE_MS = 999_999_999;
const FIXED_HEADERS = [
  'content-type',
  'application/json',
  'accept',
  'application/graphql-response+json, application/json;q=0.9',
];

/** Reaches one subgraph over HTTP. */
export function createHttpTransport({ name, url, log, identityHeader }: HttpTransportOptions): Transport {
  const path = url.pathname + url.search;
  const pool = new Pool(url.origin, { connections: CONNECTIONS });

  const headersOf = (context: FetchContext): string[] => {
    const headers = [...FIXED_HEADERS];
    for (const [header, value] of context.headers) headers.push(header, value);
    if (identityHeader) headers.push(...identityHeader(context.identity));
    if (context.deadline !== Number.POSITIVE_INFINITY) {
      const left = Math.trunc(context.deadline - Date.now());
      headers.push(DEADLINE_HEADER, String(Math.min(Math.max(left, 0), MAX_DEADLINE_MS)));
    }
    return headers;
  };

  return {
    async fetch(request: SubgraphFetch, context: FetchContext): Promise<SubgraphResponse> {
      try {
        const answer = await exchange(pool, {
          path,
          headers: headersOf(context),
          body: bodyOf(request),
          deadline: context.deadline,
          signal: context.signal,
          maxBytes: MAX_RESPONSE_BYTES,
        });
        return readGraphqlResponse(answer);
      } catch (error) {
        if (!(error instanceof TransportFailure)) throw error;
        if (error.kind !== 'abandoned') log.warn({ subgraph: name, failure: error.kind, err: error }, 'a fetch failed');
        throw error.toCodedError(name);
      }
    },
    close: () => pool.destroy(),
  };
}

function bodyOf({ query, operationName, variables }: SubgraphFetch): string {
  const name = operationName === undefined ? '' : `,"operationName":${JSON.stringify(operationName)}`;
  return `{"query":${JSON.stringify(query)}${name},"variables":${variables}}`;
}
