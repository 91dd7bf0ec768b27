import { SignJWT } from 'jose';
import type { Identity } from '../kit/context.ts';

/** A token that says who its bearer is, to a router whose JWT_SECRET is `secret`. */
export function signToken({ subject, tenant, scopes }: Identity, secret: string): Promise<string> {
  return new SignJWT({ ...(subject !== null && { sub: subject }), tenant, scope: scopes.join(' ') })
    .setProtectedHeader({ alg: 'HS256' })
    .sign(new TextEncoder().encode(secret));
}
