import { CodedError, type ErrorCode } from '../../errors.ts';
import type { PredictOptions } from '../handle.ts';

/** What a fallback may need of the time that is there: it waits for no queue of the model's. */
const RESERVE_MS = 50;

/** What a model cannot help; `MODEL_UNAVAILABLE` comes of a remote one whose server is away. */
const NO_ANSWER: readonly ErrorCode[] = ['OVERLOADED', 'DEADLINE_EXCEEDED', 'MODEL_FAILED', 'MODEL_UNAVAILABLE'];

/** Whether another model may answer: it is no answer that the input is wrong or that its caller has left. */
export function mayFallBack(error: unknown): error is CodedError {
  return error instanceof CodedError && NO_ANSWER.includes(error.code);
}

/** Gives up early enough before the deadline that a fallback can still answer, even where the work itself hangs. */
export function leaveTimeToFallBack(options: PredictOptions): PredictOptions {
  const { deadline = Number.POSITIVE_INFINITY } = options;
  return { ...options, deadline: deadline - RESERVE_MS };
}
