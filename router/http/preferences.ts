/** What a client would like, of what this router knows (RFC 7240). */
export interface Preferences {
  /** To be told that the operation was accepted, rather than to wait for its answer. */
  readonly respondAsync: boolean;
  /** How long the client would wait for an answer, in seconds. */
  readonly wait: number | null;
}

const TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
/** The list's members: a comma in a quoted value separates nothing. */
const MEMBERS = /(?:[^,"]|"(?:[^"\\]|\\.)*"?)+/g;
/** A name, its value if any, and parameters, of which this router knows none. */
const PREFERENCE = new RegExp(`^(${TOKEN})[ \\t]*(?:=[ \\t]*(?:(${TOKEN})|"((?:[^"\\\\]|\\\\.)*)")[ \\t]*)?(?:;|$)`);
const MAX_WAIT_DIGITS = 9;

/**
 * Reads a Prefer header. What cannot be read, or is not known, is ignored, as the RFC wants it; of a preference that
 * comes twice the first counts.
 */
export function readPreferences(header: string): Preferences {
  const found = new Map<string, string>();
  for (const [member] of header.matchAll(MEMBERS)) {
    const [, name, token, quoted] = PREFERENCE.exec(member.trim()) ?? [];
    const key = name?.toLowerCase();
    if (key === undefined || found.has(key)) continue;
    // No value and an empty one are the same.
    found.set(key, token ?? quoted?.replace(/\\(.)/g, '$1') ?? '');
  }
  const wait = found.get('wait') ?? '';
  return {
    respondAsync: found.get('respond-async') === '',
    wait: /^\d+$/.test(wait) && wait.length <= MAX_WAIT_DIGITS ? Number(wait) : null,
  };
}
