/** What follows is not read, so that the time a text takes is bounded; a message's language shows long before. */
export const MAX_CHARACTERS_READ = 400;

/**
 * Addresses, and what has so many digits that it is a number, a code or a date: they are of no language. All are ASCII,
 * because Thai and Chinese put no space between a number and their words.
 */
const OF_NO_LANGUAGE = /[!-~]*(?:[@/]|www\.)[!-~]*|[!-~]*\d{3}[!-~]*/g;
const READABLE = /[\p{Script=Latin}\p{Script=Thai}\p{Script=Han}]/u;

/** The beginning of a text without what is of no language; null when no letter is left of a script that is told apart. */
export function readable(text: string): string | null {
  const words = text.trimStart().slice(0, MAX_CHARACTERS_READ).replace(OF_NO_LANGUAGE, ' ');
  return READABLE.test(words) ? words : null;
}
