import { badInput } from '../../errors.ts';
import type { Datatype, TensorDeclaration, TensorMapping, TensorRow } from '../../model/tensors.ts';
import { DATATYPES, type Element, elementsOf, isDatatype } from '../tensors/datatypes.ts';
import { ItemError } from './itemError.ts';
import { join, quote } from './modelList.ts';

/** An input tensor as it came; what is known of it is read once its name, datatype and shape have been judged. */
export interface SentTensor {
  readonly name: string;
  readonly datatype: string;
  /** The items first. */
  readonly shape: readonly number[];
  /**
   * Reads its elements, flat.
   * @throws CodedError `BAD_USER_INPUT`
   */
  read(datatype: Datatype, what: string): readonly Element[];
}

export const MAX_ITEMS = 1_000;

/**
 * The items of a request: item i is made of row i of each input.
 * @throws CodedError `BAD_USER_INPUT` for tensors that are not those of the model.
 * @throws ItemError for rows that are no item.
 */
export function readItems(mapping: TensorMapping, sent: readonly SentTensor[]): unknown[] {
  const { inputs } = mapping;
  const tensors = inputs.map((declared) => ({ declared, tensor: findInput(declared, inputs, sent) }));
  checkNames(inputs, sent);
  for (const { declared, tensor } of tensors) checkInput(declared, tensor);
  const count = countItems(sent);
  const columns = tensors.map(({ declared, tensor }) => {
    const elements = tensor.read(declared.datatype, `input ${quote(declared.name)}`);
    return { name: declared.name, elements, size: elementsOf(tensor.shape.slice(1)) };
  });
  return Array.from({ length: count }, (_, index) => {
    const rows = columns.map(({ name, elements, size }): [string, TensorRow] => [
      name,
      elements.slice(index * size, (index + 1) * size),
    ]);
    try {
      return mapping.toItem(Object.fromEntries(rows));
    } catch (error) {
      throw new ItemError(index, error);
    }
  });
}

function findInput(
  { name, datatype }: TensorDeclaration,
  inputs: readonly TensorDeclaration[],
  sent: readonly SentTensor[],
): SentTensor {
  const [first, second] = sent.filter((tensor) => tensor.name === name);
  if (second) throw badInput(`The input ${quote(name)} is given more than once.`);
  if (first) return first;
  throw badInput(
    `The input ${quote(name)} (${datatype}) is missing: expected ${join(inputs.map((input) => input.name))}; got ${join(sent.map((tensor) => quote(tensor.name)))}.`,
  );
}

function checkNames(inputs: readonly TensorDeclaration[], sent: readonly SentTensor[]): void {
  const unknown = sent.find((tensor) => !inputs.some((input) => input.name === tensor.name));
  if (unknown === undefined) return;
  const expected = join(inputs.map((input) => input.name));
  throw badInput(`The model has no input ${quote(unknown.name)}: expected ${expected}.`);
}

function checkInput({ name, datatype, shape }: TensorDeclaration, sent: SentTensor): void {
  if (!isDatatype(sent.datatype)) {
    throw badInput(
      `The input ${quote(name)} has the unknown datatype ${quote(sent.datatype)}: expected ${datatype}, of ${join(Object.keys(DATATYPES))}.`,
    );
  }
  if (sent.datatype !== datatype) {
    throw badInput(`The input ${quote(name)} is ${datatype}; got ${sent.datatype}.`);
  }
  const [items, ...row] = sent.shape;
  const fits =
    items !== undefined &&
    row.length === shape.length &&
    row.every((size, index) => shape[index] === -1 || shape[index] === size);
  if (fits) return;
  throw badInput(
    `The input ${quote(name)} has the shape [${sent.shape.join(', ')}]: expected [${[-1, ...shape].join(', ')}], the items first, where -1 is any size.`,
  );
}

function countItems(sent: readonly SentTensor[]): number {
  const counts = new Set(sent.map((tensor) => tensor.shape[0] ?? 0));
  const [count = 0] = counts;
  if (counts.size > 1) {
    const found = sent.map((tensor) => `${tensor.name} ${tensor.shape[0]}`);
    throw badInput(`The inputs have different numbers of items, their first dimension: ${found.join(', ')}.`);
  }
  if (count >= 1 && count <= MAX_ITEMS) return count;
  throw badInput(`A request has 1 to ${MAX_ITEMS} items, the first dimension of its inputs; got ${count}.`);
}
