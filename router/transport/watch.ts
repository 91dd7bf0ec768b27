/** Something under way that has to end at some time. */
export interface Watched {
  /** Looks whether the time has come. */
  check(now: number): void;
}

/** How late an end may be, in milliseconds. */
const EVERY_MS = 10;

const underWay = new Set<Watched>();
let timer: NodeJS.Timeout | undefined;

/**
 * Has everything under way looked at every few milliseconds. Nearly all of it ends in good time: a timer and an abort
 * listener for each fetch cost a tenth of the fetch.
 */
export function watch(item: Watched): void {
  underWay.add(item);
  timer ??= setInterval(lookAtAll, EVERY_MS);
}

export function unwatch(item: Watched): void {
  underWay.delete(item);
}

function lookAtAll(): void {
  const now = Date.now();
  for (const item of underWay) item.check(now);
  if (underWay.size > 0) return;
  clearInterval(timer);
  timer = undefined;
}
