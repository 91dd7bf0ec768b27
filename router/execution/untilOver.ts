import type { Caller } from './caller.ts';

/** What comes of something that was waited for in vain. */
export const OVER = Symbol('the deadline has passed, or nobody waits any more');

/** The longest a timer can wait. */
const MAX_TIMER_MS = 2_147_483_647;

/** Waits for something as long as its caller does. The work itself goes on. */
export function untilOver<Value>(
  work: Promise<Value>,
  { deadline, waiting }: Pick<Caller, 'deadline' | 'waiting'>,
): Promise<Value | typeof OVER> {
  return new Promise((resolve, reject) => {
    const expire = (): void => resolve(OVER);
    const left = deadline - Date.now();
    const timer = left <= MAX_TIMER_MS ? setTimeout(expire, Math.max(0, left)) : undefined;
    const stay = waiting.onLeave(expire);
    const settle = (): void => {
      clearTimeout(timer);
      stay();
    };
    work.then(
      (value) => {
        settle();
        resolve(value);
      },
      (error) => {
        settle();
        reject(error);
      },
    );
  });
}
