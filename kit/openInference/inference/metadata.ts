import type { Datatype, TensorDeclaration } from '../../model/tensors.ts';
import { findModel, type ModelList } from './modelList.ts';

/** The protocol's `<project>_<format>`: what a model is made of is its folder's business. */
const PLATFORM = 'archipelago_model';

/** Of the server, as in the protocol's server metadata. */
export interface ServerMetadata {
  readonly name: string;
  readonly version: string;
  readonly extensions: readonly string[];
}

export interface TensorMetadata {
  readonly name: string;
  readonly datatype: Datatype;
  /** The items first, -1 for any size. */
  readonly shape: readonly number[];
}

export interface ModelMetadata {
  readonly name: string;
  readonly versions: readonly string[];
  readonly platform: string;
  readonly inputs: readonly TensorMetadata[];
  readonly outputs: readonly TensorMetadata[];
}

/** @throws CodedError `NOT_FOUND` */
export function describeModel(models: ModelList, name: string, version?: string): ModelMetadata {
  const model = findModel(models, name, version);
  return {
    name: model.name,
    versions: model.versions(),
    platform: PLATFORM,
    inputs: model.tensors.inputs.map(withItems),
    outputs: model.tensors.outputs.map(withItems),
  };
}

function withItems({ name, datatype, shape }: TensorDeclaration): TensorMetadata {
  return { name, datatype, shape: [-1, ...shape] };
}

/** Whether a model, or one version of it, can answer. @throws CodedError `NOT_FOUND` */
export function isModelReady(models: ModelList, name: string, version?: string): boolean {
  const model = findModel(models, name, version);
  return version ? model.ready(version) : model.ready();
}

/** Whether every model can answer. */
export function areModelsReady(models: ModelList): boolean {
  return [...models.values()].every((model) => model.ready());
}
