import { expect, test } from 'vitest';
import { readIdempotencyKey } from './idempotencyKey.ts';

test('an idempotency key is the same with and without the quotes of a structured header', () => {
  const key = '8e03978e-40d5-43e8-bc93-6894a57f9324';
  expect(readIdempotencyKey(key)).toBe(key);
  expect(readIdempotencyKey(`"${key}"`)).toBe(key);
  expect(readIdempotencyKey('"a\\"b\\\\c"')).toBe('a"b\\c');
  expect(readIdempotencyKey(undefined)).toBeUndefined();
});

test.each(['', '""', 'two words', '"two words"', 'ключ', 'x'.repeat(256)])('%j is no idempotency key', (header) => {
  expect(() => readIdempotencyKey(header)).toThrow(
    expect.objectContaining({
      code: 'BAD_USER_INPUT',
      message: expect.stringContaining('Expected Idempotency-Key to be 1 to 255 printable ASCII characters'),
    }),
  );
});
