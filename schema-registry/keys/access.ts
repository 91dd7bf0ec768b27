import { CodedError } from '../../kit/errors.ts';
import { formatGraphRef, type GraphRef } from '../graphRef.ts';
import type { ApiKey, Role } from './apiKey.ts';

/** Whether the key is for this variant of its graph. */
export function coversVariant({ variants }: ApiKey, variant: string): boolean {
  return variants === null || variants.includes(variant);
}

/** @throws CodedError `FORBIDDEN` where the key is of another graph or variant, or has not the role. */
export function requireRole(key: ApiKey, role: Role, ref: GraphRef): void {
  if (key.graph !== ref.graph) {
    throw new CodedError(
      'FORBIDDEN',
      `The key ${key.name} is of the graph ${key.graph}; expected one of ${ref.graph}.`,
    );
  }
  if (!coversVariant(key, ref.variant)) {
    throw new CodedError(
      'FORBIDDEN',
      `The key ${key.name} is for ${key.variants?.join(', ')}; expected one for ${formatGraphRef(ref)}.`,
    );
  }
  requireAnyRole(key, [role]);
}

/** @throws CodedError `FORBIDDEN` where the key has none of the roles. */
export function requireAnyRole(key: ApiKey, roles: readonly Role[]): void {
  if (key.roles.some((own) => own === 'admin' || roles.includes(own))) return;
  throw new CodedError(
    'FORBIDDEN',
    `The key ${key.name} may ${key.roles.join(', ')}; this needs one that may ${roles.join(' or ')}.`,
  );
}
