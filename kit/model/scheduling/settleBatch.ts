import { CodedError } from '../../errors.ts';
import type { SentResult, WorkerAnswer } from '../worker/messages.ts';
import { WorkerDied } from '../worker/modelWorker.ts';
import { receiveError } from '../worker/sentError.ts';
import { type Batch, type Schedulable, tooLate } from './scheduler.ts';
import type { WaitingItem } from './waitingItem.ts';

/** An item may have had the bad luck to be in a dying worker; not twice. */
const MAX_CRASHES = 1;

export interface Outcome {
  /** Items that have an error in the place of their answer. */
  readonly failedItems: number;
  /** Why the batch failed as a whole. */
  readonly failure: CodedError | null;
}

/**
 * Gives each item of a batch its answer or its error, or puts it back to be tried again: after a crash once, alone; and
 * alone where one item may have spoiled the batch for the others.
 * @param answer what came of the batch, or why nothing did.
 * @param wasRunning whether the worker had begun with it.
 * @returns undefined when all of it will be tried again.
 */
export function settleBatch<Model extends Schedulable>(
  { lane, items }: Batch<Model>,
  answer: WorkerAnswer | Error,
  wasRunning: boolean,
): Outcome | undefined {
  const { name } = lane.model.manifest;
  if (answer instanceof WorkerDied) {
    if (wasRunning) {
      for (const item of items) {
        item.crashes += 1;
        item.alone = true;
      }
    }
    const waited = items.filter(({ settled }) => !settled);
    lane.putBack(waited.filter(({ crashes }) => crashes <= MAX_CRASHES));
    const lost = waited.filter(({ crashes }) => crashes > MAX_CRASHES);
    if (lost.length === 0) return undefined;
    return failAll(
      lost,
      new CodedError('MODEL_FAILED', `The worker that ran the model ${name} died.`, { cause: answer }),
    );
  }
  if (!(answer instanceof Error) && answer.kind === 'predicted') {
    return { failedItems: settleEach(items, answer.results, lane.model), failure: null };
  }
  if (items.length > 1 && mayBeOneItem(answer)) {
    for (const item of items) item.alone = true;
    lane.putBack(items.filter(({ settled }) => !settled));
    return undefined;
  }
  if (answer instanceof Error) {
    const cause = { cause: answer };
    return failAll(items, new CodedError('MODEL_FAILED', `The model ${name} cannot be sent this input.`, cause));
  }
  if (answer.kind === 'failed') return failAll(items, receiveError(answer.error, name));
  throw new TypeError(`A worker answered a batch with ${answer.kind}.`);
}

/** Whether one item may be why the batch failed; it is not when a server that runs the model is away or has no room. */
function mayBeOneItem(answer: WorkerAnswer | Error): boolean {
  if (answer instanceof Error || answer.kind !== 'failed' || answer.error.code === null) return true;
  return !['MODEL_UNAVAILABLE', 'OVERLOADED', 'DEADLINE_EXCEEDED'].includes(answer.error.code);
}

function failAll(items: readonly WaitingItem[], failure: CodedError): Outcome {
  for (const item of items) item.fail(failure);
  return { failedItems: items.length, failure };
}

/** @returns how many have an error; one that only came late was predicted all the same. */
function settleEach(items: readonly WaitingItem[], results: readonly SentResult[], model: Schedulable): number {
  let failed = 0;
  for (const [index, item] of items.entries()) {
    const result = results[index];
    if (result !== undefined && 'error' in result) {
      failed += 1;
      item.fail(receiveError(result.error, model.manifest.name));
    } else if (result === undefined || Date.now() > item.deadline) {
      // Whoever set a deadline has gone on without the answer.
      item.fail(tooLate(model));
    } else item.succeed(result.answer);
  }
  return failed;
}
