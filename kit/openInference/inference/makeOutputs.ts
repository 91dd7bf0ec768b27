import { badInput } from '../../errors.ts';
import type { Datatype, TensorDeclaration, TensorMapping, TensorRow } from '../../model/tensors.ts';
import { elementsOf } from '../tensors/datatypes.ts';
import { join, quote } from './modelList.ts';

/** A tensor that is answered: its elements flat, as `shape` has them, the items first. */
export interface OutputTensor {
  readonly name: string;
  readonly datatype: Datatype;
  readonly shape: readonly number[];
  readonly elements: TensorRow;
}

/**
 * Which of the model's outputs a request asks for, in its order; all when it names none.
 * @throws CodedError `BAD_USER_INPUT`
 */
export function selectOutputs({ outputs }: TensorMapping, names: readonly string[]): readonly TensorDeclaration[] {
  if (new Set(names).size < names.length) throw badInput(`An output is asked for more than once: ${names.join(', ')}.`);
  if (names.length === 0) return outputs;
  return names.map((name) => {
    const output = outputs.find((declared) => declared.name === name);
    if (output) return output;
    const expected = join(outputs.map((declared) => declared.name));
    throw badInput(`The model has no output ${quote(name)}: expected ${expected}.`);
  });
}

/**
 * Puts the answers' rows one below the other.
 * @throws CodedError `BAD_USER_INPUT` when the rows of an output differ in size: they make no tensor.
 * @throws TypeError when a row is not of the declared shape.
 */
export function makeOutputs(
  mapping: TensorMapping,
  outputs: readonly TensorDeclaration[],
  answers: readonly unknown[],
): readonly OutputTensor[] {
  const rows = answers.map((answer) => mapping.toRows(answer));
  return outputs.map(({ name, datatype, shape }) => {
    const column = rows.map((row) => row[name] ?? []);
    const size = column[0]?.length ?? 0;
    const odd = column.findIndex((row) => row.length !== size);
    if (odd > 0) {
      throw badInput(
        `The output ${quote(name)} has ${size} elements for item 0 and ${column[odd]?.length} for item ${odd}, which make no tensor; ask for one item a request.`,
      );
    }
    return { name, datatype, shape: [column.length, ...resolve(name, shape, size)], elements: column.flat() };
  });
}

/** The shape of a row of `size` elements, its -1 replaced by what is left for it. */
function resolve(name: string, shape: readonly number[], size: number): readonly number[] {
  const fixed = elementsOf(shape.filter((dimension) => dimension !== -1));
  const resolved = shape.map((dimension) => (dimension === -1 ? size / fixed : dimension));
  if (resolved.every(Number.isInteger) && elementsOf(resolved) === size) return resolved;
  throw new TypeError(`The output ${name} has ${size} elements an item; it declares the shape [${shape.join(', ')}].`);
}
