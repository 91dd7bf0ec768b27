import type { Answer } from './exchange.ts';
import { TransportFailure } from './failure.ts';
import type { SubgraphError, SubgraphFetch, SubgraphResponse } from './transport.ts';

type JsonObject = Record<string, unknown>;

/**
 * Reads a GraphQL response of any HTTP status: with a 4xx or 5xx it must carry errors, with a 2xx data or errors.
 * @throws TransportFailure `notGraphql`, its message without any of the body.
 * @param read tried first.
 */
export function readGraphqlResponse({ status, body }: Answer, read?: SubgraphFetch['read']): SubgraphResponse {
  if (read && status >= 200 && status <= 299) {
    const data = read(body);
    if (data) return { data };
  }
  const value = parse(body, status);
  if (!isObject(value)) throw notGraphql(status, 'the JSON is not an object');
  const { data, errors } = value;
  if (data !== undefined && data !== null && !isObject(data)) throw notGraphql(status, '"data" is not an object');
  if (errors === undefined || errors === null) {
    if (data === undefined) throw notGraphql(status, 'there is neither "data" nor "errors"');
    if (status < 200 || status > 299) throw notGraphql(status, 'there are no "errors"');
    return { data };
  }
  if (!Array.isArray(errors)) throw notGraphql(status, '"errors" is not a list');
  return { data, errors: errors.map(readError) };
}

function parse(body: string, status: number): unknown {
  try {
    return JSON.parse(body);
  } catch {
    // The parser's own message quotes the body.
    throw notGraphql(status, body === '' ? 'the body is empty' : `the body of ${body.length} characters is not JSON`);
  }
}

/** Keeps of an error what is well-formed: a path of the wrong kind must not mislead whoever maps it. */
function readError(value: unknown): SubgraphError {
  const { message, path, extensions } = isObject(value) ? value : {};
  return {
    message: typeof message === 'string' ? message : 'The subgraph reported an error without a message.',
    path: Array.isArray(path) && path.every(isPathSegment) ? path : undefined,
    extensions: isObject(extensions) ? extensions : undefined,
  };
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isPathSegment(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

function notGraphql(status: number, reason: string): TransportFailure {
  // A 4xx is about this request, not about the subgraph's health.
  return new TransportFailure('notGraphql', `HTTP status ${status}: ${reason}`, {
    blame: status < 400 || status > 499,
  });
}
