/**
 * What a key allows. `publish`: publish, delete, promote and roll back. `check`: check and lint. `read`: fetch schemas,
 * history and the supergraph. `report`: report usage. `admin`: all of it, and keys.
 */
export const ROLES = ['publish', 'check', 'read', 'report', 'admin'] as const;

export type Role = (typeof ROLES)[number];

/** A key without its secret. */
export interface ApiKey {
  /** `key-` and 16 characters; it opens nothing. */
  readonly id: string;
  readonly graph: string;
  /** What people call it; the author of what is done with it. */
  readonly name: string;
  readonly roles: readonly Role[];
  /** The variants it is for; null for all. */
  readonly variants: readonly string[] | null;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
}
