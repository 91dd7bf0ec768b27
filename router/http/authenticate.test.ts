import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { ANONYMOUS } from '../../kit/context.ts';
import { silent } from '../testGraph.ts';
import { serveHttp } from '../transport/testServer.ts';
import { createJwtAuthenticator, type TokenRules } from './authenticate.ts';

const SECRET = 'a shared secret of more than thirty-two characters';
const bySecret = (rules: Partial<TokenRules> = {}) =>
  createJwtAuthenticator({ key: { secret: SECRET }, ...rules }, silent);

const sign = (payload: JWTPayload, secret = SECRET, alg = 'HS256') =>
  new SignJWT(payload).setProtectedHeader({ alg }).sign(new TextEncoder().encode(secret));
const bearer = async (payload: JWTPayload, secret?: string) => `Bearer ${await sign(payload, secret)}`;
const inSeconds = (seconds: number) => Math.floor(Date.now() / 1_000) + seconds;
const unauthenticated = expect.objectContaining({ code: 'UNAUTHENTICATED' });

describe('a JWT signed with the shared secret', () => {
  test('says who asks: subject, tenant and scopes in either form', async () => {
    const authenticate = bySecret();
    const claims = { sub: 'siti', tenant: 'kedai' };
    expect(await authenticate(await bearer({ ...claims, scope: 'read:reviews write:reviews' }))).toEqual({
      subject: 'siti',
      tenant: 'kedai',
      scopes: ['read:reviews', 'write:reviews'],
    });
    expect(await authenticate(await bearer({ ...claims, scopes: ['read:reviews', 7] }))).toEqual({
      subject: 'siti',
      tenant: 'kedai',
      scopes: ['read:reviews'],
    });
    expect(await authenticate(await bearer({ sub: 'budi' }))).toEqual({ subject: 'budi', tenant: null, scopes: [] });
  });

  test('is verified once, and never after it expired', async () => {
    const authenticate = bySecret();
    const header = await bearer({ sub: 'siti', exp: inSeconds(60) });
    expect(await authenticate(header)).toBe(await authenticate(header));
    await expect(authenticate(await bearer({ sub: 'siti', exp: inSeconds(-60) }))).rejects.toThrow(unauthenticated);
  });

  test('must name the issuer and the audience that are asked for', async () => {
    const authenticate = bySecret({ issuer: 'https://id.test', audience: 'archipelago' });
    const good = { sub: 'siti', iss: 'https://id.test', aud: 'archipelago' };
    expect((await authenticate(await bearer(good))).subject).toBe('siti');
    await expect(authenticate(await bearer({ ...good, iss: 'https://evil.test' }))).rejects.toThrow(unauthenticated);
    await expect(authenticate(await bearer({ ...good, aud: 'another' }))).rejects.toThrow(unauthenticated);
    await expect(authenticate(await bearer({ sub: 'siti' }))).rejects.toThrow(unauthenticated);
  });
});

test('without an Authorization header the caller is anonymous', async () => {
  expect(await bySecret()(undefined)).toBe(ANONYMOUS);
});

test('what proves nothing is refused', async () => {
  const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from('{"sub":"root"}').toString('base64url')}.`;
  const headers = [
    await bearer({ sub: 'root' }, `${SECRET}!`),
    `Bearer ${await sign({ sub: 'root' }, SECRET, 'HS512')}`,
    `Bearer ${unsigned}`,
    await bearer({ tenant: 'no subject' }),
    'Bearer x',
    'Basic cm9vdDpyb290',
    '',
  ];
  for (const header of headers) await expect(bySecret()(header), header).rejects.toThrow(unauthenticated);
});

describe('a JWT signed with a published key', () => {
  test('is verified with the key of that id, and a secret made of the public key is not one', async () => {
    const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
    const jwk = { ...(await exportJWK(publicKey)), kid: 'k1' };
    const port = await serveHttp((_, response) =>
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [jwk] })),
    );
    const authenticate = createJwtAuthenticator({ key: { jwksUrl: `http://127.0.0.1:${port}/` } }, silent);
    const token = await new SignJWT({ sub: 'siti' }).setProtectedHeader({ alg: 'ES256', kid: 'k1' }).sign(privateKey);
    expect((await authenticate(`Bearer ${token}`)).subject).toBe('siti');
    const confused = await sign({ sub: 'root' }, JSON.stringify(jwk));
    await expect(authenticate(`Bearer ${confused}`)).rejects.toThrow(unauthenticated);
  });

  test('is refused while the keys cannot be reached, without a word of where they are', async () => {
    const { privateKey } = await generateKeyPair('ES256');
    const token = await new SignJWT({ sub: 'siti' }).setProtectedHeader({ alg: 'ES256' }).sign(privateKey);
    const broken = await serveHttp((_, response) => response.writeHead(500).end('secret'));
    for (const port of [9, broken]) {
      const authenticate = createJwtAuthenticator({ key: { jwksUrl: `http://127.0.0.1:${port}/keys` } }, silent);
      const refusal = authenticate(`Bearer ${token}`);
      await expect(refusal).rejects.toThrow('the keys to verify it with cannot be reached; try again.');
    }
  });
});
