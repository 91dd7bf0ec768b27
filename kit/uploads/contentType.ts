import { isUtf8 } from 'node:buffer';

/** What may be uploaded, with the ending that a file of it gets where the client names none. */
export const CONTENT_TYPES = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'application/pdf': 'pdf',
  'text/plain': 'txt',
} as const;

export type ContentType = keyof typeof CONTENT_TYPES;

const ascii = (bytes: Buffer, start: number, end: number): string => bytes.toString('latin1', start, end);

/** https://mimesniff.spec.whatwg.org/#matching-an-image-type-pattern, and the same of PDF. */
const SIGNATURES: readonly (readonly [ContentType, (bytes: Buffer) => boolean])[] = [
  ['image/png', (bytes) => ascii(bytes, 0, 8) === '\x89PNG\r\n\x1a\n'],
  ['image/jpeg', (bytes) => ascii(bytes, 0, 3) === '\xff\xd8\xff'],
  ['image/webp', (bytes) => ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 14) === 'WEBPVP'],
  ['image/gif', (bytes) => ['GIF87a', 'GIF89a'].includes(ascii(bytes, 0, 6))],
  ['application/pdf', (bytes) => ascii(bytes, 0, 5) === '%PDF-'],
];

/** The start of what a browser or an XML reader would take for a document with scripts. */
const MARKUP = /^\s*<(!doctype|\?xml|[a-z!])/i;

/**
 * What the bytes are, by themselves: what a client says of them is not believed.
 * @returns null for anything that may not be uploaded; markup is none of the texts.
 */
export function sniffContentType(bytes: Buffer): ContentType | null {
  for (const [type, matches] of SIGNATURES) if (matches(bytes)) return type;
  return isPlainText(bytes) ? 'text/plain' : null;
}

function isPlainText(bytes: Buffer): boolean {
  if (!isUtf8(bytes)) return false;
  // https://mimesniff.spec.whatwg.org/#binary-data-byte
  if (bytes.some((byte) => byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d, 0x1b].includes(byte))) return false;
  return !MARKUP.test(bytes.toString('utf8', 0, 1_000).replace(/^\ufeff/, ''));
}
