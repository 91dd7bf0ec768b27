import { expect, test } from 'vitest';
import { WaitingItem } from '../scheduling/waitingItem.ts';
import { Flight } from './flight.ts';
import { PredictionCache } from './predictionCache.ts';

/** What the cache says of a question after it was answered once with so many bytes. */
async function again(bytes: number): Promise<string> {
  const cache = new PredictionCache(32 * 1024 ** 2);
  const item = new WaitingItem('question');
  const flight = new Flight(item);
  cache.find('key', 'interactive', () => flight);
  item.succeed({ output: 'answer', signals: {}, bytes });
  await flight.join({ deadline: Number.POSITIVE_INFINITY, tooLate: () => new TypeError('late') as never });
  return cache.find('key', 'interactive', () => new Flight(new WaitingItem('question'))).cache;
}

test('an answer is kept, but not one for which thousands of others would have to leave', async () => {
  expect(await again(1_000)).toBe('hit');
  expect(await again(1_000_000)).toBe('miss');
});
