/**
 * In JSON text, the escape of what Postgres stores in no form: U+0000, and half a surrogate pair, which JSON.stringify
 * escapes. One such in a statement about many jobs would fail them all.
 */
const UNSTORABLE = /(?<!\\)((?:\\\\)*)\\u(?:0000|d[89a-f][0-9a-f]{2})/g;

export function isStorableJson(json: string): boolean {
  return json.search(UNSTORABLE) < 0;
}

/** The text with U+FFFD for whatever cannot be stored. */
export function toStorableJson(json: string): string {
  return json.replace(UNSTORABLE, '$1\\ufffd');
}
