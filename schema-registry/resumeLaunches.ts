import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '../kit/log.ts';
import type { Launch } from './store/launch.ts';

/** Whoever has not composed its launch by then is taken for dead. Should it live after all, both write the same. */
const LEFT_BEHIND_MS = 90_000;
const LOOK_MS = 30_000;

/** Completes, until it is stopped, the launches that processes left behind which died while they composed. */
export function resumeLaunches(
  find: (ageMs: number) => Promise<readonly Launch[]>,
  complete: (launch: Launch) => Promise<unknown>,
  log: Logger,
): () => Promise<void> {
  const stopping = new AbortController();
  const resume = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      try {
        for (const launch of await find(LEFT_BEHIND_MS)) {
          if (stopping.signal.aborted) return;
          await complete(launch);
        }
      } catch (error) {
        if (stopping.signal.aborted) return;
        log.warn({ err: error }, 'launches that were left behind could not be completed; they are tried again');
      }
      await sleep(LOOK_MS, undefined, { ref: false, signal: stopping.signal }).catch(() => {});
    }
  };
  const resuming = resume();
  return async () => {
    stopping.abort();
    await resuming;
  };
}
