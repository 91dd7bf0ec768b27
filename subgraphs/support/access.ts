import type { Identity } from '../../kit/context.ts';

/** Whoever has it reads the inquiries of everybody, and sorts them. */
export const READ_SCOPE = 'support:read';
/** Whoever has it changes articles. */
export const WRITE_SCOPE = 'support:write';

/** Whose inquiries somebody may read: a customer's own, everybody's, or nobody's. */
export type Reach = { readonly customerId: string } | 'everybody' | 'nobody';

export function reachOf({ subject, scopes }: Identity): Reach {
  if (scopes.includes(READ_SCOPE)) return 'everybody';
  return subject === null ? 'nobody' : { customerId: subject };
}
