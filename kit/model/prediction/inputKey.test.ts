import fc from 'fast-check';
import { expect, test } from 'vitest';
import { InputKeys } from './inputKey.ts';

const keys = new InputKeys(Buffer.from('key'));
const scope = { tenant: null, dataVersion: '' };
const hex = (input: unknown, of = scope as { tenant: string | null; dataVersion: string }, by = keys) =>
  by.digest(input, of)?.toString('hex');

test('the same input has the same digest, of 16 bytes', () => {
  expect(keys.digest('text', scope)).toHaveLength(16);
  const input = fc.oneof(fc.string({ unit: 'binary' }), fc.uint8Array());
  fc.assert(fc.property(input, (given) => hex(structuredClone(given)) === hex(given)));
});

test('other texts, tenants, data, keys and kinds of input have others', () => {
  const digests = [
    hex('text'),
    hex('text '),
    hex('half \ud800'),
    hex('half \ud801'),
    hex(Buffer.from('text')),
    hex(['text']),
    hex('text', { tenant: '', dataVersion: '' }),
    hex('text', { tenant: 'one', dataVersion: '' }),
    hex('text', { tenant: null, dataVersion: 'one' }),
    hex('text', scope, new InputKeys(Buffer.from('another'))),
  ];
  expect(new Set(digests).size).toBe(digests.length);
});

test('what cannot be written down has none', () => {
  expect(keys.digest({ text: () => {} }, scope)).toBeUndefined();
  expect(keys.digest({ at: new URL('https://a.test') }, scope)).toBeUndefined();
});
