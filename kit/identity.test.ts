import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { ANONYMOUS } from './context.ts';
import { createIdentitySigner, createIdentityVerifier, IDENTITY_HEADER } from './identity.ts';

const KEY = 'a key of at least thirty-two characters';
const SITI = { subject: 'siti', tenant: 'kedai', scopes: ['read:reviews', 'tulis ulasan – ✓'] };

test('a subgraph reads back the identity that the router signed', () => {
  const [name, value] = createIdentitySigner(KEY)(SITI);
  expect(name).toBe(IDENTITY_HEADER);
  expect(value).toMatch(/^[\w.-]+$/);
  expect(createIdentityVerifier(KEY)(value)).toEqual(SITI);
});

test('without a header the caller is anonymous, and so is the signed anonymous', () => {
  expect(createIdentityVerifier(KEY)(undefined)).toBe(ANONYMOUS);
  expect(createIdentityVerifier(KEY)(createIdentitySigner(KEY)(ANONYMOUS)[1])).toEqual(ANONYMOUS);
});

test('a signature is made once for an identity, and again before it expires', () => {
  let now = 1_000_000;
  const sign = createIdentitySigner(KEY, () => now);
  const verify = createIdentityVerifier(KEY, () => now);
  const [, first] = sign(SITI);
  now += 29_000;
  expect(sign(SITI)[1]).toBe(first);
  now += 2_000;
  expect(sign(SITI)[1]).not.toBe(first);
  expect(verify(first)).toEqual(SITI);
  now += 100_000;
  expect(() => verify(first)).toThrow('it has expired');
});

const [, genuine] = createIdentitySigner(KEY)(SITI);
const [version, , signature] = genuine.split('.');
const forgedPayload = Buffer.from('["root",null,["admin"],9999999999]').toString('base64url');

test.each([
  ['with a changed payload', `${version}.${forgedPayload}.${signature}`],
  ['without a signature', `${version}.${forgedPayload}.`],
  ['signed with another key', createIdentitySigner(`${KEY}!`)(SITI)[1]],
  ['that is empty', ''],
  ['without a dot', 'admin'],
])('a header %s is refused', (_, header) => {
  expect(() => createIdentityVerifier(KEY)(header)).toThrow(expect.objectContaining({ code: 'UNAUTHENTICATED' }));
});

test('a header that came twice, or to a process without a key, is refused', () => {
  expect(() => createIdentityVerifier(KEY)([genuine, genuine])).toThrow('more than once');
  expect(() => createIdentityVerifier(undefined)(genuine)).toThrow('IDENTITY_KEY is not set');
});

test('a payload of another version is refused even when its signature is good', () => {
  const payload = `v2.${forgedPayload}`;
  const header = `${payload}.${createHmac('sha256', KEY).update(payload).digest('base64url')}`;
  expect(() => createIdentityVerifier(KEY)(header)).toThrow('another version');
});
