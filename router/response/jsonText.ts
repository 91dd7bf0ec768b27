const SHORT = 256;
/** What JSON must escape, and lone surrogates, which JSON.stringify escapes too. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const NEEDS_ESCAPE = /[\u0000-\u001f"\\\ud800-\udfff]/;

/** A string as JSON text; for short plain strings several times as fast as JSON.stringify. */
export function stringToJson(value: string): string {
  return value.length < SHORT && !NEEDS_ESCAPE.test(value) ? `"${value}"` : JSON.stringify(value);
}

/** A value that came from JSON as JSON text. */
export function valueToJson(value: unknown): string {
  return typeof value === 'string' ? stringToJson(value) : JSON.stringify(value);
}
