import { expect, test } from 'vitest';
import { Body } from './body.ts';

test('is what was appended, whatever the sizes of the chunks', () => {
  const text = 'aé€😀'.repeat(5_000);
  const bytes = Buffer.from(text);
  for (const sizes of [[1], [3_000], [1, 2_000, 5, 16_384, 1_023, 1_024]]) {
    const body = new Body();
    for (let at = 0, i = 0; at < bytes.length; i++) {
      const size = sizes[i % sizes.length] ?? 1;
      body.append(bytes.subarray(at, at + size));
      at += size;
    }
    expect(body.length).toBe(bytes.length);
    expect(body.toString()).toBe(text);
  }
  expect(new Body().toString()).toBe('');
});

test('takes about as much memory as its bytes, even in chunks of one byte', () => {
  const megabyte = 1_048_576;
  const body = new Body();
  const bytes = Buffer.alloc(megabyte, 'a');
  const before = process.memoryUsage();
  for (let at = 0; at < megabyte; at++) body.append(bytes.subarray(at, at + 1));
  const after = process.memoryUsage();
  expect(after.arrayBuffers - before.arrayBuffers).toBeLessThan(2 * megabyte);
  expect(body.length).toBe(megabyte);
});
