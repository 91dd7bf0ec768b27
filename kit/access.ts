import type { Identity } from './context.ts';
import { CodedError } from './errors.ts';

/** @throws CodedError `UNAUTHENTICATED` for somebody unknown. */
export function requireSubject({ subject }: Identity): string {
  if (subject !== null) return subject;
  throw new CodedError('UNAUTHENTICATED', 'Expected a token that says who you are; got none.');
}

/** @throws CodedError `UNAUTHENTICATED` or `FORBIDDEN` */
export function requireScope(scope: string, identity: Identity): void {
  requireSubject(identity);
  if (identity.scopes.includes(scope)) return;
  throw new CodedError('FORBIDDEN', `Expected an identity with the scope ${scope}; ask whoever grants scopes for it.`);
}
