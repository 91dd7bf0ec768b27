import type { Database } from '../database/database.ts';
import type { EntityState } from './change.ts';
import type { Projection } from './defineProjection.ts';
import type { EffectsIn } from './effects.ts';
import type { Subscription } from './subscription.ts';

/** What keeping a projection takes. */
export interface Keeping {
  readonly database: Database;
  readonly subscription: Subscription;
  readonly projection: Projection;
  readonly effectsIn: EffectsIn;
  /** How long one `apply` may take, in milliseconds; then the state could not be applied. */
  readonly applyMs: number;
  /** Aborts when nothing more is to begin. */
  readonly signal: AbortSignal;
  readonly observer: {
    /** So many changes were done, of which so many were applied; the others were outdated. */
    settled(done: number, applied: number): void;
    /** The state could not be applied, for the so manieth time, and is tried again later. */
    failed(state: EntityState, failures: number, error: unknown): void;
  };
}
