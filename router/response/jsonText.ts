const SHORT = 256;
/** What JSON must escape, and lone surrogates, which JSON.stringify escapes too. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const NEEDS_ESCAPE = /[\u0000-\u001f"\\\ud800-\udfff]/;

/** A string as JSON text; for short plain strings several times as fast as JSON.stringify. */
export function stringToJson(value: string): string {
  return isPlain(value) ? `"${value}"` : JSON.stringify(value);
}

/** A string as it stands between the quotes of JSON text: itself, where nothing in it needs an escape. */
export function textInJson(value: string): string {
  return isPlain(value) ? value : JSON.stringify(value).slice(1, -1);
}

function isPlain(value: string): boolean {
  return value.length < SHORT && !NEEDS_ESCAPE.test(value);
}

/** A value that came from JSON as JSON text. */
export function valueToJson(value: unknown): string {
  return typeof value === 'string' ? stringToJson(value) : JSON.stringify(value);
}
