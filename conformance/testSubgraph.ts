import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { type DocumentNode, execute, type GraphQLError, type GraphQLSchema, parse, validate } from 'graphql';
import { createTestSchema } from './testSchema.ts';

/** A subgraph on a port of its own that keeps the contract, but for the one part that `broken` names, if any. */
export interface TestSubgraph {
  readonly url: URL;
  close(): Promise<void>;
}

export async function startTestSubgraph(broken?: string): Promise<TestSubgraph> {
  const schema = createTestSchema(broken);
  const shared = { latest: '' };
  const server = createServer((request, response) => void respond(request, response, { schema, broken, shared }));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('expected a TCP address');
  return {
    url: new URL(`http://127.0.0.1:${address.port}/graphql`),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

interface Behaviour {
  readonly schema: GraphQLSchema;
  readonly broken: string | undefined;
  /** What a subgraph must not have: something that its requests share. */
  readonly shared: { latest: string };
}

const MALFORMED_TRACE = /^(?!00-(?!0{32})[\da-f]{32}-[\da-f]{16}-[\da-f]{2}$)/;

async function respond(request: IncomingMessage, response: ServerResponse, behaviour: Behaviour): Promise<void> {
  const { broken, shared } = behaviour;
  const send = (status: number, body: string, contentType = 'application/json'): void => {
    const type = broken === 'http.contentType' ? 'text/plain' : contentType;
    response.writeHead(status, { 'content-type': type }).end(body);
  };
  const fail = () => send(500, 'it broke', 'text/plain');
  if (request.method === 'GET') {
    const known = ['/live', '/ready'].filter((path) => broken !== `health.${path.slice(1)}`);
    return send(known.includes(request.url ?? '') ? 200 : 404, '{}');
  }
  const body = await text(request);
  const { traceparent, 'x-deadline-ms': budget } = request.headers;
  if (traceparent !== undefined) {
    const malformed = MALFORMED_TRACE.test(String(traceparent));
    if (broken === (malformed ? 'tracing.malformed' : 'tracing.accepted')) return fail();
  }
  if (budget !== undefined) {
    if (broken === 'deadline.malformed' && !/^\d{1,9}$/.test(String(budget))) return fail();
    if (broken === 'deadline.tiny' && budget === '1') return fail();
    if (broken === 'deadline.kept') await sleep(Number(budget) + 3_500);
  }
  if (broken === 'http.post') return send(404, 'Not found', 'text/plain');
  const { status, result } = await answer(body, behaviour);
  shared.latest = JSON.stringify(result);
  if (broken !== 'concurrency.own') return send(status, shared.latest);
  await sleep(10);
  send(status, shared.latest);
}

interface Answer {
  readonly status: number;
  readonly result: unknown;
}

async function answer(body: string, { schema, broken }: Behaviour): Promise<Answer> {
  const request = readBody(body);
  if (request === undefined) {
    const errors = [{ message: 'Expected a JSON object with a query.', extensions: { code: 'BAD_USER_INPUT' } }];
    return { status: broken === 'http.badBody' ? 500 : 400, result: { errors } };
  }
  const query = broken === 'http.variables' ? request.query.replaceAll(/@skip\(if: \$\w+\)/g, '') : request.query;
  if (broken === 'http.introspection' && query.includes('__schema')) {
    return { status: 200, result: { data: { __schema: { queryType: { name: 'Nobody' } } } } };
  }
  const document = prepare(schema, query);
  if (Array.isArray(document)) {
    return { status: 400, result: broken === 'http.errors' ? { data: {} } : { errors: document.map(withCode) } };
  }
  const { data, errors } = await execute({
    schema,
    document,
    variableValues: request.variables,
    operationName: broken === 'http.operationName' ? undefined : request.operationName,
  });
  const told =
    broken === 'entities.malformed' ? errors?.map(({ message, path }) => ({ message, path })) : errors?.map(withCode);
  return { status: 200, result: { data: spoil(data, broken), errors: told } };
}

interface Request {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly operationName?: string;
}

function readBody(body: string): Request | undefined {
  try {
    const request = JSON.parse(body);
    return typeof request.query === 'string' ? request : undefined;
  } catch {
    return undefined;
  }
}

function prepare(schema: GraphQLSchema, query: string): DocumentNode | GraphQLError[] {
  try {
    const document = parse(query);
    const errors = validate(schema, document);
    return errors.length === 0 ? document : [...errors];
  } catch (error) {
    return [error as GraphQLError];
  }
}

function withCode({ message, path, extensions }: GraphQLError) {
  return { message, path, extensions: { code: 'BAD_USER_INPUT', ...extensions } };
}

type Data = Record<string, unknown> | null | undefined;

/** What a careless resolver of `_entities` makes of its list. */
function spoil(data: Data, broken: string | undefined): Data {
  const list = data?._entities as (Record<string, unknown> | null)[] | undefined;
  if (!list) return data;
  const types = new Set(list.flatMap((entity) => entity?.__typename ?? []));
  if (broken === 'entities.unknown') return { _entities: list.filter((entity) => entity !== null) };
  if (broken === 'entities.batch' && list.length > 10) return { _entities: list.toReversed() };
  if (broken === 'entities.types' && types.size > 1) return { _entities: list.toReversed() };
  if (broken === 'entities.fields') {
    return { _entities: list.map((entity) => entity && { ...entity, ...('price' in entity && { price: '12.50' }) }) };
  }
  if (broken === 'entities.duplicates') {
    const seen = new Set<string>();
    return { _entities: list.map((entity) => (seen.size < seen.add(JSON.stringify(entity)).size ? entity : null)) };
  }
  return data;
}
