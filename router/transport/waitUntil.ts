import { TransportFailure } from './failure.ts';

/** The longest delay that setTimeout does not take for 1 ms. */
const MAX_TIMEOUT_MS = 2 ** 31 - 1;

/**
 * Waits for a promise, but no longer than the deadline and no longer than anybody wants it.
 * @throws TransportFailure `late` or `abandoned`, or what the promise rejects with.
 */
export function waitUntil<Value>(promise: Promise<Value>, deadline: number, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const left = deadline - Date.now();
    const settle = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', abandon);
    };
    const late = (): void => {
      settle();
      reject(new TransportFailure('late', 'the deadline passed before the request could be sent'));
    };
    const abandon = (): void => {
      settle();
      reject(new TransportFailure('abandoned', 'the caller left before the request could be sent'));
    };
    const timer = left <= MAX_TIMEOUT_MS ? setTimeout(late, left) : undefined;
    signal.addEventListener('abort', abandon);
    if (signal.aborted) abandon();
    promise.then(resolve, reject).finally(settle);
  });
}
