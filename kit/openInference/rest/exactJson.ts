import { randomUUID } from 'node:crypto';

/** A whole number that a double may not hold; the look-behind keeps out fractions and exponents. */
const LONG_INTEGER = /(?<![\d.eE+-])-?[1-9]\d{15,}(?![\d.eE])/g;

/** No client can know it, so none can pass a string off as a number. */
const MARK = `${randomUUID()}:`;

/**
 * `JSON.parse`, but whole numbers of 16 digits and more are bigint: JSON has 64-bit integers, doubles do not.
 * @throws SyntaxError
 */
export function parseExactJson(text: string): unknown {
  if (text.search(LONG_INTEGER) === -1) return JSON.parse(text);
  return JSON.parse(markLongIntegers(text), (_, value: unknown) =>
    typeof value === 'string' && value.startsWith(MARK) ? BigInt(value.slice(MARK.length)) : value,
  );
}

function markLongIntegers(text: string): string {
  let marked = '';
  let offset = 0;
  while (offset < text.length) {
    const start = text.indexOf('"', offset);
    const outside = text.slice(offset, start === -1 ? text.length : start);
    marked += outside.replace(LONG_INTEGER, (digits) => `"${MARK}${digits}"`);
    if (start === -1) break;
    offset = endOfString(text, start);
    marked += text.slice(start, offset);
  }
  return marked;
}

function endOfString(text: string, start: number): number {
  let end = start;
  do {
    end = text.indexOf('"', end + 1);
    if (end === -1) return text.length;
  } while (isEscaped(text, end));
  return end + 1;
}

function isEscaped(text: string, index: number): boolean {
  let backslashes = 0;
  while (text[index - 1 - backslashes] === '\\') backslashes += 1;
  return backslashes % 2 === 1;
}

/** `JSON.stringify`, but a bigint is written with all its digits. */
export function writeExactJson(value: unknown): string {
  if (typeof value === 'bigint') return String(value);
  if (Array.isArray(value)) return `[${value.map(writeExactJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${writeExactJson(field)}`).join(',')}}`;
}
