import { CodedError } from '../../errors.ts';
import type { SentError } from './messages.ts';

export function sendError(error: unknown): SentError {
  const { code = null, extensions = {} } = error instanceof CodedError ? error : {};
  const { code: _, ...details } = extensions;
  const plain = error instanceof Error ? error : new Error(String(error));
  return { code, message: plain.message, stack: plain.stack, details };
}

/** @returns the CodedError that was sent; an uncoded one is `MODEL_FAILED`, with the worker's stack as its cause. */
export function receiveError({ code, message, stack, details }: SentError, model: string): CodedError {
  const cause = Object.assign(new Error(message), { stack });
  return code === null
    ? new CodedError('MODEL_FAILED', `The model ${model} failed on this input.`, { cause })
    : new CodedError(code, message, { details, cause });
}
