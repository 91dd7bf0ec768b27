import { z } from 'zod';
import { CodedError, ERROR_CODES, type ErrorCode } from '../../../kit/errors.ts';

export interface GraphClientOptions {
  /** Where the graph answers, such as `http://127.0.0.1:4000/graphql`. */
  readonly url: string;
  /** The JWT that says who asks; undefined for whoever the graph takes an unknown caller for. */
  readonly token: string | undefined;
}

const TIMEOUT_MS = 30_000;

const answerShape = z.object({
  data: z.unknown().optional(),
  errors: z
    .array(z.object({ message: z.string(), extensions: z.object({ code: z.string().optional() }).optional() }))
    .optional(),
});

/** Asks a graph over HTTP. */
export class GraphClient {
  readonly #url: string;
  readonly #headers: Readonly<Record<string, string>>;
  readonly anonymous: boolean;

  /** @throws CodedError `CONFIG_INVALID` for a token that no header can carry */
  constructor({ url, token }: GraphClientOptions) {
    if (token !== undefined && !/^[\x21-\x7e]+$/.test(token)) {
      throw new CodedError(
        'CONFIG_INVALID',
        'GRAPH_TOKEN: expected a JWT, got something with blanks or unprintable characters.',
      );
    }
    this.#url = url;
    this.anonymous = token === undefined;
    this.#headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
  }

  /**
   * @throws CodedError the first error of the answer, with its code; `SUBGRAPH_UNAVAILABLE` or `DEADLINE_EXCEEDED` when
   * nothing answers there, or nothing that speaks GraphQL.
   */
  async ask<Data>(
    shape: z.ZodType<Data>,
    query: string,
    variables: Readonly<Record<string, unknown>> = {},
  ): Promise<Data> {
    const { errors, data } = await this.#fetch(JSON.stringify({ query, variables }));
    const [error] = errors ?? [];
    if (error) throw this.#toCodedError(error.extensions?.code, error.message);
    const read = shape.safeParse(data);
    if (read.success) return read.data;
    throw new CodedError(
      'SUBGRAPH_UNAVAILABLE',
      `The graph at ${this.#url} is of another version than this command: ${z.prettifyError(read.error)}`,
    );
  }

  async #fetch(body: string): Promise<z.infer<typeof answerShape>> {
    let status: number;
    let text: string;
    try {
      const signal = AbortSignal.timeout(TIMEOUT_MS);
      const response = await fetch(this.#url, { method: 'POST', headers: this.#headers, body, signal });
      status = response.status;
      text = await response.text();
    } catch (error) {
      throw this.#silent(error);
    }
    const answer = answerShape.safeParse(parseJson(text));
    if (answer.success && (answer.data.data !== undefined || answer.data.errors !== undefined)) return answer.data;
    throw new CodedError(
      'SUBGRAPH_UNAVAILABLE',
      `What answers at ${this.#url} is no graph: it said HTTP ${status} and no GraphQL. ${MEND}`,
    );
  }

  #silent(error: unknown): CodedError {
    if (error instanceof Error && error.name === 'TimeoutError') {
      return new CodedError(
        'DEADLINE_EXCEEDED',
        `The graph at ${this.#url} did not answer within ${TIMEOUT_MS / 1_000} s.`,
        { cause: error },
      );
    }
    return new CodedError('SUBGRAPH_UNAVAILABLE', `No graph answers at ${this.#url} (${reasonOf(error)}). ${MEND}`, {
      cause: error,
    });
  }

  #toCodedError(code: string | undefined, message: string): CodedError {
    const hint = code === 'UNAUTHENTICATED' ? ` ${this.anonymous ? 'Set' : 'Mend'} GRAPH_TOKEN.` : '';
    return isErrorCode(code)
      ? new CodedError(code, `${message}${hint}`)
      : new CodedError('SUBGRAPH_UNAVAILABLE', `The graph refused: ${message}`);
  }
}

const MEND = 'Start it with npm start, or set GRAPH_URL to where it is.';

function isErrorCode(code: string | undefined): code is ErrorCode {
  return code !== undefined && Object.hasOwn(ERROR_CODES, code);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** fetch says only that it failed; why is in its cause. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(cause instanceof Error)) return String(cause);
  return 'code' in cause && cause.code === 'ECONNREFUSED' ? 'connection refused' : cause.message;
}
