import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { CodedError } from '../../../kit/errors.ts';
import { GraphClient } from './graphClient.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

const shape = z.object({ answer: z.number() });

/** A server that always answers so; what it was sent is in `requests`. */
async function serve(status: number, body: string) {
  const requests: { headers: IncomingHttpHeaders; body: unknown }[] = [];
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request.setEncoding('utf8')) text += chunk;
    requests.push({ headers: request.headers, body: JSON.parse(text) });
    response.writeHead(status).end(body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = () => new Promise((resolve) => server.close(resolve));
  cleanups.push(close);
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { url: `http://127.0.0.1:${port}/graphql`, requests, close };
}

const asking = async (status: number, body: unknown, token?: string) => {
  const { url } = await serve(status, typeof body === 'string' ? body : JSON.stringify(body));
  return expect(new GraphClient({ url, token }).ask(shape, '{ answer }')).rejects;
};

test('asks on behalf of the token, or of nobody', async () => {
  const { url, requests } = await serve(200, '{"data":{"answer":42}}');
  expect(await new GraphClient({ url, token: 'a.b.c' }).ask(shape, '{ answer }', { n: 1 })).toEqual({ answer: 42 });
  await new GraphClient({ url, token: undefined }).ask(shape, '{ answer }');
  expect(requests.map(({ headers, body }) => [headers.authorization, body])).toEqual([
    ['Bearer a.b.c', { query: '{ answer }', variables: { n: 1 } }],
    [undefined, { query: '{ answer }', variables: {} }],
  ]);
});

test('tells the first error of the graph with its code', async () => {
  const errors = [{ message: 'It is SUCCEEDED.', extensions: { code: 'CONFLICT' } }, { message: 'And more.' }];
  await (await asking(200, { data: null, errors })).toThrow(new CodedError('CONFLICT', 'It is SUCCEEDED.'));
  await (await asking(200, { errors: [{ message: 'Hm.', extensions: { code: 'NEWER_THAN_THIS' } }] })).toMatchObject({
    code: 'SUBGRAPH_UNAVAILABLE',
    message: 'The graph refused: Hm.',
  });
});

test('says what to do with GRAPH_TOKEN when the graph does not believe it, or wants one', async () => {
  const answer = { errors: [{ message: 'No.', extensions: { code: 'UNAUTHENTICATED' } }] };
  await (await asking(401, answer, 'a.b.c')).toThrow('No. Mend GRAPH_TOKEN.');
  await (await asking(401, answer)).toThrow('No. Set GRAPH_TOKEN.');
});

test('says so when nothing answers there, or nothing that speaks GraphQL', async () => {
  const { url, close } = await serve(200, '');
  await close();
  await expect(new GraphClient({ url, token: undefined }).ask(shape, '{ answer }')).rejects.toMatchObject({
    code: 'SUBGRAPH_UNAVAILABLE',
    message: `No graph answers at ${url} (connection refused). Start it with npm start, or set GRAPH_URL to where it is.`,
  });
  for (const body of ['<html>Bad gateway</html>', '{"status":"UP"}', 'null'])
    await (await asking(502, body)).toThrow(
      /^What answers at \S+ is no graph: it said HTTP 502 and no GraphQL\. Start/,
    );
  await (await asking(200, { data: { answer: 'x' } })).toThrow(/is of another version than this command/);
});

test('refuses a token that no header can carry, and does not repeat it', () => {
  expect(() => new GraphClient({ url: 'http://localhost/', token: 'secret\n' })).toThrow(
    'GRAPH_TOKEN: expected a JWT, got something with blanks or unprintable characters.',
  );
});
