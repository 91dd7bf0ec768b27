import { CodedError } from '../../errors.ts';
import type { InferenceModel } from '../inferenceModel.ts';
import { elementsOf } from '../tensors/datatypes.ts';

/** The models of a server, by name. */
export type ModelList = ReadonlyMap<string, InferenceModel>;

/** @throws TypeError for two models of one name, and for tensors that no request could be read by. */
export function listModels(models: readonly InferenceModel[]): ModelList {
  const list = new Map<string, InferenceModel>();
  for (const model of models) {
    if (list.has(model.name)) throw new TypeError(`Two models have the name ${model.name}.`);
    checkTensors(model);
    list.set(model.name, model);
  }
  return list;
}

function checkTensors({ name, tensors }: InferenceModel): void {
  for (const side of ['inputs', 'outputs'] as const) {
    const names = tensors[side].map((tensor) => tensor.name);
    if (names.length === 0) throw new TypeError(`The model ${name} has no ${side}.`);
    if (new Set(names).size < names.length) throw new TypeError(`Two ${side} of the model ${name} have one name.`);
  }
  // An answer's row is flat: of two sizes that differ neither could be told from it.
  const free = tensors.outputs.find(
    ({ shape }) => shape.filter((size) => size === -1).length > 1 || (shape.includes(-1) && elementsOf(shape) === 0),
  );
  if (free) throw new TypeError(`The output ${free.name} of the model ${name} has more than one size that differs.`);
}

/**
 * @param version an empty one, as gRPC has it, counts as none.
 * @throws CodedError `NOT_FOUND`
 */
export function findModel(models: ModelList, name: string, version?: string): InferenceModel {
  const model = models.get(name);
  if (model === undefined) {
    throw new CodedError('NOT_FOUND', `There is no model ${quote(name)}; this server has ${join([...models.keys()])}.`);
  }
  if (version && !model.versions().includes(version)) {
    const known = join(model.versions());
    throw new CodedError('NOT_FOUND', `The model ${name} has no version ${quote(version)}; it has ${known}.`);
  }
  return model;
}

/** Names in a sentence. */
export function join(names: readonly string[]): string {
  return names.length === 0 ? 'none' : names.join(', ');
}

/** A stranger's name in a sentence: no line of it, and not all of a long one. */
export function quote(name: string): string {
  return JSON.stringify(name.length > 60 ? `${name.slice(0, 60)}…` : name);
}
