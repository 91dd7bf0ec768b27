import type { IncomingHttpHeaders } from 'node:http';
import { DEADLINE_HEADER, readDeadlineHeader } from '../../kit/requestContext.ts';
import type { AcceptOptions } from '../jobs/acceptedOperations.ts';
import { readIdempotencyKey } from './idempotencyKey.ts';
import { type Preferences, readPreferences } from './preferences.ts';

/** The longest that a request waits for the end of a job, in seconds; a client may ask for less, not for more. */
const MAX_WAIT_S = 30;

/** A client's wish to be answered later. */
export interface AsyncWish extends AcceptOptions {
  /** How long it would wait for the answer before it is told to come back, in seconds. */
  readonly waitS: number;
}

/**
 * Null for a client who would rather wait for its answer.
 * @throws CodedError `BAD_USER_INPUT` for an Idempotency-Key or a deadline that is none.
 */
export function readAsyncWish(prefer: string | string[], headers: IncomingHttpHeaders): AsyncWish | null {
  const preferences = readPreferences(prefer.toString());
  if (!preferences.respondAsync) return null;
  const timeoutMs = readDeadlineHeader(headers[DEADLINE_HEADER]);
  return {
    waitS: readWait(preferences),
    idempotencyKey: readIdempotencyKey(headers['idempotency-key']),
    timeoutMs: Number.isFinite(timeoutMs) ? timeoutMs : undefined,
  };
}

/** For how many seconds a client waits for the end of a job. */
export function readWait({ wait }: Preferences): number {
  return Math.min(wait ?? 0, MAX_WAIT_S);
}
