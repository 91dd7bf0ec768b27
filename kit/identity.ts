import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { ANONYMOUS, type Identity } from './context.ts';
import { CodedError } from './errors.ts';

/** Tells a subgraph on whose behalf the router asks: `v1.PAYLOAD.MAC`, both in base64url. */
export const IDENTITY_HEADER = 'x-archipelago-identity';

/** Longer than a request may take and than clocks differ; short enough that a header seen in a dump is worthless. */
const LIFETIME_S = 120;
/** One signature serves an identity's fetches for this long. */
const RENEW_AFTER_S = 30;
const VERSION = 'v1';

/** What is signed; a list, because it is smaller and its order is fixed. */
const payloadShape = z.tuple([z.string().nullable(), z.string().nullable(), z.array(z.string()), z.number()]);

type SignIdentity = (identity: Identity) => readonly [name: string, value: string];
type VerifyIdentity = (header: string | readonly string[] | undefined) => Identity;

/** Signs identities with HMAC-SHA-256 under the key that router and subgraphs share. */
export function createIdentitySigner(key: string, now: () => number = Date.now): SignIdentity {
  const signed = new WeakMap<Identity, { readonly header: readonly [string, string]; readonly until: number }>();
  return (identity) => {
    const seconds = Math.floor(now() / 1_000);
    const known = signed.get(identity);
    if (known && known.until > seconds) return known.header;
    const { subject, tenant, scopes } = identity;
    const content: z.infer<typeof payloadShape> = [subject, tenant, [...scopes], seconds + LIFETIME_S];
    const payload = `${VERSION}.${Buffer.from(JSON.stringify(content)).toString('base64url')}`;
    const header = [IDENTITY_HEADER, `${payload}.${mac(key, payload).toString('base64url')}`] as const;
    signed.set(identity, { header, until: seconds + RENEW_AFTER_S });
    return header;
  };
}

/**
 * Reads the identity that the router signed; without a header the caller is anonymous.
 * The verifier throws CodedError `UNAUTHENTICATED` for a header that this key did not sign, or that is too old.
 */
export function createIdentityVerifier(key: string | undefined, now: () => number = Date.now): VerifyIdentity {
  return (header) => {
    if (header === undefined) return ANONYMOUS;
    if (key === undefined) throw refuse('IDENTITY_KEY is not set in this process; set it to the key of the router');
    if (typeof header !== 'string') throw refuse('it came more than once');
    const end = header.lastIndexOf('.');
    const payload = header.slice(0, Math.max(end, 0));
    const given = Buffer.from(header.slice(end + 1), 'base64url');
    const expected = mac(key, payload);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
      throw refuse('it was not signed with the IDENTITY_KEY of this process; give router and subgraphs the same one');
    }
    const [subject, tenant, scopes, expiresAt] = readPayload(payload);
    if (expiresAt <= now() / 1_000) throw refuse('it has expired; compare the clocks of router and subgraph');
    return { subject, tenant, scopes };
  };
}

function mac(key: string, payload: string): Buffer {
  return createHmac('sha256', key).update(payload).digest();
}

function readPayload(payload: string): z.infer<typeof payloadShape> {
  const [version, content = ''] = payload.split('.');
  if (version !== VERSION) throw refuse('it is of another version; run one version of Archipelago');
  return payloadShape.parse(JSON.parse(Buffer.from(content, 'base64url').toString('utf8')));
}

function refuse(why: string): CodedError {
  return new CodedError('UNAUTHENTICATED', `The header ${IDENTITY_HEADER} cannot be trusted: ${why}.`);
}
