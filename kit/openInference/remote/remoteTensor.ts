import type { Datatype } from '../../model/tensors.ts';
import type { Element } from '../tensors/datatypes.ts';

type NumberArray =
  | Float32Array
  | Float64Array
  | Int8Array
  | Int16Array
  | Int32Array
  | BigInt64Array
  | Uint8Array
  | Uint16Array
  | Uint32Array
  | BigUint64Array;

/** A tensor to send. Its datatype is the one that the signature gives its name. */
export interface RemoteInput {
  readonly shape: readonly number[];
  /** Flat, row by row; strings go as their UTF-8. */
  readonly data: NumberArray | readonly number[] | readonly boolean[] | readonly string[] | readonly Uint8Array[];
}

interface Arrays {
  readonly BOOL: readonly boolean[];
  readonly UINT8: Uint8Array;
  readonly UINT16: Uint16Array;
  readonly UINT32: Uint32Array;
  readonly UINT64: BigUint64Array;
  readonly INT8: Int8Array;
  readonly INT16: Int16Array;
  readonly INT32: Int32Array;
  readonly INT64: BigInt64Array;
  readonly FP32: Float32Array;
  readonly FP64: Float64Array;
  readonly BYTES: readonly Uint8Array[];
}

/** A tensor that came; its `datatype` tells what its `data` are, flat, row by row. */
export type RemoteOutput = {
  readonly [Type in Datatype]: {
    readonly datatype: Type;
    readonly shape: readonly number[];
    readonly data: Arrays[Type];
  };
}[Datatype];

export function toElements(data: RemoteInput['data']): Element[] {
  return Array.from<Element | string, Element>(data, (value) =>
    typeof value === 'string' ? Buffer.from(value) : value,
  );
}

export function toRemoteOutput(
  datatype: Datatype,
  shape: readonly number[],
  elements: readonly Element[],
): RemoteOutput {
  switch (datatype) {
    case 'BOOL':
      return { datatype, shape, data: elements.map(Boolean) };
    case 'UINT8':
      return { datatype, shape, data: Uint8Array.from(elements, Number) };
    case 'UINT16':
      return { datatype, shape, data: Uint16Array.from(elements, Number) };
    case 'UINT32':
      return { datatype, shape, data: Uint32Array.from(elements, Number) };
    case 'UINT64':
      return { datatype, shape, data: BigUint64Array.from(elements, toBigInt) };
    case 'INT8':
      return { datatype, shape, data: Int8Array.from(elements, Number) };
    case 'INT16':
      return { datatype, shape, data: Int16Array.from(elements, Number) };
    case 'INT32':
      return { datatype, shape, data: Int32Array.from(elements, Number) };
    case 'INT64':
      return { datatype, shape, data: BigInt64Array.from(elements, toBigInt) };
    case 'FP32':
      return { datatype, shape, data: Float32Array.from(elements, Number) };
    case 'FP64':
      return { datatype, shape, data: Float64Array.from(elements, Number) };
    case 'BYTES':
      return { datatype, shape, data: elements.filter((element) => element instanceof Uint8Array) };
  }
}

function toBigInt(element: Element): bigint {
  return typeof element === 'bigint' ? element : BigInt(Number(element));
}
