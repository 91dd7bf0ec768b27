import type { Logger } from '../log.ts';

/** What has expired is no more for anybody who asks; how soon it is removed matters to the disk alone. */
const EVERY_MS = 3_600_000;

/**
 * Calls `clean` every hour until the function it returns is called, which waits for one that is under way. Several
 * processes may do so, as a cleaning that finds nothing costs next to nothing.
 */
export function keepClean(clean: () => Promise<number>, log: Logger): () => Promise<void> {
  let cleaning = Promise.resolve();
  const timer = setInterval(() => {
    cleaning = clean().then(
      (removed) => {
        if (removed > 0) log.info({ removed }, 'uploads that nobody attached were removed');
      },
      // An hour later it is tried again.
      (error: unknown) => log.warn({ err: error }, 'uploads that have expired could not be removed'),
    );
  }, EVERY_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await cleaning;
  };
}
