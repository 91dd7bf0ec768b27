import { CodedError } from '../../errors.ts';
import { forManyListeners } from '../../requestContext.ts';
import type { Inference, InferenceModel, InferenceOptions } from '../inferenceModel.ts';
import { ItemError } from './itemError.ts';

/** A request of more items is work in bulk: nobody who waits for one item should wait for all of these. */
const MOST_AT_ONCE = 32;
/** The longest that a timer of Node can wait. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * Predicts every item at once: the runtime makes the batches. The first failure fails all and stops the rest.
 * @throws ItemError with the failed item's index.
 * @throws CodedError `DEADLINE_EXCEEDED`; whatever the signal was aborted with.
 */
export async function predictAll(
  model: Pick<InferenceModel, 'predict'>,
  items: readonly unknown[],
  { signal, deadline, ...options }: Omit<InferenceOptions, 'priority'>,
): Promise<readonly Inference[]> {
  const priority = items.length > MOST_AT_ONCE ? 'batch' : 'interactive';
  const stop = new AbortController();
  const timer = stopAt(deadline, stop);
  const joined = forManyListeners(AbortSignal.any([signal, stop.signal]));
  const stopped = new Promise<never>((_, reject) => {
    joined.addEventListener('abort', () => reject(joined.reason), { once: true });
  });
  try {
    joined.throwIfAborted();
    const answers = items.map(async (item, index) => {
      try {
        return await model.predict(item, { ...options, priority, signal: joined, deadline });
      } catch (error) {
        // Past the deadline, or with nobody there to read it, an item's own complaint is no news.
        throw joined.aborted ? joined.reason : new ItemError(index, error);
      }
    });
    // A model that is deaf to the signal must not hold back the refusal.
    return await Promise.race([Promise.all(answers), stopped]);
  } catch (error) {
    stop.abort(error);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

function stopAt(deadline: number, stop: AbortController): NodeJS.Timeout | undefined {
  if (deadline === Number.POSITIVE_INFINITY) return undefined;
  const late = (): void =>
    stop.abort(new CodedError('DEADLINE_EXCEEDED', 'The request was not answered before its deadline.'));
  const left = deadline - Date.now();
  if (left <= 0) late();
  return setTimeout(late, Math.min(Math.max(left, 0), LONGEST_TIMER_MS));
}
