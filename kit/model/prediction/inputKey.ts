import { createHmac } from 'node:crypto';
import { serialize } from 'node:v8';

const DIGEST_BYTES = 16;

/** What an answer depends on beside its input and the model's version. */
export interface KeyScope {
  readonly tenant: string | null;
  /** Of an index or a projection; '' when it depends on none. */
  readonly dataVersion: string;
}

/**
 * Digests of inputs by HMAC-SHA-256 under a key: who sees one cannot find out its input by trying, and no tenant's is
 * another's.
 */
export class InputKeys {
  readonly #key: Buffer;

  constructor(key: Buffer) {
    this.#key = key;
  }

  /**
   * 16 bytes, the same for the same text or bytes; of equal objects those that were made alike. Undefined for an input
   * that cannot be written down, such as one with a function or a URL in it.
   */
  digest(input: unknown, { tenant, dataVersion }: KeyScope): Buffer | undefined {
    const written = writeDown(input);
    if (written === undefined) return undefined;
    // A list as JSON, so that no two scopes run into each other.
    const scope = JSON.stringify([tenant, dataVersion, written.kind]);
    return createHmac('sha256', this.#key).update(scope).update(written.bytes).digest().subarray(0, DIGEST_BYTES);
  }
}

function writeDown(input: unknown): { readonly kind: string; readonly bytes: Uint8Array } | undefined {
  // Not UTF-8, in which all broken pairs of a string are the same.
  if (typeof input === 'string') return { kind: 'text', bytes: Buffer.from(input, 'utf16le') };
  if (input instanceof Uint8Array) return { kind: 'bytes', bytes: input };
  return isPlain(input) ? { kind: 'value', bytes: serialize(input) } : undefined;
}

/** Whether all of it is data: what V8 cannot write, such as a URL, it writes as nothing, and two of them as the same. */
function isPlain(value: unknown): boolean {
  if (typeof value === 'function' || typeof value === 'symbol') return false;
  if (typeof value !== 'object' || value === null) return true;
  if (ArrayBuffer.isView(value)) return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (!Array.isArray(value) && prototype !== Object.prototype && prototype !== null) return false;
  return Object.values(value).every(isPlain);
}
