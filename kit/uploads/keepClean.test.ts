import { pino } from 'pino';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepClean } from './keepClean.ts';

const HOUR = 3_600_000;
const log = pino({ level: 'silent' });

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('what has expired is removed every hour, also after it could not be', async () => {
  const clean = vi.fn<() => Promise<number>>().mockRejectedValueOnce(new Error('away')).mockResolvedValue(1);
  const stop = keepClean(clean, log);
  await vi.advanceTimersByTimeAsync(3 * HOUR);
  expect(clean).toHaveBeenCalledTimes(3);
  await stop();
  await vi.advanceTimersByTimeAsync(3 * HOUR);
  expect(clean).toHaveBeenCalledTimes(3);
});

test('to stop waits for the cleaning that is under way', async () => {
  let finish = (): void => {};
  const stop = keepClean(() => new Promise((resolve) => (finish = () => resolve(0))), log);
  await vi.advanceTimersByTimeAsync(HOUR);
  let stopped = false;
  const stopping = stop().then(() => {
    stopped = true;
  });
  await vi.advanceTimersByTimeAsync(0);
  expect(stopped).toBe(false);
  finish();
  await stopping;
});
