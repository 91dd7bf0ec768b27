import { randomUUID } from 'node:crypto';

let lastMs = 0;
let inThatMs = 0;
const MOST_IN_A_MS = 0xfff;

/**
 * `job-` and a UUID of version 7 (RFC 9562, 5.7) with a counter (6.2, method 1): those of one process rise, those of
 * several are neighbours in an index, and 62 of its bits are random, so that nobody guesses one.
 */
export function newJobId(): string {
  const now = Date.now();
  if (now > lastMs || inThatMs === MOST_IN_A_MS) {
    lastMs = Math.max(now, lastMs + 1);
    inThatMs = 0;
  } else inThatMs += 1;
  const counter = inThatMs.toString(16).padStart(3, '0');
  return `${jobIdsFrom(lastMs)}-7${counter}${randomUUID().slice(18)}`;
}

/** What the ids of that millisecond start with: greater than all before it. */
export function jobIdsFrom(epochMs: number): string {
  const time = epochMs.toString(16).padStart(12, '0');
  return `job-${time.slice(0, 8)}-${time.slice(8)}`;
}
