import { setMaxListeners } from 'node:events';
import { ANONYMOUS, type Identity, type RequestContext } from './context.ts';
import { badInput } from './errors.ts';
import type { Logger } from './log.ts';

/** Milliseconds left for the answer, as one process tells the next. */
export const DEADLINE_HEADER = 'x-deadline-ms';

export interface RequestContextOptions {
  readonly identity?: Identity;
  /** Milliseconds from now; Infinity when the caller gave none. */
  readonly budgetMs?: number;
  /** Aborts when the caller left. */
  readonly signal: AbortSignal;
  readonly log: Logger;
}

/** The context of a request that arrives now. */
export function createRequestContext(options: RequestContextOptions): RequestContext {
  const { identity = ANONYMOUS, budgetMs = Number.POSITIVE_INFINITY, signal, log } = options;
  const arrivedAt = Date.now();
  return {
    identity,
    log,
    arrivedAt,
    deadline: arrivedAt + budgetMs,
    signal: forManyListeners(
      Number.isFinite(budgetMs) ? AbortSignal.any([signal, AbortSignal.timeout(budgetMs)]) : signal,
    ),
  };
}

/** Every item that waits for a model listens to its request's signal; Node takes more than ten for a leak and warns. */
export function forManyListeners(signal: AbortSignal): AbortSignal {
  setMaxListeners(0, signal);
  return signal;
}

/** @throws CodedError `BAD_USER_INPUT` for a header that is not a whole number of milliseconds. */
export function readDeadlineHeader(value: string | string[] | undefined): number {
  if (value === undefined) return Number.POSITIVE_INFINITY;
  if (typeof value !== 'string' || !/^\d{1,9}$/.test(value)) {
    throw badInput(`The header ${DEADLINE_HEADER} is a whole number of milliseconds; got ${JSON.stringify(value)}.`);
  }
  return Number(value);
}
