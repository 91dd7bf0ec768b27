import { badInput } from '../../kit/errors.ts';

/** The parameters of a GraphQL-over-HTTP request, checked for their types and nothing else. */
export interface GraphqlRequest {
  readonly query: string | undefined;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
  readonly extensions: Readonly<Record<string, unknown>> | undefined;
}

/** @throws CodedError `BAD_USER_INPUT` naming the parameter. */
export function readPostBody(body: unknown): GraphqlRequest {
  if (Array.isArray(body)) throw badInput('Expected one GraphQL request; got an array. Send each request by itself.');
  if (!isObject(body)) throw badInput('Expected a JSON object with a "query" as the body.');
  return {
    query: optionalString('query', body.query),
    operationName: optionalString('operationName', body.operationName),
    variables: optionalObject('variables', body.variables),
    extensions: optionalObject('extensions', body.extensions),
  };
}

/** @throws CodedError `BAD_USER_INPUT` naming the parameter. */
export function readGetQuery(search: unknown): GraphqlRequest {
  if (!isObject(search)) throw badInput('Expected the GraphQL request in the URL, as ?query=….');
  return {
    query: optionalString('query', search.query),
    operationName: optionalString('operationName', search.operationName),
    variables: optionalObject('variables', parseParameter('variables', search.variables)),
    extensions: optionalObject('extensions', parseParameter('extensions', search.extensions)),
  };
}

function parseParameter(name: string, text: unknown): unknown {
  if (text === undefined || text === '') return undefined;
  if (typeof text !== 'string') throw badInput(`Expected ${name} once in the URL.`, name);
  try {
    return JSON.parse(text);
  } catch {
    throw badInput(`Expected ${name} as the JSON text of an object.`, name);
  }
}

function optionalString(name: string, value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return value;
  throw badInput(`Expected ${name} to be a string; got ${kindOf(value)}.`, name);
}

function optionalObject(name: string, value: unknown): Readonly<Record<string, unknown>> | undefined {
  if (value === undefined || value === null) return undefined;
  if (isObject(value)) return value;
  throw badInput(`Expected ${name} to be an object; got ${kindOf(value)}.`, name);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? 'an array' : `a ${typeof value}`;
}
