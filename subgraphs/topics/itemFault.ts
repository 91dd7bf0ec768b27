import { badInput } from '../../kit/errors.ts';
import { isLanguage, LANGUAGES } from './topics.ts';

/** Why a model cannot judge this item; null when it can. */
export function itemFault(item: unknown): Error | null {
  const { text, language } = typeof item === 'object' && item !== null ? fieldsOf(item) : {};
  if (typeof text !== 'string' || text.trim() === '') {
    const came = typeof text !== 'string' ? typeof text : text === '' ? 'an empty one' : 'only white space';
    return badInput(`Expected a text with something in it, got ${came}.`);
  }
  if (isLanguage(language)) return null;
  return badInput(`Expected a language of ${LANGUAGES.join(', ')}, got ${JSON.stringify(language) ?? 'none'}.`);
}

function fieldsOf(item: object): { readonly text?: unknown; readonly language?: unknown } {
  return { text: Reflect.get(item, 'text'), language: Reflect.get(item, 'language') };
}
