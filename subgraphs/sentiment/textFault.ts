import { badInput } from '../../kit/errors.ts';

/** Why a model of texts cannot judge this one; null when it can. */
export function textFault(text: unknown): Error | null {
  if (typeof text === 'string' && text.trim() !== '') return null;
  const came = typeof text !== 'string' ? typeof text : text === '' ? 'an empty one' : 'only white space';
  return badInput(`Expected a text with something in it, got ${came}.`);
}
