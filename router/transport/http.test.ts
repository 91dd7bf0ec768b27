import { describe, expect, test } from 'vitest';
import {
  contextWith,
  deferred,
  freePort,
  MUTATION,
  QUERY,
  recordingLog,
  serveHttp,
  serveTcp,
  transportTo,
} from './testServer.ts';

describe('the request', () => {
  test('carries the query, the variables as they are, allowed headers, the identity and the time left', async () => {
    const port = await serveHttp((request, response) => {
      let body = '';
      request.on('data', (chunk) => {
        body += chunk;
      });
      request.on('end', () => {
        response.end(JSON.stringify({ data: { url: request.url, headers: request.headers, body } }));
      });
    });
    const transport = transportTo(port, { identityHeader: () => ['x-identity', 'signed'] });
    const { data } = await transport.fetch(
      { query: 'query Q { "a" }', operationName: 'Q', variables: '{"n":1.0}', kind: 'query' },
      contextWith({ headers: [['accept-language', 'id']], deadline: Date.now() + 1_000 }),
    );
    expect(data).toMatchObject({
      url: '/graphql',
      body: '{"query":"query Q { \\"a\\" }","operationName":"Q","variables":{"n":1.0}}',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json;q=0.9',
        'accept-language': 'id',
        'x-identity': 'signed',
        'x-deadline-ms': expect.stringMatching(/^(9\d\d|1000)$/),
      },
    });
    expect(data?.headers).not.toHaveProperty('traceparent');
  });

  test('without a deadline carries none', async () => {
    const port = await serveHttp((request, response) => response.end(JSON.stringify({ data: request.headers })));
    const { data } = await transportTo(port).fetch(QUERY, contextWith({ deadline: Number.POSITIVE_INFINITY }));
    expect(data).not.toHaveProperty('x-deadline-ms');
  });
});

describe('the answer', () => {
  test.each([
    ['data', 200, '{"data":{"a":1}}', { data: { a: 1 } }],
    ['data of null', 200, '{"data":null}', { data: null }],
    ['errors and a status of 400', 400, '{"errors":[{"message":"no"}]}', { errors: [{ message: 'no' }] }],
    ['errors and a status of 500', 500, '{"errors":[{"message":"no"}]}', { errors: [{ message: 'no' }] }],
    ['a name that is special in JavaScript', 200, '{"data":{"constructor":1}}', { data: { constructor: 1 } }],
  ])('may be %s', async (_, status, body, expected) => {
    const port = await serveHttp((__, response) => response.writeHead(status).end(body));
    await expect(transportTo(port).fetch(QUERY, contextWith())).resolves.toEqual(expected);
  });

  test('may come in pieces that cut a character in two', async () => {
    const bytes = Buffer.from('{"data":{"a":"ségaré"}}');
    const port = await serveTcp((socket) => {
      socket.on('data', () => {
        socket.write(`HTTP/1.1 200 OK\r\ncontent-length: ${bytes.length}\r\n\r\n`);
        let at = 0;
        const more = (): void => {
          if (at < bytes.length) socket.write(bytes.subarray(at, ++at), () => setImmediate(more));
        };
        more();
      });
    });
    await expect(transportTo(port).fetch(QUERY, contextWith())).resolves.toEqual({ data: { a: 'ségaré' } });
  });

  test('keeps of an error what is well-formed', async () => {
    const errors = [{ message: 5, path: [{}], extensions: 'x' }, 'no object', { message: 'a', path: ['b', 0] }];
    const port = await serveHttp((_, response) => response.end(JSON.stringify({ data: null, errors })));
    const { errors: read } = await transportTo(port).fetch(QUERY, contextWith());
    const nameless = { message: 'The subgraph reported an error without a message.' };
    expect(read).toEqual([nameless, nameless, { message: 'a', path: ['b', 0] }]);
  });
});

const SECRET = 'SECRET';
const raw = (answer: string, then: 'end' | 'reset' | 'stay') => () =>
  serveTcp((socket) => {
    socket.on('data', () => {
      socket.write(answer, () => {
        if (then === 'end') socket.end();
        if (then === 'reset') socket.resetAndDestroy();
      });
    });
  });
const http = (status: number, body: string) => () =>
  serveHttp((_, response) => response.writeHead(status, { 'x-secret': SECRET }).end(body));

const UNREADABLE = 'The subgraph "island" answered with something that is not a GraphQL response.';

