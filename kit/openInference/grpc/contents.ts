import { badInput } from '../../errors.ts';
import type { Datatype } from '../../model/tensors.ts';
import { DATATYPES, type Element, notAnElement } from '../tensors/datatypes.ts';
import type { InferTensorContents } from './service.ts';

/** Which field of `InferTensorContents` has the elements of a datatype. */
const FIELDS = {
  BOOL: 'bool_contents',
  UINT8: 'uint_contents',
  UINT16: 'uint_contents',
  UINT32: 'uint_contents',
  UINT64: 'uint64_contents',
  INT8: 'int_contents',
  INT16: 'int_contents',
  INT32: 'int_contents',
  INT64: 'int64_contents',
  FP32: 'fp32_contents',
  FP64: 'fp64_contents',
  BYTES: 'bytes_contents',
} as const satisfies Record<Datatype, keyof InferTensorContents>;

/**
 * Reads a tensor from the typed fields of gRPC.
 * @param what names the tensor in complaints: `input "text"`.
 * @throws CodedError `BAD_USER_INPUT` when they are not `count` elements of the datatype.
 */
export function decodeContents(
  datatype: Datatype,
  contents: InferTensorContents | null,
  count: number,
  what: string,
): Element[] {
  const field = FIELDS[datatype];
  const values: readonly Element[] = contents?.[field] ?? [];
  if (values.length !== count) {
    throw badInput(`The ${what} has ${values.length} elements in ${field}; its shape has ${count}.`);
  }
  const codec = DATATYPES[datatype];
  if (codec === null) return [...values];
  return values.map((value, index) => {
    const element = codec.from(value);
    if (element !== undefined) return element;
    throw badInput(`Element ${index} of the ${what} is no ${datatype}: expected ${codec.elements}; got ${value}.`);
  });
}

/** @throws TypeError for a value that is no element of the datatype. */
export function encodeContents(datatype: Datatype, elements: readonly unknown[]): InferTensorContents {
  const codec = DATATYPES[datatype];
  const values = elements.map((value) => {
    const element = codec === null ? (value instanceof Uint8Array ? value : undefined) : codec.from(value);
    if (element === undefined) throw notAnElement(datatype, value);
    return element;
  });
  return { ...EMPTY, [FIELDS[datatype]]: values };
}

const EMPTY: InferTensorContents = {
  bool_contents: [],
  int_contents: [],
  int64_contents: [],
  uint_contents: [],
  uint64_contents: [],
  fp32_contents: [],
  fp64_contents: [],
  bytes_contents: [],
};
