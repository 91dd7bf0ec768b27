import type { Logger } from 'pino';

/** Who asks. Verified once, at the router; a subgraph takes it as given. */
export interface Identity {
  /** Stable id of the user or service; null for an anonymous caller. */
  readonly subject: string | null;
  readonly tenant: string | null;
  readonly scopes: readonly string[];
}

export const ANONYMOUS: Identity = Object.freeze({ subject: null, tenant: null, scopes: Object.freeze([]) });

/** What every resolver of every subgraph may rely on, whichever way the request came in. */
export interface RequestContext {
  readonly identity: Identity;
  /** Aborts when the client left or the deadline passed. */
  readonly signal: AbortSignal;
  /** Epoch milliseconds after which nobody reads the answer; Infinity when none was given. */
  readonly deadline: number;
  /** Epoch milliseconds at which the request reached this subgraph. */
  readonly arrivedAt: number;
  readonly log: Logger;
}
