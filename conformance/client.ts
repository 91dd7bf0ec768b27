import { readGraphqlResponse } from '../router/transport/graphqlResponse.ts';
import type { SubgraphResponse } from '../router/transport/transport.ts';
import { Violation } from './check.ts';
import { describe } from './describe.ts';

/** No check waits longer for an answer, in milliseconds. */
const LONGEST_ANSWER_MS = 10_000;
/** As the router sends them. */
const ROUTER_HEADERS: Headers = {
  'content-type': 'application/json',
  accept: 'application/graphql-response+json, application/json;q=0.9',
};

export type Headers = Readonly<Record<string, string>>;

/** What came over HTTP, as it came. */
export interface HttpAnswer {
  readonly status: number;
  readonly contentType: string | null;
  readonly body: string;
}

export interface GraphqlRequest {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
}

/** Speaks with one subgraph as the router does, and reads its answers as the router does. */
export class Client {
  readonly url: URL;
  readonly #headers: Headers;

  /** @param headers sent with every request, beside the router's. */
  constructor(url: URL, headers: Headers) {
    this.url = url;
    this.#headers = headers;
  }

  /** @throws Violation when nothing comes within `limitMs`. */
  post(body: string, headers: Headers = {}, limitMs = LONGEST_ANSWER_MS): Promise<HttpAnswer> {
    const init = { method: 'POST', headers: { ...ROUTER_HEADERS, ...this.#headers, ...headers }, body };
    return this.#send(this.url, init, limitMs);
  }

  /** Asks for another path of the subgraph's origin. */
  get(path: string): Promise<HttpAnswer> {
    return this.#send(new URL(path, this.url), { method: 'GET', headers: this.#headers }, LONGEST_ANSWER_MS);
  }

  /** @throws Violation for an answer that the router could not read. */
  async ask(request: GraphqlRequest, headers?: Headers, limitMs?: number): Promise<SubgraphResponse> {
    return readAnswer(await this.post(JSON.stringify(request), headers, limitMs));
  }

  async #send(url: URL, init: RequestInit, limitMs: number): Promise<HttpAnswer> {
    try {
      const response = await fetch(url, { ...init, signal: AbortSignal.timeout(limitMs), redirect: 'manual' });
      return {
        status: response.status,
        contentType: response.headers.get('content-type'),
        body: await response.text(),
      };
    } catch (error) {
      throw new Violation(`an answer within ${limitMs} ms`, describeFailure(error), { cause: error });
    }
  }
}

/** @throws Violation for an answer that the router could not read. */
export function readAnswer(answer: HttpAnswer): SubgraphResponse {
  try {
    return readGraphqlResponse(answer);
  } catch (error) {
    throw new Violation(
      'a GraphQL response: a JSON object with `data`, `errors` or both',
      `status ${answer.status} with ${answer.body === '' ? 'an empty body' : describe(answer.body)}`,
      { cause: error },
    );
  }
}

function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return 'none';
  return error.cause instanceof Error ? `no answer: ${error.cause.message || error.cause.name}` : error.message;
}
