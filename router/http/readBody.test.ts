import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { readBody } from './readBody.ts';

const LIMITS = { maxBytes: 10, timeoutMs: 5_000 };

test('a body is read as a whole, up to the limit', async () => {
  const stream = new PassThrough();
  const reading = readBody(stream, LIMITS);
  stream.write('12345');
  stream.end('67890');
  expect((await reading).toString()).toBe('1234567890');
});

test('a body over the limit is refused as soon as it is, and what follows is thrown away', async () => {
  const stream = new PassThrough();
  const reading = readBody(stream, LIMITS);
  stream.write('12345678901');
  await expect(reading).rejects.toMatchObject({ code: 'PAYLOAD_TOO_LARGE' });
  // Nobody takes it, and yet there is room for it.
  for (let n = 0; n < 100; n += 1) stream.write(Buffer.alloc(10_000));
  await new Promise((resolve) => stream.end(resolve));
});

test('a body that breaks off is refused, with how much had come', async () => {
  const stream = new PassThrough();
  const reading = readBody(stream, LIMITS);
  stream.write('123');
  setImmediate(() => stream.destroy(new Error('ECONNRESET')));
  await expect(reading).rejects.toMatchObject({
    code: 'BAD_USER_INPUT',
    message: 'The body broke off after 3 bytes; nothing was kept.',
  });
});

test('a body that had broken off before is refused', async () => {
  const stream = new PassThrough();
  stream.destroy();
  await expect(readBody(stream, LIMITS)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
});

test('a body that does not come to its end is refused when its time is over', async () => {
  const stream = new PassThrough();
  const reading = readBody(stream, { ...LIMITS, timeoutMs: 20 });
  stream.write('123');
  await expect(reading).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
});
