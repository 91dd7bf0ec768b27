import { CodedError } from '../../errors.ts';
import type { Manifest, Signature } from '../../model/folder/manifest.ts';
import type { Datatype } from '../../model/tensors.ts';

/** The protocol's names of the element types of a manifest's signature. */
const DATATYPE_OF: Readonly<Record<string, Datatype>> = {
  bool: 'BOOL',
  uint8: 'UINT8',
  uint16: 'UINT16',
  uint32: 'UINT32',
  uint64: 'UINT64',
  int8: 'INT8',
  int16: 'INT16',
  int32: 'INT32',
  int64: 'INT64',
  float32: 'FP32',
  float64: 'FP64',
  string: 'BYTES',
};

/** A tensor of a request or answer; -1 for a size that differs. */
export interface DeclaredTensor {
  readonly name: string;
  readonly datatype: Datatype;
  readonly shape: readonly number[];
}

/** What a remote model takes and gives, in the protocol's words. */
export interface RemoteSignature {
  readonly inputs: readonly DeclaredTensor[];
  readonly outputs: readonly DeclaredTensor[];
}

/** A tensor as a server describes it. */
export interface FoundTensor {
  readonly name: string;
  readonly datatype: string;
  readonly shape: readonly number[];
}

/** @throws CodedError `MODEL_UNAVAILABLE` without an entry for the model, and for an element type that the protocol has not. */
export function readSignature(
  { name: manifest, signature }: Pick<Manifest, 'name' | 'signature'>,
  model: string,
): RemoteSignature {
  const declared = signature[model];
  if (declared === undefined) {
    throw new CodedError(
      'MODEL_UNAVAILABLE',
      `The manifest of ${manifest} has no signature for its remote model: expected one named ${model}; got ${Object.keys(signature).join(', ') || 'none'}.`,
    );
  }
  const read = (side: Signature['inputs']): DeclaredTensor[] =>
    Object.entries(side).map(([name, { type, shape }]) => {
      const datatype = DATATYPE_OF[type];
      if (datatype === undefined) {
        throw new CodedError(
          'MODEL_UNAVAILABLE',
          `The manifest of ${manifest} gives the tensor ${name} the type ${type}: a remote model's are ${Object.keys(DATATYPE_OF).join(', ')}.`,
        );
      }
      return { name, datatype, shape: shape.map((size) => (typeof size === 'number' ? size : -1)) };
    });
  return { inputs: read(declared.inputs), outputs: read(declared.outputs) };
}

/** @throws CodedError `MODEL_UNAVAILABLE` when the server's model takes or gives something else than was declared. */
export function checkSignature(
  { model, manifest }: { readonly model: string; readonly manifest: string },
  declared: RemoteSignature,
  found: { readonly inputs: readonly FoundTensor[]; readonly outputs: readonly FoundTensor[] },
): void {
  for (const side of ['inputs', 'outputs'] as const) {
    const [expected, actual] = [describe(declared[side]), describe(found[side])];
    if (expected !== actual) {
      throw new CodedError(
        'MODEL_UNAVAILABLE',
        `The remote model ${model} does not have the ${side} that the manifest of ${manifest} declares: expected ${expected}; the server has ${actual}.`,
      );
    }
  }
}

/** Tensors in a sentence, in the order of their names. */
export function describe(tensors: readonly FoundTensor[]): string {
  const words = tensors.map(({ name, datatype, shape }) => `${name} ${datatype}[${shape.join(', ')}]`);
  return words.sort().join('; ') || 'none';
}

/** Whether a tensor is one that was declared. */
export function fits(declared: DeclaredTensor, { name, datatype, shape }: FoundTensor): boolean {
  return (
    declared.name === name &&
    declared.datatype === datatype &&
    declared.shape.length === shape.length &&
    declared.shape.every((size, index) => size === -1 || size === shape[index])
  );
}
