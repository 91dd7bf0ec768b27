import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { readConfig } from '../../kit/config.ts';
import { ANONYMOUS, type Identity } from '../../kit/context.ts';
import type { Database } from '../../kit/database/database.ts';
import { openTestDatabase } from '../../kit/database/testDatabase.ts';
import { createResources } from '../../kit/resources.ts';
import { UPLOAD_LIMITS } from '../../kit/uploads/limits.ts';
import { Uploads } from '../../kit/uploads/uploads.ts';
import { silent } from '../testGraph.ts';
import { startTestRouter, type TestRouter } from '../testRouter.ts';

const SITI: Identity = { subject: 'user-siti', tenant: 'shop', scopes: [] };
const BUDI: Identity = { subject: 'user-budi', tenant: 'shop', scopes: [] };
const PNG = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(1_000, 1)]);

let database: Database;
let uploads: Uploads;
let router: TestRouter;

beforeAll(async () => {
  database = await openTestDatabase();
  uploads = await Uploads.open({ database, log: silent });
  const identities: Readonly<Record<string, Identity>> = { siti: SITI, budi: BUDI };
  router = await startTestRouter({
    authenticate: async (authorization) => identities[authorization ?? ''] ?? ANONYMOUS,
    uploads: async () => uploads,
  });
});
afterAll(async () => {
  await router?.close();
  await uploads?.close();
  await database?.close();
});
beforeEach(() => database.query('truncate uploads.uploads, uploads.contents'));

const send = (body: NonNullable<RequestInit['body']>, headers: Record<string, string> = {}, search = '') =>
  fetch(`${router.url}/uploads${search}`, {
    method: 'POST',
    headers: { authorization: 'siti', 'content-type': 'image/png', ...headers },
    body,
  });

const kept = async (): Promise<number> =>
  (await database.query<{ count: number }>('select count(*) from uploads.contents')).rows[0]?.count ?? -1;

/** Begins an upload and leaves the rest of it to the test. */
function begin(headers: Record<string, string>) {
  const sending = request(`${router.url}/uploads`, {
    method: 'POST',
    headers: { authorization: 'siti', 'content-type': 'image/png', ...headers },
  });
  sending.on('error', () => {});
  return sending;
}

describe('an upload', () => {
  test('is answered with its id, what it is, and when it expires', async () => {
    const response = await send(PNG, {}, `?fileName=${encodeURIComponent('rantang pecah 破.png')}`);
    expect(response.status).toBe(201);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const body = (await response.json()) as { id: string };
    expect(body).toEqual({
      id: expect.stringMatching(/^upload-/),
      contentType: 'image/png',
      byteSize: PNG.length,
      expiresAt: expect.stringMatching(/^\d{4}-.*Z$/),
    });
    expect(await uploads.find([body.id], SITI)).toMatchObject([{ fileName: 'rantang pecah 破.png' }]);
    expect(await uploads.read(body.id, SITI)).toEqual(PNG);
    expect(await uploads.find([body.id], BUDI)).toEqual([null]);
  });

  test('is what its bytes are, whatever the client calls it', async () => {
    const response = await send('Halo', { 'content-type': 'application/json' });
    expect(await response.json()).toMatchObject({ contentType: 'text/plain', byteSize: 4 });
  });

  test('of the same bytes by two people is stored once, under an id for each', async () => {
    const responses = [await send(PNG), await send(PNG, { authorization: 'budi' })];
    const [one, other] = (await Promise.all(responses.map((response) => response.json()))) as { id: string }[];
    expect(one?.id).not.toBe(other?.id);
    expect(await kept()).toBe(1);
  });

  test.each([
    ['by nobody', PNG, { authorization: '' }, '', 401, 'UNAUTHENTICATED'],
    ['of no bytes', '', {}, '', 400, 'BAD_USER_INPUT'],
    ['of a page', '<html></html>', { 'content-type': 'text/html' }, '', 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['that a form of another site could send', 'x', { 'content-type': 'text/plain' }, '', 400, 'BAD_USER_INPUT'],
    ['with a path for a name', PNG, {}, '?fileName=a%2Fb.png', 400, 'BAD_USER_INPUT'],
    ['with two names', PNG, {}, '?fileName=a&fileName=b', 400, 'BAD_USER_INPUT'],
  ])('%s is refused, and nothing is kept', async (_, body, headers, search, status, code) => {
    const response = await send(body, headers, search);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code } }] });
    expect(await kept()).toBe(0);
  });

  test('in multipart is refused with what to send instead', async () => {
    const form = new FormData();
    form.append('file', new Blob([PNG]), 'a.png');
    const response = await fetch(`${router.url}/uploads`, {
      method: 'POST',
      headers: { authorization: 'siti' },
      body: form,
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ message: expect.stringContaining('--data-binary') }] });
  });

  test('beyond the quota is refused', async () => {
    for (let n = 0; n < UPLOAD_LIMITS.maxWaiting; n += 1) expect((await send(`${n}`)).status).toBe(201);
    const response = await send('one more');
    expect(response.status).toBe(429);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'QUOTA_EXCEEDED' } }] });
    expect((await send('mine', { authorization: 'budi' })).status).toBe(201);
  });
});

