import { setTimeout as sleep } from 'node:timers/promises';
import { CodedError } from '../../errors.ts';

const RETRY_MS = 250;
/** deadlock_detected, serialization_failure: nothing was done, and doing it again is all there is to do. */
const TRANSIENT = ['40P01', '40001'];

/** Runs `statement` until the database has answered it, or `signal` aborts; what it refuses is thrown. */
export async function persistently<Result>(statement: () => Promise<Result>, signal: AbortSignal): Promise<Result> {
  for (;;) {
    try {
      return await statement();
    } catch (error) {
      if (signal.aborted || !isTransient(error)) throw error;
      await sleep(RETRY_MS * (0.5 + Math.random()), undefined, { signal });
    }
  }
}

export function isTransient(error: unknown): boolean {
  if (error instanceof CodedError) return error.code === 'DATABASE_UNAVAILABLE' || error.code === 'OVERLOADED';
  return error instanceof Error && 'code' in error && TRANSIENT.includes(String(error.code));
}
