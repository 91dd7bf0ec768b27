import { setTimeout as sleep } from 'node:timers/promises';

/** A generator of numbers from 0 to 1 that gives the same ones for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Does harm at random moments, `fromMs` to `toMs` apart, until `done` resolves. */
export async function harmUntil(
  done: Promise<unknown>,
  random: () => number,
  [fromMs, toMs]: readonly [number, number],
  harm: () => Promise<void> | void,
): Promise<void> {
  let over = false;
  const ended = done.finally(() => {
    over = true;
  });
  while (!over) {
    await Promise.race([ended, sleep(fromMs + random() * (toMs - fromMs))]);
    if (!over) await harm();
  }
  await ended;
}