describe('a failure', () => {
  test.each<[name: string, serve: () => Promise<number>, code: string, message: string]>([
    ['a refused connection', freePort, 'SUBGRAPH_UNAVAILABLE', 'The subgraph "island" could not be reached.'],
    ['a 404 page', http(404, `<h1>${SECRET}</h1>`), 'SUBGRAPH_UNAVAILABLE', UNREADABLE],
    ['a 502 page', http(502, `<h1>${SECRET}</h1>`), 'SUBGRAPH_UNAVAILABLE', UNREADABLE],
    ['a 500 with JSON but no errors', http(500, `{"data":{"a":"${SECRET}"}}`), 'SUBGRAPH_UNAVAILABLE', UNREADABLE],
    ['HTML and a status of 200', http(200, `<h1>${SECRET}</h1>`), 'SUBGRAPH_UNAVAILABLE', UNREADABLE],
    ['truncated JSON', http(200, `{"data":{"a":"${SECRET}`), 'SUBGRAPH_UNAVAILABLE', UNREADABLE],
    ['JSON that is a list', http(200, `["${SECRET}"]`), 'SUBGRAPH_UNAVAILABLE', UNREADABLE],
    ['data that is a list', http(200, `{"data":["${SECRET}"]}`), 'SUBGRAPH_UNAVAILABLE', UNREADABLE],
    ['errors that are an object', http(200, `{"errors":{"a":"${SECRET}"}}`), 'SUBGRAPH_UNAVAILABLE', UNREADABLE],
    ['neither data nor errors', http(200, `{"a":"${SECRET}"}`), 'SUBGRAPH_UNAVAILABLE', UNREADABLE],
    ['an empty answer', http(200, ''), 'SUBGRAPH_UNAVAILABLE', UNREADABLE],
    [
      'an answer that is too long',
      http(200, JSON.stringify({ data: { a: SECRET.repeat(200) } })),
      'SUBGRAPH_UNAVAILABLE',
      'The subgraph "island" answered with more than may be read.',
    ],
    [
      'an answer that is too long and does not say so',
      raw(`HTTP/1.1 200 OK\r\n\r\n${SECRET.repeat(200)}`, 'stay'),
      'SUBGRAPH_UNAVAILABLE',
      'The subgraph "island" answered with more than may be read.',
    ],
    ['no answer', () => serveTcp(() => {}), 'DEADLINE_EXCEEDED', 'The subgraph "island" did not answer in time.'],
    [
      'half an answer',
      raw(`HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n{"data":"${SECRET}`, 'stay'),
      'DEADLINE_EXCEEDED',
      'The subgraph "island" did not answer in time.',
    ],
    [
      'a connection that is reset before the answer',
      raw('', 'reset'),
      'SUBGRAPH_UNAVAILABLE',
      'The subgraph "island" broke off before it answered.',
    ],
    [
      'a connection that is reset amid the answer',
      raw(`HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n{"data":"${SECRET}`, 'reset'),
      'SUBGRAPH_UNAVAILABLE',
      'The subgraph "island" broke off amid its answer.',
    ],
    ['an answer that is not HTTP', raw(`${SECRET}\r\n\r\n`, 'end'), 'SUBGRAPH_UNAVAILABLE', UNREADABLE],
  ])(
    'of %s is told to the client without a trace of the subgraph, and to the operator',
    async (_, serve, code, message) => {
      const port = await serve();
      const { log, lines } = recordingLog();
      const transport = transportTo(port, { log, limits: { maxResponseBytes: 1_000 } });
      const error: unknown = await transport.fetch(QUERY, contextWith({ deadline: Date.now() + 300 })).then(
        () => expect.fail('expected a failure'),
        (reason: unknown) => reason,
      );
      expect(error).toMatchObject({ code, message, extensions: { code, service: 'island' } });
      expect(JSON.stringify(error)).not.toMatch(/SECRET|127\.0\.0\.1|graphql/);
      expect(lines).toEqual([expect.objectContaining({ subgraph: 'island', msg: 'a fetch failed' })]);
      expect(JSON.stringify(lines)).not.toContain(SECRET);
    },
  );

  test('of the name is told like any other', async () => {
    const transport = transportTo(1, { resolve: () => Promise.reject(new Error('ENOTFOUND island.test')) });
    await expect(transport.fetch(QUERY, contextWith())).rejects.toMatchObject({
      code: 'SUBGRAPH_UNAVAILABLE',
      message: 'The subgraph "island" could not be reached.',
    });
  });

  test('by silence comes at the deadline, wherever the fetch stands', async () => {
    const hung = await serveTcp(() => {});
    const transports = {
      hung: transportTo(hung),
      resolving: transportTo(hung, { resolve: () => new Promise(() => {}) }),
      waiting: transportTo(hung, { limits: { maxConcurrent: 1 } }),
    };
    void transports.waiting.fetch(QUERY, contextWith()).catch(() => {});
    const started = performance.now();
    const codes = await Promise.all(
      Object.values(transports).map((transport) =>
        transport.fetch(QUERY, contextWith({ deadline: Date.now() + 100 })).catch(({ code }) => code),
      ),
    );
    expect(codes).toEqual(['DEADLINE_EXCEEDED', 'DEADLINE_EXCEEDED', 'DEADLINE_EXCEEDED']);
    expect(performance.now() - started).toBeGreaterThan(95);
    expect(performance.now() - started).toBeLessThan(200);
  });
});

