import { glossed } from './glossed.ts';
import type { Language } from './language.ts';

/** The text as far as it can be had in English: as it is, or word by word. */
export function inEnglish(text: string, language: Language): string {
  return language === 'en' ? text : glossed(text);
}
