import type { Identity } from '../../kit/context.ts';
import { CodedError } from '../../kit/errors.ts';

/** Whoever has it reads the orders of everybody: services that keep projections of them, and no people. */
export const READ_ALL_SCOPE = 'orders:read';

export function readsAll({ scopes }: Identity): boolean {
  return scopes.includes(READ_ALL_SCOPE);
}

/** @throws CodedError `UNAUTHENTICATED` for somebody unknown. */
export function requireSubject({ subject }: Identity): string {
  // An empty one would be nobody's, too.
  if (subject) return subject;
  throw new CodedError('UNAUTHENTICATED', 'Orders belong to whoever placed them: send a token that says who you are.');
}

/** Whose orders an identity may read: all of them (null), or those of one subject; '' has none, as nobody can place one as ''. */
export function visibleOwner(identity: Identity): string | null {
  return readsAll(identity) ? null : (identity.subject ?? '');
}