describe('a caller who leaves', () => {
  test('ends the fetch at once and its connection with it', async () => {
    const closed = deferred();
    const arrived = deferred();
    const port = await serveTcp((socket) => {
      socket.on('data', () => arrived.resolve()).on('close', () => closed.resolve());
    });
    const controller = new AbortController();
    const fetched = transportTo(port).fetch(QUERY, contextWith({ signal: controller.signal }));
    await arrived.promise;
    controller.abort();
    await expect(fetched).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
    await closed.promise;
  });

  test('before the fetch is sent sends nothing', async () => {
    let connections = 0;
    const port = await serveTcp(() => connections++);
    await expect(transportTo(port).fetch(QUERY, contextWith({ signal: AbortSignal.abort() }))).rejects.toThrow();
    expect(connections).toBe(0);
  });
});

describe('a second try', () => {
  test('is made for a query whose connection broke before a byte of the answer came', async () => {
    let requests = 0;
    const port = await serveHttp((request, response) => {
      if (++requests === 1) request.socket.destroy();
      else response.end('{"data":{"a":1}}');
    });
    await expect(transportTo(port).fetch(QUERY, contextWith())).resolves.toEqual({ data: { a: 1 } });
    expect(requests).toBe(2);
  });

  test('is never made for a mutation that was sent', async () => {
    let requests = 0;
    const port = await serveHttp((request) => {
      requests++;
      request.socket.destroy();
    });
    await expect(transportTo(port).fetch(MUTATION, contextWith())).rejects.toMatchObject({
      code: 'SUBGRAPH_UNAVAILABLE',
    });
    expect(requests).toBe(1);
  });

  test('is made for a mutation that was not sent, at another replica', async () => {
    const port = await serveHttp((_, response) => response.end('{"data":{"a":1}}'), '127.0.0.2');
    const resolve = async () => ['127.0.0.1', '127.0.0.2'].map((address) => ({ address, family: 4 }));
    const transport = transportTo(port, { resolve });
    for (let i = 0; i < 4; i++) {
      await expect(transport.fetch(MUTATION, contextWith())).resolves.toEqual({ data: { a: 1 } });
    }
  });

  test('is not made once a byte of the answer came', async () => {
    let requests = 0;
    const port = await serveTcp((socket) => {
      socket.on('data', () => {
        requests++;
        socket.write('HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n{', () => socket.resetAndDestroy());
      });
    });
    await expect(transportTo(port).fetch(QUERY, contextWith())).rejects.toThrow();
    expect(requests).toBe(1);
  });
});

