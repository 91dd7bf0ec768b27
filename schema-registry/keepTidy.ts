import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '../kit/log.ts';

const HOUR = 3_600_000;

/** Does what keeps the database small, every hour until it is stopped; what fails is done the next hour. */
export function keepTidy(tasks: readonly (() => Promise<void>)[], log: Logger): () => Promise<void> {
  const stopping = new AbortController();
  const tidy = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await sleep(HOUR, undefined, { ref: false, signal: stopping.signal }).catch(() => {});
      for (const task of stopping.signal.aborted ? [] : tasks) {
        await task().catch((error: unknown) => log.warn({ err: error }, 'the registry could not tidy up'));
      }
    }
  };
  const tidying = tidy();
  return async () => {
    stopping.abort();
    await tidying;
  };
}
