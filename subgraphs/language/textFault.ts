import { badInput } from '../../kit/errors.ts';

/** Why a model of texts cannot judge this one; null when it can. One without a letter is no fault: it is `unknown`. */
export function textFault(text: unknown): Error | null {
  return typeof text === 'string' ? null : badInput(`Expected a text, got ${typeof text}.`);
}
