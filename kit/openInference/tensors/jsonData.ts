import { badInput } from '../../errors.ts';
import type { Datatype } from '../../model/tensors.ts';
import { DATATYPES, type Element, elementsOf, notAnElement } from './datatypes.ts';

const SURROGATE = /\p{Surrogate}/u;
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Reads a tensor's `data` in JSON, flat or nested as its shape; BYTES are strings, which stand for their UTF-8.
 * @param what names the tensor in complaints: `input "text"`.
 * @throws CodedError `BAD_USER_INPUT` when the data are not elements of the datatype, or not as many as the shape has.
 */
export function decodeJson(datatype: Datatype, data: unknown, shape: readonly number[], what: string): Element[] {
  return flatten(data, shape, what).map((value, index) => {
    const element = fromJson(datatype, value);
    if (element !== undefined) return element;
    throw badInput(
      `Element ${index} of the ${what} is no ${datatype}: expected ${DATATYPES[datatype]?.elements ?? 'strings of Unicode text'}; got ${show(value)}.`,
    );
  });
}

function fromJson(datatype: Datatype, value: unknown): Element | undefined {
  const codec = DATATYPES[datatype];
  if (codec === null) return typeof value === 'string' && !SURROGATE.test(value) ? Buffer.from(value) : undefined;
  // JSON.parse makes Infinity of 1e999.
  return typeof value === 'number' && !Number.isFinite(value) ? undefined : codec.from(value);
}

function flatten(data: unknown, shape: readonly number[], what: string): readonly unknown[] {
  if (!Array.isArray(data)) throw badInput(`The data of the ${what} are not an array; got ${show(data)}.`);
  const values = Array.isArray(data[0]) ? flattenNested(data, shape, what) : data;
  const count = elementsOf(shape);
  if (values.length === count) return values;
  throw badInput(`The ${what} has ${values.length} elements; its shape [${shape.join(', ')}] has ${count}.`);
}

function flattenNested(data: readonly unknown[], shape: readonly number[], what: string): readonly unknown[] {
  return shape.slice(1).reduce<readonly unknown[]>(
    (rows, size) =>
      rows.flatMap((row: unknown): readonly unknown[] => {
        if (Array.isArray(row) && row.length === size) return row;
        throw badInput(
          `The data of the ${what} are nested otherwise than its shape [${shape.join(', ')}]: expected an array of ${size}; got ${Array.isArray(row) ? `one of ${row.length}` : show(row)}.`,
        );
      }),
    data,
  );
}

/**
 * The flat `data` of a tensor; 64-bit integers stay bigint, for `writeExactJson`.
 * @param what names the tensor in complaints: `output "score"`.
 * @param remedy what to do about elements that JSON cannot carry.
 * @throws CodedError `BAD_USER_INPUT` for what JSON cannot carry: NaN, Infinity, and bytes that are not UTF-8.
 * @throws TypeError for a value that is no element of the datatype.
 */
export function encodeJson(datatype: Datatype, elements: readonly unknown[], what: string, remedy: string): unknown[] {
  const codec = DATATYPES[datatype];
  return elements.map((value, index) => {
    if (codec === null) return toText(value, index, what, remedy);
    const element = codec.from(value);
    if (element === undefined) throw notAnElement(datatype, value);
    if (typeof element === 'number' && !Number.isFinite(element)) throw notInJson(index, what, String(element), remedy);
    return element;
  });
}

function toText(value: unknown, index: number, what: string, remedy: string): string {
  if (!(value instanceof Uint8Array)) throw notAnElement('BYTES', value);
  try {
    return utf8.decode(value);
  } catch {
    throw notInJson(index, what, 'not UTF-8', remedy);
  }
}

function notInJson(index: number, what: string, found: string, remedy: string): Error {
  return badInput(`Element ${index} of the ${what} is ${found}, which JSON cannot carry; ${remedy}.`);
}

/** What came, short. */
export function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
