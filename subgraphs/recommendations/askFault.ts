import { badInput, type CodedError } from '../../kit/errors.ts';
import type { Ask } from './ask.ts';

/** What is wrong with a question, if anything: likenesses are of the candidates, one each, or there are none. */
export function askFault(ask: Ask): CodedError | null {
  if (ask.kind === 'BUYER' || ask.likeness.length === 0 || ask.likeness.length === ask.candidates.length) return null;
  return badInput(
    `likeness: expected one for each of the ${ask.candidates.length} candidates, or none, got ${ask.likeness.length}.`,
    'likeness',
  );
}
