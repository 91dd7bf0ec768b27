import { badInput } from '../../errors.ts';
import type { Datatype } from '../../model/tensors.ts';
import { DATATYPES, type Element, notAnElement } from './datatypes.ts';

/** Before each element of BYTES: its length, as an unsigned 32-bit integer. */
const LENGTH_SIZE = 4;

/**
 * Reads a tensor's raw form: its elements one after another, row by row, little-endian; BOOL is a byte of 0 or 1, and
 * an element of BYTES has its length before it. It is the form of `raw_input_contents` in gRPC and of Triton's binary
 * tensor data extension in REST.
 * @param what names the tensor in complaints: `input "text"`.
 * @throws CodedError `BAD_USER_INPUT` when the bytes are not `count` elements.
 */
export function decodeRaw(datatype: Datatype, bytes: Uint8Array, count: number, what: string): Element[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const codec = DATATYPES[datatype];
  if (codec === null) return decodeBytes(bytes, view, count, what);
  if (bytes.length !== count * codec.size) {
    throw badInput(
      `The ${what} has ${bytes.length} bytes of raw data; its shape has ${count} elements of ${datatype}, which are ${count * codec.size} bytes.`,
    );
  }
  return Array.from({ length: count }, (_, index) => {
    const element = codec.read(view, index * codec.size);
    if (element !== undefined) return element;
    throw badInput(
      `Element ${index} of the ${what} is no ${datatype}: expected a byte of 0 or 1; got ${bytes[index * codec.size]}.`,
    );
  });
}

function decodeBytes(bytes: Uint8Array, view: DataView, count: number, what: string): Element[] {
  const elements: Element[] = [];
  let offset = 0;
  while (offset < bytes.length && elements.length <= count) {
    const start = offset + LENGTH_SIZE;
    const length = start <= bytes.length ? view.getUint32(offset, true) : 0;
    if (start + length > bytes.length) {
      throw badInput(
        `Element ${elements.length} of the ${what} is cut off: expected a length of 4 bytes, little-endian, and that many bytes; ${bytes.length - offset} bytes are left.`,
      );
    }
    offset = start + length;
    elements.push(bytes.subarray(start, offset));
  }
  if (elements.length !== count) {
    throw badInput(
      `The ${what} has ${elements.length > count ? `more than ${count}` : elements.length} elements in its raw data; its shape has ${count}.`,
    );
  }
  return elements;
}

/** @throws TypeError for a value that is no element of the datatype. */
export function encodeRaw(datatype: Datatype, elements: readonly unknown[]): Buffer {
  const codec = DATATYPES[datatype];
  if (codec === null) return encodeBytes(elements);
  const bytes = Buffer.alloc(elements.length * codec.size);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  elements.forEach((element, index) => {
    if (!codec.write(view, index * codec.size, element)) throw notAnElement(datatype, element);
  });
  return bytes;
}

function encodeBytes(elements: readonly unknown[]): Buffer {
  return Buffer.concat(
    elements.flatMap((element) => {
      if (!(element instanceof Uint8Array)) throw notAnElement('BYTES', element);
      const length = Buffer.alloc(LENGTH_SIZE);
      length.writeUInt32LE(element.length);
      return [length, element];
    }),
  );
}
