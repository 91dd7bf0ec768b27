import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { PictureFetcher, type PictureFetcherOptions } from './pictureFetcher.ts';

/** A server of this machine that stands at a public address, as far as the fetcher can tell. */
const PUBLIC = '93.184.215.14';
const ALSO_PUBLIC = '2606:4700::1111';
/** The one name that the operator allows, and another that it leads to. */
const [HOST, OTHER] = ['pictures.test', 'cdn.test'];

let server: Server;
let port: number;
let picture: Buffer;
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let asked: { readonly host: string | undefined; readonly path: string | undefined }[];
/** What a name stands for, one entry a resolution; the last one stays. */
let names: Record<string, (readonly string[])[]>;
let resolved: string[];
let dialled: string[];
let closed: Promise<void>;

beforeAll(async () => {
  picture = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
    .png()
    .toBuffer();
  server = createServer((request, response) => {
    asked.push({ host: request.headers.host, path: request.url });
    closed = new Promise((resolve) => response.on('close', resolve));
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  [asked, resolved, dialled] = [[], [], []];
  names = { [HOST]: [[PUBLIC]], [OTHER]: [[PUBLIC]] };
  answer = (_, response) => response.end(picture);
});

function fetcher(options: Partial<PictureFetcherOptions> = {}): PictureFetcher {
  return new PictureFetcher({
    hosts: [`${HOST}:${port}`],
    resolve: async (host) => {
      resolved.push(host);
      const answers = names[host] ?? [];
      return (answers.length > 1 ? answers.shift() : answers[0]) ?? [];
    },
    reach: {
      protocol: 'http:',
      dial: (address) => {
        dialled.push(address);
        return '127.0.0.1';
      },
    },
    ...options,
  });
}

const idle = new AbortController().signal;
const get = (path: string, options?: Partial<PictureFetcherOptions>): Promise<unknown> =>
  fetcher(options)
    .fetch(path.startsWith('/') ? `http://${HOST}:${port}${path}` : path, idle)
    .catch((error: unknown) => error);

test('fetches a picture from an allowed host, by the address that was checked', async () => {
  expect(await get('/red.png')).toEqual(picture);
  expect({ asked, resolved, dialled }).toEqual({
    asked: [{ host: `${HOST}:${port}`, path: '/red.png' }],
    resolved: [HOST],
    dialled: [PUBLIC],
  });
});

test.each([
  ['another host', `http://other.test/`],
  ['a host below the allowed one', `http://www.${HOST}/`],
  ['another port of the allowed one', `http://${HOST}/`],
  ['a user before the allowed host', `http://user:secret@${HOST}:1/`],
  ['the allowed host as a user', `http://${HOST}@other.test/`],
  ['another scheme', `https://${HOST}/`],
  ['a file', 'file:///etc/passwd'],
  ['data', 'data:image/png;base64,iVBORw0KGgo='],
  ['no URL', 'pictures.test/red.png'],
  ['an address', 'http://127.0.0.1/'],
  ['an address of one number', 'http://2130706433/'],
  ['an address in octal', 'http://0177.0.0.1/'],
  ['an address in hexadecimal', 'http://0x7f000001/'],
  ['a short address', 'http://127.1/'],
  ['an address in wide digits', 'http://１２７.０.０.１/'],
  ['IPv6', 'http://[::1]/'],
  ['IPv4 in IPv6', 'http://[::ffff:127.0.0.1]/'],
  ['NAT64', 'http://[64:ff9b::7f00:1]/'],
  ['metadata of a cloud', 'http://169.254.169.254/latest/meta-data/'],
  ['the name of this machine', 'http://localhost/'],
])('asks nobody for %s', async (_, url) => {
  expect(await get(url)).toMatchObject({ code: 'BAD_USER_INPUT', extensions: { argument: 'url' } });
  expect({ asked, resolved, dialled }).toEqual({ asked: [], resolved: [], dialled: [] });
});

test('an address is no host, even where the operator named one', async () => {
  for (const host of ['127.0.0.1', '[::1]', PUBLIC]) {
    expect(await get(`http://${host}:${port}/`, { hosts: [`${host}:${port}`] })).toMatchObject({
      code: 'BAD_USER_INPUT',
    });
  }
  expect({ asked, dialled }).toEqual({ asked: [], dialled: [] });
});

test('without hosts nothing is fetched, and nothing but HTTPS outside of these tests', async () => {
  expect(await get('/red.png', { hosts: [] })).toMatchObject({
    message: `url: expected a host that pictures are fetched from (IMAGE_HOSTS), got "${HOST}:${port}".`,
  });
  const strict = new PictureFetcher({ hosts: [HOST] });
  await expect(strict.fetch(`http://${HOST}/`, idle)).rejects.toThrow('expected an https URL');
});

test.each([
  ['this machine', ['127.0.0.1']],
  ['a private network', ['10.1.2.3']],
  ['metadata of a cloud', ['169.254.169.254']],
  ['IPv4 in IPv6', ['::ffff:10.0.0.1']],
  ['NAT64', ['64:ff9b::a00:1']],
  ['a public and a private address', [PUBLIC, '192.168.0.1']],
  ['a private and a public address', ['fd00::1', ALSO_PUBLIC]],
])('an allowed name that stands for %s is not connected to', async (_, addresses) => {
  names[HOST] = [addresses];
  expect(await get('/red.png')).toMatchObject({
    code: 'BAD_USER_INPUT',
    message: 'url: expected a host with public addresses, got one of a private network.',
  });
  expect({ asked, dialled }).toEqual({ asked: [], dialled: [] });
});

test('a name that stands for something else a moment later is connected to as it was checked', async () => {
  names[HOST] = [[ALSO_PUBLIC], ['127.0.0.1']];
  expect(await get('/red.png')).toEqual(picture);
  expect({ resolved, dialled }).toEqual({ resolved: [HOST], dialled: [ALSO_PUBLIC] });
});

test('follows a redirection to an allowed host, by a name or by a path', async () => {
  const hosts = [`${HOST}:${port}`, `${OTHER}:${port}`];
  answer = ({ url }, response) => {
    if (url === '/picture') return response.end(picture);
    const location = url === '/first' ? `http://${OTHER}:${port}/second` : '/picture';
    return response.writeHead(302, { location }).end();
  };
  expect(await get('/first', { hosts })).toEqual(picture);
  expect(asked.map(({ host, path }) => `${host?.split(':')[0]}${path}`)).toEqual([
    `${HOST}/first`,
    `${OTHER}/second`,
    `${OTHER}/picture`,
  ]);
  expect(resolved).toEqual([HOST, OTHER, OTHER]);
});

test.each([
  ['this machine', 'http://127.0.0.1/'],
  ['metadata', 'http://169.254.169.254/latest/meta-data/'],
  ['an address of one number', '//2130706433/'],
  ['a host that is not allowed', 'http://other.test/'],
  ['another scheme', 'https://pictures.test/'],
  ['a file', 'file:///etc/passwd'],
  ['nothing that is a URL', 'http://['],
])('does not follow a redirection to %s', async (_, location) => {
  answer = (_request, response) => void response.writeHead(307, { location }).end();
  expect(await get('/')).toMatchObject({ code: 'BAD_USER_INPUT', message: expect.stringContaining('redirects') });
  expect(dialled).toEqual([PUBLIC]);
});

test('a redirection to a name that has become private is not followed, not even to the same name', async () => {
  names[HOST] = [[PUBLIC], ['10.0.0.1']];
  answer = (_, response) => void response.writeHead(301, { location: '/again' }).end();
  expect(await get('/')).toMatchObject({ message: expect.stringContaining('private network') });
  expect({ resolved, dialled }).toEqual({ resolved: [HOST, HOST], dialled: [PUBLIC] });
});

test('gives up after three redirections', async () => {
  answer = (_, response) => void response.writeHead(302, { location: '/' }).end();
  expect(await get('/')).toMatchObject({ code: 'NOT_FOUND', message: expect.stringContaining('more than 3 times') });
  expect(asked.length).toBe(4);
});

test.each([404, 500, 204, 304])('the status %i is no picture', async (status) => {
  answer = (_, response) => void response.writeHead(status).end();
  expect(await get('/')).toMatchObject({ code: 'NOT_FOUND', message: expect.stringContaining(`status ${status}`) });
});

test('what is no picture is told by its bytes, whatever its host calls it, and an endless page is left at its beginning', async () => {
  answer = (_, response) => {
    response.writeHead(200, { 'content-type': 'image/png' });
    const write = (): void => {
      while (response.write('<html>'.repeat(1_000)));
      response.once('drain', write);
    };
    write();
  };
  expect(await get('/')).toMatchObject({ code: 'BAD_USER_INPUT', message: expect.stringContaining('something else') });
  await closed;
  answer = (_, response) => response.end();
  expect(await get('/')).toMatchObject({ code: 'BAD_USER_INPUT' });
  answer = (_, response) => response.end('<svg xmlns="http://www.w3.org/2000/svg"/>');
  expect(await get('/')).toMatchObject({ code: 'BAD_USER_INPUT' });
});

test('an endless picture is left once it is too large', async () => {
  answer = (_, response) => {
    response.write(picture);
    const write = (): void => {
      while (response.write(Buffer.alloc(100_000)));
      response.once('drain', write);
    };
    write();
  };
  expect(await get('/')).toMatchObject({
    code: 'BAD_USER_INPUT',
    message: 'url: expected a picture of at most 10 MB, got more.',
  });
  await closed;
});

test.each<[string, (response: ServerResponse) => unknown]>([
  ['nothing', () => {}],
  ['headers alone', (response) => response.writeHead(200).flushHeaders()],
  ['half a picture', (response) => response.write(picture.subarray(0, 40))],
])('a host that sends %s and then no more is left after a while', async (_, begin) => {
  answer = (_request, response) => void begin(response);
  expect(await get('/', { timeLimitMs: 200 })).toMatchObject({ code: 'DEADLINE_EXCEEDED' });
  await closed;
});

test('a name that DNS never answers for is left after a while, and the caller may leave before', async () => {
  const resolve = (): Promise<never> => new Promise(() => {});
  expect(await get('/', { timeLimitMs: 50, resolve })).toMatchObject({ code: 'DEADLINE_EXCEEDED' });
  const caller = new AbortController();
  const fetched = fetcher({ resolve }).fetch(`http://${HOST}:${port}/`, caller.signal);
  caller.abort(new Error('The client left.'));
  await expect(fetched).rejects.toThrow('The client left.');
});

test('a host that is not there, breaks off, or has no address is told from a picture', async () => {
  answer = (request) => request.socket.destroy();
  expect(await get('/')).toMatchObject({ code: 'NOT_FOUND', message: expect.stringContaining('could not be reached') });
  answer = (_, response) => {
    response.writeHead(200, { 'content-length': 1_000 }).write(picture.subarray(0, 70), () => response.destroy());
  };
  expect(await get('/')).toMatchObject({ code: 'NOT_FOUND' });
  names[HOST] = [[]];
  expect(await get('/')).toMatchObject({ code: 'NOT_FOUND', message: expect.stringContaining('no address') });
});