describe('an upload larger than one may be', () => {
  const { maxBytes } = UPLOAD_LIMITS;

  test('is refused by its length before it is read', async () => {
    const sending = begin({ 'content-length': `${maxBytes + 1}` });
    sending.flushHeaders();
    const [response] = await once(sending, 'response');
    expect(response.statusCode).toBe(413);
    sending.destroy();
    expect(await kept()).toBe(0);
  });

  test('is refused while it comes when it tells no length, and the rest is not waited for', async () => {
    const sending = begin({ 'transfer-encoding': 'chunked' });
    const answered = once(sending, 'response');
    const chunk = Buffer.concat([PNG, Buffer.alloc(1_048_576)]);
    for (let sent = 0; sent <= maxBytes; sent += chunk.length) {
      if (!sending.write(chunk)) await Promise.race([once(sending, 'drain'), answered]);
    }
    const [response] = await answered;
    expect(response.statusCode).toBe(413);
    const text = Buffer.concat(await response.toArray()).toString();
    expect(JSON.parse(text)).toMatchObject({ errors: [{ extensions: { code: 'PAYLOAD_TOO_LARGE', maxBytes } }] });
    sending.destroy();
    expect(await kept()).toBe(0);
  });

  test('of exactly the limit is taken', async () => {
    const bytes = Buffer.alloc(maxBytes, 7);
    PNG.copy(bytes);
    const response = await send(bytes);
    expect(await response.json()).toMatchObject({ byteSize: maxBytes });
  });
});

describe('an upload that breaks off', () => {
  /** Whatever is under way has come to its end once another upload was kept. */
  const settled = async (): Promise<number> => {
    expect((await send('the next one')).status).toBe(201);
    return kept();
  };

  test('because its client left is not kept', async () => {
    const sending = begin({ 'content-length': `${PNG.length}` });
    sending.write(PNG.subarray(0, 500));
    await once(sending, 'socket');
    await new Promise((resolve) => sending.socket?.once('drain', resolve).once('connect', resolve));
    sending.destroy();
    expect(await settled()).toBe(1);
  });

  test('before the length that it told is not kept', async () => {
    const { hostname, port } = new URL(router.url);
    const socket = connect(Number(port), hostname);
    socket.on('error', () => {}).resume();
    socket.end(
      `POST /uploads HTTP/1.1\r\nhost: x\r\nauthorization: siti\r\ncontent-type: image/png\r\ncontent-length: 900\r\n\r\nGIF89a`,
    );
    await once(socket, 'close');
    expect(await settled()).toBe(1);
  });
});

test('more uploads at once than there is room for are told to come back', async () => {
  const begun = Array.from({ length: 8 }, () => begin({ 'content-length': `${PNG.length}` }));
  for (const sending of begun) sending.write(PNG.subarray(0, 500));
  // Of what may not be uploaded, none is kept meanwhile.
  await expect.poll(async () => (await send('<html>')).status, { timeout: 20_000 }).toBe(503);
  const refused = await send(PNG);
  expect(refused.headers.get('retry-after')).toBe('1');
  expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'OVERLOADED' } }] });
  for (const sending of begun) {
    const answered = once(sending, 'response');
    sending.end(PNG.subarray(500));
    const [response] = await answered;
    expect(response.statusCode).toBe(201);
    response.resume();
  }
  expect((await send(PNG)).status).toBe(201);
});

test('without a database there is nowhere to upload to', async () => {
  const bare = await startTestRouter({ authenticate: async () => SITI });
  onTestFinished(() => bare.close());
  expect((await fetch(`${bare.url}/uploads`, { method: 'POST', body: PNG })).status).toBe(404);
});

test('while the database is away the client is told to come back, and not where it is', async () => {
  const config = readConfig({ DATABASE_URL: 'postgres://user:hunter2@127.0.0.1:1/uploads' });
  const away = await startTestRouter({
    authenticate: async () => SITI,
    uploads: createResources(config, silent).uploads,
  });
  onTestFinished(() => away.close());
  const response = await fetch(`${away.url}/uploads`, {
    method: 'POST',
    headers: { 'content-type': 'image/png' },
    body: PNG,
  });
  expect(response.status).toBe(503);
  expect(response.headers.get('retry-after')).toBe('5');
  expect(await response.text()).not.toMatch(/127\.0\.0\.1|hunter2|postgres/i);
});
