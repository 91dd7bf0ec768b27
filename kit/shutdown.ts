import type { Logger } from './log.ts';

/** Longer than any request may take, shorter than the 30 s after which Kubernetes kills. */
const PATIENCE_MS = 20_000;

/**
 * Runs `close` once, on SIGTERM or SIGINT, and then exits: with 0, or with 1 when closing failed or took too long.
 * A second signal exits at once.
 */
export function closeOnSignal(close: () => Promise<void>, log: Logger): void {
  let closing = false;
  const onSignal = (signal: NodeJS.Signals): void => {
    if (closing) process.exit(1);
    closing = true;
    log.info({ signal }, 'shutting down');
    setTimeout(() => {
      log.error({ patienceMs: PATIENCE_MS }, 'shutting down took too long');
      process.exit(1);
    }, PATIENCE_MS).unref();
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'shutting down failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}
