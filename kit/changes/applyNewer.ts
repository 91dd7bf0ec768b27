import type { Transaction } from '../database/database.ts';
import { CodedError } from '../errors.ts';
import { isTransient } from '../jobs/work/persistently.ts';
import type { EntityState } from './change.ts';
import type { Keeping } from './keeping.ts';
import type { KnownState } from './subscription.ts';

/** States that are applied in one transaction. */
export const BATCH = 100;

/**
 * Applies to a projection, one after another, what is newer than what it was told of.
 * @returns what was applied, in that order.
 */
export async function applyNewer(
  transaction: Transaction,
  { projection, applyMs, effectsIn }: Pick<Keeping, 'projection' | 'applyMs' | 'effectsIn'>,
  states: readonly KnownState[],
): Promise<EntityState[]> {
  const effects = effectsIn(transaction);
  const newest = new Map<string, number>();
  const applied: EntityState[] = [];
  for (const { known, id, version, payload } of states) {
    const last = newest.get(id) ?? known;
    if (last !== null && version <= last) continue;
    const state = { id, version, payload };
    await within(applyMs, projection.apply(transaction, state, effects)).catch((error: unknown) => {
      // A deadlock is the database's word, and a matter of all of them. An error that only has its code is not.
      throw isTransient(error) && !(error instanceof CodedError) ? error : new NotApplied(error);
    });
    newest.set(id, version);
    applied.push(state);
  }
  return applied;
}

/** Gives up what hangs; it would keep the transaction open, and with it the embedded database's only connection. */
async function within(ms: number, applying: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`apply did not end within ${ms} ms`)), ms);
  });
  await Promise.race([applying, late]).finally(() => clearTimeout(timer));
}

/** The word of a projection; not to be taken for that of the database, which may use the same codes. */
export class NotApplied extends Error {
  override readonly name = 'NotApplied';

  constructor(cause: unknown) {
    super('a projection could not apply a state', { cause });
  }
}
