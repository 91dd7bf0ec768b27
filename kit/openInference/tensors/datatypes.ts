import type { Datatype, TensorRow } from '../../model/tensors.ts';

export type Element = TensorRow[number];

/** A datatype whose elements have one size in raw form. */
export interface FixedSize {
  /** Bytes an element has. */
  readonly size: number;
  /** Its elements in words, for complaints: `whole numbers from 0 to 255`. */
  readonly elements: string;
  /** The element that a value of JSON, protobuf or a model stands for; undefined when it is none. */
  from(value: unknown): Element | undefined;
  /** Undefined for bytes that are no element. */
  read(view: DataView, offset: number): Element | undefined;
  /** False, and nothing written, for a value that is no element. */
  write(view: DataView, offset: number, value: unknown): boolean;
}

const LITTLE_ENDIAN = true;

function fixedSize<E extends Element>(
  size: number,
  elements: string,
  from: (value: unknown) => E | undefined,
  read: (view: DataView, offset: number) => E | undefined,
  set: (view: DataView, offset: number, element: E) => void,
): FixedSize {
  const write = (view: DataView, offset: number, value: unknown): boolean => {
    const element = from(value);
    if (element === undefined) return false;
    set(view, offset, element);
    return true;
  };
  return { size, elements, from, read, write };
}

function integer(bits: 8 | 16 | 32, kind: 'Int' | 'Uint'): FixedSize {
  const min = kind === 'Int' ? -(2 ** (bits - 1)) : 0;
  const max = min + 2 ** bits - 1;
  return fixedSize<number>(
    bits / 8,
    `whole numbers from ${min} to ${max}`,
    (value) =>
      typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max ? value : undefined,
    (view, offset) => view[`get${kind}${bits}`](offset, LITTLE_ENDIAN),
    (view, offset, element) => view[`set${kind}${bits}`](offset, element, LITTLE_ENDIAN),
  );
}

function longInteger(kind: 'BigInt' | 'BigUint'): FixedSize {
  const min = kind === 'BigInt' ? -(2n ** 63n) : 0n;
  const max = min + 2n ** 64n - 1n;
  return fixedSize<bigint>(
    8,
    `whole numbers from ${min} to ${max}`,
    (value) => {
      // A number past 2^53 has already lost digits: nobody knows which was meant.
      const exact = typeof value === 'number' && Number.isSafeInteger(value) ? BigInt(value) : value;
      return typeof exact === 'bigint' && exact >= min && exact <= max ? exact : undefined;
    },
    (view, offset) => view[`get${kind}64`](offset, LITTLE_ENDIAN),
    (view, offset, element) => view[`set${kind}64`](offset, element, LITTLE_ENDIAN),
  );
}

function float(bits: 32 | 64): FixedSize {
  const round = bits === 32 ? Math.fround : Number;
  return fixedSize<number>(
    bits / 8,
    `numbers that ${bits} bits can hold`,
    (value) => {
      const number = typeof value === 'bigint' ? Number(value) : value;
      if (typeof number !== 'number') return undefined;
      const rounded = round(number);
      return Number.isFinite(number) && !Number.isFinite(rounded) ? undefined : rounded;
    },
    (view, offset) => view[`getFloat${bits}`](offset, LITTLE_ENDIAN),
    (view, offset, element) => view[`setFloat${bits}`](offset, element, LITTLE_ENDIAN),
  );
}

const bool = fixedSize<boolean>(
  1,
  'true and false',
  (value) => (typeof value === 'boolean' ? value : undefined),
  (view, offset) => {
    const byte = view.getUint8(offset);
    return byte > 1 ? undefined : byte === 1;
  },
  (view, offset, element) => view.setUint8(offset, element ? 1 : 0),
);

/** The datatypes with elements of one size; BYTES, whose elements differ, is null. */
export const DATATYPES: Readonly<Record<Datatype, FixedSize | null>> = {
  BOOL: bool,
  UINT8: integer(8, 'Uint'),
  UINT16: integer(16, 'Uint'),
  UINT32: integer(32, 'Uint'),
  UINT64: longInteger('BigUint'),
  INT8: integer(8, 'Int'),
  INT16: integer(16, 'Int'),
  INT32: integer(32, 'Int'),
  INT64: longInteger('BigInt'),
  FP32: float(32),
  FP64: float(64),
  BYTES: null,
};

export function isDatatype(name: string): name is Datatype {
  return Object.hasOwn(DATATYPES, name);
}

/** How many elements a tensor of this shape has; 1 for []. */
export function elementsOf(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}

/** The fault of who wrote the value: a model, or the code that calls a remote one. */
export function notAnElement(datatype: Datatype, value: unknown): TypeError {
  const expected = DATATYPES[datatype]?.elements ?? 'Uint8Arrays';
  return new TypeError(`The elements of ${datatype} are ${expected}; got ${typeof value} ${String(value)}.`);
}
