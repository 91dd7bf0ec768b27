import { createHash, generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { type SupergraphStatement, signSupergraph, verifySupergraph } from './supergraphSignature.ts';

const SDL = 'type Query { a: String }';
const STATEMENT: SupergraphStatement = {
  graph: 'archipelago',
  variant: 'staging',
  launch: 7,
  sha256: createHash('sha256').update(SDL).digest('hex'),
};
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const expected = { graph: 'archipelago', variant: 'staging', publicKey };

test('a supergraph is trusted as its registry signed it', async () => {
  const signature = await signSupergraph(STATEMENT, privateKey);
  expect(await verifySupergraph(SDL, signature, expected)).toEqual(STATEMENT);
});

test('anything else is not', async () => {
  const signature = await signSupergraph(STATEMENT, privateKey);
  const [header, payload] = signature.split('.');
  const other = generateKeyPairSync('ed25519');
  const promoted = Buffer.from(JSON.stringify({ ...STATEMENT, launch: 8 })).toString('base64url');
  const cases: readonly [string, string | undefined, object, RegExp][] = [
    [SDL, undefined, {}, /it is not signed/],
    [SDL, 'nonsense', {}, /not by the key/],
    [SDL, signature, { publicKey: other.publicKey }, /not by the key/],
    [SDL, `${header}.${promoted}.${signature.split('.')[2]}`, {}, /not by the key/],
    [SDL, `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`, {}, /not by the key/],
    [`${SDL} `, signature, {}, /not what was signed/],
    [SDL, signature, { variant: 'production' }, /of archipelago@staging, expected archipelago@production/],
    [SDL, await signSupergraph({ ...STATEMENT, launch: 0 }, privateKey), {}, /no statement/],
  ];
  for (const [sdl, signed, change, reason] of cases) {
    await expect(verifySupergraph(sdl, signed, { ...expected, ...change })).rejects.toMatchObject({
      code: 'SUPERGRAPH_INVALID',
      message: expect.stringMatching(reason),
    });
  }
});
