import { badInput } from '../../kit/errors.ts';

const HEADER = 'Idempotency-Key';

/**
 * The key by which a client's repetitions of one request are known: a string of RFC 8941, in quotes, as
 * draft-ietf-httpapi-idempotency-key-header has it, or the same without them.
 * @throws CodedError `BAD_USER_INPUT`
 */
export function readIdempotencyKey(header: string | string[] | undefined): string | undefined {
  if (header === undefined) return undefined;
  const text = header.toString().trim();
  const quoted = /^"((?:[^"\\]|\\["\\])*)"$/.exec(text)?.[1];
  const key = quoted === undefined ? text : quoted.replace(/\\(.)/g, '$1');
  if (/^[\x21-\x7e]{1,255}$/.test(key)) return key;
  throw badInput(
    `Expected ${HEADER} to be 1 to 255 printable ASCII characters without spaces, such as a UUID; got ${JSON.stringify(text.slice(0, 60))}.`,
  );
}
