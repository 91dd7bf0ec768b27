import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyOptions, jwtVerify } from 'jose';
import { LRUCache } from 'lru-cache';
import { ANONYMOUS, type Identity } from '../../kit/context.ts';
import { CodedError } from '../../kit/errors.ts';
import type { Logger } from '../../kit/log.ts';

/**
 * Who sends an Authorization header of that value; without one, anonymous.
 * It rejects with CodedError `UNAUTHENTICATED` when the header proves nothing.
 */
export type Authenticate = (authorization: string | undefined) => Promise<Identity>;

export interface TokenRules {
  /** The secret of HS256, or where the keys of an asymmetric algorithm are published. */
  readonly key: { readonly secret: string } | { readonly jwksUrl: string };
  /** The `iss` and `aud` that a token must have; any when undefined. */
  readonly issuer?: string | undefined;
  readonly audience?: string | undefined;
}

const ASYMMETRIC = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];
/** What jose says when the published keys do not come, or are none. */
const ABOUT_FETCHING = ['ERR_JOSE_GENERIC', 'ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID'];
const CLOCK_TOLERANCE_S = 5;
/** A token that was verified is believed this long, or until it expires, without verifying it again. */
const BELIEVED_MS = 60_000;
const BELIEVED_CHARACTERS = 8_000_000;

/** Verifies `Bearer` JWTs: `sub` is the subject, `tenant` the tenant, `scope` (or a list, `scopes`) the scopes. */
export function createJwtAuthenticator({ key, issuer, audience }: TokenRules, log: Logger): Authenticate {
  const options: JWTVerifyOptions = {
    algorithms: 'secret' in key ? ['HS256'] : ASYMMETRIC,
    clockTolerance: CLOCK_TOLERANCE_S,
    ...(issuer !== undefined && { issuer }),
    ...(audience !== undefined && { audience }),
  };
  const verify = createVerify(key, options);
  const believed = new LRUCache<string, Identity>({
    maxSize: BELIEVED_CHARACTERS,
    sizeCalculation: (_, token) => token.length,
  });

  return async (authorization) => {
    if (authorization === undefined) return ANONYMOUS;
    const token = /^bearer +([\w.~+/=-]+)$/i.exec(authorization)?.[1];
    if (token === undefined) throw refuse('expected "Authorization: Bearer" and a JWT');
    const known = believed.get(token);
    if (known) return known;
    try {
      const payload = await verify(token);
      const identity = toIdentity(payload);
      const leftMs = (payload.exp ?? Number.POSITIVE_INFINITY) * 1_000 - Date.now();
      if (leftMs > 0) believed.set(token, identity, { ttl: Math.min(leftMs, BELIEVED_MS) });
      return identity;
    } catch (error) {
      if (error instanceof CodedError) throw error;
      // Most JOSEErrors speak of the token, in words meant for its bearer.
      if (error instanceof errors.JOSEError && !ABOUT_FETCHING.includes(error.code)) throw refuse(error.message);
      log.error({ err: error }, 'the keys of JWT_JWKS_URL cannot be fetched');
      throw refuse('the keys to verify it with cannot be reached; try again');
    }
  };
}

function createVerify(key: TokenRules['key'], options: JWTVerifyOptions): (token: string) => Promise<JWTPayload> {
  if ('secret' in key) {
    const secret = new TextEncoder().encode(key.secret);
    return async (token) => (await jwtVerify(token, secret, options)).payload;
  }
  const keys = createRemoteJWKSet(new URL(key.jwksUrl));
  return async (token) => (await jwtVerify(token, keys, options)).payload;
}

function toIdentity({ sub, tenant, scope, scopes }: JWTPayload): Identity {
  if (sub === undefined) throw refuse('it has no "sub"');
  const list = typeof scope === 'string' ? scope.split(' ').filter((word) => word !== '') : scopes;
  return Object.freeze({
    subject: sub,
    tenant: typeof tenant === 'string' ? tenant : null,
    scopes: Object.freeze(Array.isArray(list) ? list.filter((item) => typeof item === 'string') : []),
  });
}

function refuse(why: string): CodedError {
  return new CodedError('UNAUTHENTICATED', `The Authorization header cannot be trusted: ${why}.`);
}