describe('the breaker', () => {
  const limits = { breakerFailures: 3, breakerSpacingMs: 0, breakerRestMs: 200, attempts: 1 };

  test('spares a failing subgraph, says when to come back, and closes when a probe is answered', async () => {
    let up = false;
    let requests = 0;
    const port = await serveHttp((_, response) => {
      requests++;
      response.writeHead(up ? 200 : 503).end(up ? '{"data":{}}' : 'no');
    });
    const { log, lines } = recordingLog();
    const transport = transportTo(port, { limits, log });
    for (let i = 0; i < 3; i++) await expect(transport.fetch(QUERY, contextWith())).rejects.toThrow(UNREADABLE);
    const spared: unknown = await transport.fetch(QUERY, contextWith()).catch((error: unknown) => error);
    expect(requests).toBe(3);
    expect(spared).toMatchObject({
      code: 'SUBGRAPH_UNAVAILABLE',
      message: 'The subgraph "island" failed repeatedly and is given time to recover.',
      extensions: { service: 'island', retryAfterMs: expect.any(Number) },
    });
    up = true;
    const { retryAfterMs } = (spared as { extensions: { retryAfterMs: number } }).extensions;
    await new Promise((resolve) => setTimeout(resolve, retryAfterMs));
    const [first, ...others] = await Promise.allSettled([1, 2, 3].map(() => transport.fetch(QUERY, contextWith())));
    expect(first?.status).toBe('fulfilled');
    expect(others.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(transport.fetch(QUERY, contextWith())).resolves.toEqual({ data: {} });
    expect(lines.map(({ msg }) => msg)).toEqual([
      'a fetch failed',
      'a fetch failed',
      'a fetch failed',
      'the subgraph failed repeatedly and is not asked for a while',
      'the subgraph answers again',
    ]);
  });

  test('opens for a subgraph that hangs, not for callers who wait too briefly', async () => {
    const port = await serveTcp(() => {});
    const transport = transportTo(port, { limits });
    const codes = async (waitMs: number): Promise<unknown[]> =>
      Promise.all(
        Array.from({ length: 4 }, () =>
          transport.fetch(QUERY, contextWith({ deadline: Date.now() + waitMs })).catch(({ code }) => code),
        ),
      );
    await codes(50);
    await expect(codes(300)).resolves.toEqual(Array(4).fill('DEADLINE_EXCEEDED'));
    await expect(codes(300)).resolves.toEqual(Array(4).fill('SUBGRAPH_UNAVAILABLE'));
  });

  test('opens at once when the answers being read hold more than they may together', async () => {
    const port = await serveTcp((socket) => {
      socket.on('data', () => socket.write(`HTTP/1.1 200 OK\r\n\r\n${'a'.repeat(400)}`));
    });
    const transport = transportTo(port, { limits: { maxBufferedBytes: 1_000 } });
    const ask = () => transport.fetch(QUERY, contextWith({ deadline: Date.now() + 300 }));
    const messages = (await Promise.allSettled([ask(), ask(), ask()])).map(
      (outcome) => outcome.status === 'rejected' && outcome.reason.message,
    );
    expect(messages.sort()).toEqual([
      'The subgraph "island" answers with more than can be read.',
      'The subgraph "island" did not answer in time.',
      'The subgraph "island" did not answer in time.',
    ]);
    await expect(ask()).rejects.toThrow('given time to recover');
  });

  test('is not opened by a header that cannot be sent', async () => {
    const port = await serveHttp((_, response) => response.end('{"data":{}}'));
    const transport = transportTo(port, { limits });
    const headers = [['x-forwarded', 'a\nb']] as const;
    for (let i = 0; i < 5; i++) await expect(transport.fetch(QUERY, contextWith({ headers }))).rejects.toThrow();
    await expect(transport.fetch(QUERY, contextWith())).resolves.toEqual({ data: {} });
  });

  test('is not opened by what a caller asked for', async () => {
    const port = await serveHttp((_, response) => response.writeHead(431).end('no'));
    const transport = transportTo(port, { limits });
    for (let i = 0; i < 5; i++) await expect(transport.fetch(QUERY, contextWith())).rejects.toThrow(UNREADABLE);
  });
});

describe('the limit of requests in flight', () => {
  test('lets the next ones wait, in turn, and refuses those beyond', async () => {
    const answers: (() => void)[] = [];
    const port = await serveHttp((_, response) => {
      answers.push(() => response.end('{"data":{}}'));
    });
    const transport = transportTo(port, { limits: { maxConcurrent: 1, maxQueued: 1 } });
    const [first, second, third] = [1, 2, 3].map(() => transport.fetch(QUERY, contextWith()));
    await expect(third).rejects.toMatchObject({
      code: 'OVERLOADED',
      message: 'Too many requests wait for the subgraph "island".',
      extensions: { service: 'island', retryAfterMs: 1_000 },
    });
    await expect.poll(() => answers.length).toBe(1);
    answers[0]?.();
    await first;
    await expect.poll(() => answers.length).toBe(2);
    answers[1]?.();
    await second;
  });
});

test('close lets a request in flight end', async () => {
  const arrived = deferred();
  const closed = deferred();
  const port = await serveHttp((_, response) => {
    arrived.resolve();
    void closed.promise.then(() => response.end('{"data":{}}'));
  });
  const transport = transportTo(port);
  const fetched = transport.fetch(QUERY, contextWith());
  await arrived.promise;
  await transport.close();
  closed.resolve();
  await expect(fetched).resolves.toEqual({ data: {} });
  await expect(transport.fetch(QUERY, contextWith())).rejects.toThrow('could not be reached');
});
