import { isTransient } from '../jobs/work/persistently.ts';
import { applyNewer, BATCH } from './applyNewer.ts';
import type { Keeping } from './keeping.ts';
import type { WaitingChange } from './subscription.ts';

/**
 * Applies changes that wait: many in one transaction, or, where one of them cannot be applied, each in its own, so that
 * it undoes none of its neighbours. That one is put off, and the later ones of its id wait for it.
 * @returns whether there may be more.
 */
export async function applyWaiting(keeping: Keeping): Promise<boolean> {
  const { signal, subscription, observer } = keeping;
  try {
    return (await applyTogether(keeping, BATCH)) === BATCH;
  } catch (error) {
    if (isTransient(error)) throw error;
  }
  for (let left = BATCH; left > 0 && !signal.aborted; left--) {
    let tried: readonly WaitingChange[] = [];
    const onTaken = (changes: readonly WaitingChange[]): void => {
      tried = changes;
    };
    try {
      if ((await applyTogether(keeping, 1, onTaken)) === 0) return false;
    } catch (error) {
      const [change] = tried;
      if (change === undefined || isTransient(error)) throw error;
      await subscription.putOff(change.seq);
      observer.failed(change, change.failures + 1, error);
    }
  }
  return true;
}

/** @returns how many it took. */
async function applyTogether(
  keeping: Keeping,
  most: number,
  onTaken?: (changes: readonly WaitingChange[]) => void,
): Promise<number> {
  const { database, subscription, observer } = keeping;
  const [done, applied] = await database.transaction(async (transaction) => {
    const changes = await subscription.take(transaction, most);
    onTaken?.(changes);
    if (changes.length === 0) return [0, 0];
    const newer = await applyNewer(transaction, keeping, changes);
    const seqs = changes.map(({ seq }) => seq);
    await subscription.settle(transaction, seqs, newer);
    return [changes.length, newer.length];
  });
  observer.settled(done, applied);
  return done;
}
