import { createHmac } from 'node:crypto';

/** Of the benchmark alone. */
export const SECRET = 'a-secret-that-only-the-benchmark-knows';

const HEADER = encode({ alg: 'HS256', typ: 'JWT' });

/** A JWT for one subject. */
export function signToken(subject: string): string {
  const signed = `${HEADER}.${encode({ sub: subject, tenant: 'bench', scope: 'read', exp: 4_000_000_000 })}`;
  return `${signed}.${createHmac('sha256', SECRET).update(signed).digest('base64url')}`;
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
