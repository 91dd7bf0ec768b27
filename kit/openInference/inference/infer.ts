import { makeOutputs, type OutputTensor, selectOutputs } from './makeOutputs.ts';
import { findModel, type ModelList } from './modelList.ts';
import { predictAll } from './predictAll.ts';
import { readItems, type SentTensor } from './readItems.ts';

export interface InferenceRequest {
  readonly model: string;
  /** None, or an empty one, lets the model choose. */
  readonly version: string | undefined;
  readonly inputs: readonly SentTensor[];
  /** The outputs to answer with; all for an empty list. */
  readonly outputs: readonly string[];
}

export interface Caller {
  readonly tenant: string;
  /** Aborts when the caller left. */
  readonly signal: AbortSignal;
  /** Epoch milliseconds; Infinity for none. */
  readonly deadline: number;
}

export interface InferenceAnswer {
  readonly model: string;
  /** Undefined when several versions answered, each some of the items. */
  readonly version: string | undefined;
  readonly parameters: Readonly<Record<string, boolean | string>>;
  readonly outputs: readonly OutputTensor[];
}

/**
 * The journey of a request, the same for both protocols: find the model, read the items, predict, make the outputs.
 * @throws CodedError, or ItemError for one that is an item's.
 */
export async function infer(models: ModelList, request: InferenceRequest, caller: Caller): Promise<InferenceAnswer> {
  const model = findModel(models, request.model, request.version);
  const outputs = selectOutputs(model.tensors, request.outputs);
  const items = readItems(model.tensors, request.inputs);
  const answers = await predictAll(model, items, request.version ? { ...caller, version: request.version } : caller);
  // A fallback has a name and versions of its own.
  const versions = answers.map(({ model: by }) => (by.name === model.name ? by.version : `${by.name}@${by.version}`));
  const [version, ...others] = new Set(versions);
  return {
    model: model.name,
    version: others.length === 0 ? version : undefined,
    parameters: {
      ...(others.length > 0 && { model_versions: versions.join(',') }),
      ...(answers.some((answer) => answer.degraded) && { degraded: true }),
    },
    outputs: makeOutputs(
      model.tensors,
      outputs,
      answers.map((answer) => answer.output),
    ),
  };
}
