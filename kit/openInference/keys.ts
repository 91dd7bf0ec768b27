import { createHash, timingSafeEqual } from 'node:crypto';
import { CodedError } from '../errors.ts';

/** Says on whose behalf a request asks. */
export type FindTenant = (authorization: string | undefined) => string;

const BEARER = /^Bearer +([\x21-\x7e]+)$/i;
/** Hexadecimal digits: enough that no two keys share a tenant. */
const TENANT_LENGTH = 32;

/**
 * Knows who may ask: whoever has one of the keys. The tenant is a hash of the key, so that models, caches and logs can
 * tell callers apart and never see a key.
 * The finder throws CodedError `UNAUTHENTICATED`.
 * @throws CodedError `CONFIG_INVALID` without any key: nobody could ask.
 */
export function createTenantFinder(keys: readonly string[]): FindTenant {
  if (keys.length === 0 || keys.includes('')) {
    throw new CodedError('CONFIG_INVALID', 'The inference servers need keys, none of them empty; set INFERENCE_KEYS.');
  }
  const tenants = keys.map((key) => ({ digest: digest(key), tenant: tenantOf(key) }));
  return (authorization) => {
    if (authorization === undefined) throw refuse('none was sent');
    const [, key] = BEARER.exec(authorization) ?? [];
    if (key === undefined) throw refuse('it is not of this form');
    const given = digest(key);
    // Every key is compared, and whole, so that the time tells nothing.
    const [found] = tenants.filter((known) => timingSafeEqual(known.digest, given));
    if (found === undefined) throw refuse('its key is not known');
    return found.tenant;
  };
}

function digest(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}

/** Not the digest that keys are compared by: who reads a tenant in a log learns nothing of that one. */
function tenantOf(key: string): string {
  return createHash('sha256').update(`inference tenant\n${key}`).digest('hex').slice(0, TENANT_LENGTH);
}

function refuse(why: string): CodedError {
  return new CodedError('UNAUTHENTICATED', `Expected "authorization: Bearer <key>"; ${why}.`);
}
