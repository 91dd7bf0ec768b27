import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createChatEndpoint } from './chatEndpoint.ts';
import { beginStream, event, say, startChatServer, type TestChatServer } from './testChatServer.ts';

let server: TestChatServer;
beforeAll(async () => {
  server = await startChatServer();
});
afterAll(() => server.close());

const QUESTION = { instructions: 'Be brief.', message: 'Where is it?', maxTokens: 50 };

function ask({ message = QUESTION.message, ms = 5_000, signal = new AbortController().signal } = {}) {
  const endpoint = createChatEndpoint({ url: server.url, model: 'small', key: 'secret' });
  return endpoint.complete({ ...QUESTION, message }, { signal, deadline: Date.now() + ms });
}

test('a streamed answer comes whole, whatever pieces it came in', async () => {
  const text = 'It is on its way. สวัสดี 你好 “quoted”\n\nTwo days more.';
  server.answer(say(text));
  expect(await ask()).toEqual({ text, whole: true });
  expect(JSON.parse(server.bodies.at(-1) ?? '')).toEqual({
    model: 'small',
    messages: [
      { role: 'system', content: 'Be brief.' },
      { role: 'user', content: 'Where is it?' },
    ],
    max_tokens: 50,
    temperature: 0,
    stream: true,
  });
  expect(server.authorizations.at(-1)).toBe('Bearer secret');
});

test('pieces may end in the middle of a character, a line or a line end, of any kind', async () => {
  const bytes = Buffer.from(
    `${event('naïve ')}${event('日本')}${event(null, 'stop')}data: [DONE]\n\n`.replaceAll('\n', '\r\n'),
  );
  server.answer((response) => {
    beginStream(response);
    const next = (place: number): void => {
      if (place >= bytes.length) return void response.end();
      response.write(bytes.subarray(place, place + 3), () => setImmediate(next, place + 3));
    };
    next(0);
  });
  expect(await ask()).toEqual({ text: 'naïve 日本', whole: true });
});

test('an answer that reached its limit is not whole', async () => {
  server.answer(say('It is on', 'length'));
  expect(await ask()).toEqual({ text: 'It is on', whole: false });
});

test('card numbers, identity numbers, telephone numbers and addresses do not leave', async () => {
  server.answer(say('Yes.'));
  await ask({
    message: 'Card 4111 1111 1111 1111, S1234567D, 3174095502900001, +62 812 3456 7890, ann@mail.com: where is it?',
  });
  const sent = server.bodies.at(-1) ?? '';
  expect(JSON.parse(sent).messages[1].content).toBe(
    'Card [card number], [identity number], [identity number], [telephone number], [e-mail]: where is it?',
  );
});

const failing: [string, (response: ServerResponse) => void, string, string][] = [
  ['a refusal', (response) => response.writeHead(401).end('{}'), 'MODEL_UNAVAILABLE', 'answers with the status 401'],
  ['too much to do', (response) => response.writeHead(429).end(), 'OVERLOADED', 'answers with the status 429'],
  [
    'a redirect',
    (response) => response.writeHead(307, { location: 'http://127.0.0.1:9/' }).end(),
    'MODEL_UNAVAILABLE',
    'does not answer',
  ],
  [
    'JSON instead of a stream',
    (response) => response.writeHead(200, { 'content-type': 'application/json' }).end('{"choices":[]}'),
    'MODEL_FAILED',
    'answers with something that is not a text/event-stream',
  ],
  [
    'garbage in the stream',
    (response) => {
      beginStream(response);
      response.end('data: {"choices": [oops\n\n');
    },
    'MODEL_FAILED',
    'answers with a broken stream',
  ],
  [
    'an event of another shape',
    (response) => {
      beginStream(response);
      response.end('data: {"choices": "none"}\n\n');
    },
    'MODEL_FAILED',
    'answers with a broken stream',
  ],
  [
    'an error in the stream',
    (response) => {
      beginStream(response);
      response.end(`${event('It is')}data: {"error":{"message":"out of memory"}}\n\n`);
    },
    'MODEL_FAILED',
    'tells of an error in its stream',
  ],
  [
    'a stream that ends early',
    (response) => {
      beginStream(response);
      response.end(event('It is on'));
    },
    'MODEL_FAILED',
    'ends its stream too early',
  ],
  [
    'a connection that breaks',
    (response) => {
      beginStream(response);
      response.write(event('It is on'), () => response.destroy());
    },
    'MODEL_FAILED',
    'answers with a broken stream',
  ],
  ['a filtered answer', say('It is', 'content_filter'), 'MODEL_FAILED', 'ends its answer for another reason'],
  [
    'a stream without end',
    (response) => {
      beginStream(response);
      const more = (): void => {
        if (!response.destroyed) response.write(event('x'.repeat(60_000)), () => setImmediate(more));
      };
      more();
    },
    'MODEL_FAILED',
    'answers with a broken stream',
  ],
];

test.each(failing)('%s is an error, and tells nothing of the server', async (_, how, code, what) => {
  server.answer(how);
  await expect(ask()).rejects.toMatchObject({ code, message: `The language model's endpoint ${what}.` });
});

test.each([
  ['says nothing', () => {}],
  [
    'stalls after the first words',
    (response: ServerResponse) => {
      beginStream(response);
      response.write(event('It is'));
    },
  ],
])('a server that %s is given up at the deadline', async (_, how) => {
  server.answer(how);
  const began = Date.now();
  await expect(ask({ ms: 150 })).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
  expect(Date.now() - began).toBeLessThan(2_000);
});

test('who leaves is not waited for, and a deadline that has passed asks nobody', async () => {
  server.answer(() => {});
  const leaving = new AbortController();
  const asked = ask({ signal: leaving.signal });
  leaving.abort(new Error('left'));
  await expect(asked).rejects.toThrow('left');
  const before = server.bodies.length;
  await expect(ask({ ms: 0 })).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
  expect(server.bodies).toHaveLength(before);
});

test('a server that is not there is unavailable', async () => {
  const endpoint = createChatEndpoint({ url: 'http://127.0.0.1:9/v1', model: 'small' });
  const asked = endpoint.complete(QUESTION, { signal: new AbortController().signal, deadline: Date.now() + 5_000 });
  await expect(asked).rejects.toMatchObject({ code: 'MODEL_UNAVAILABLE' });
});
