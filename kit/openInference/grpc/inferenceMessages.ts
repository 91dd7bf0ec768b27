import { badInput } from '../../errors.ts';
import type { InferenceAnswer, InferenceRequest } from '../inference/infer.ts';
import { quote } from '../inference/modelList.ts';
import type { SentTensor } from '../inference/readItems.ts';
import { refuseUnsupported } from '../inference/unsupportedParameters.ts';
import { elementsOf } from '../tensors/datatypes.ts';
import { decodeRaw, encodeRaw } from '../tensors/rawData.ts';
import { decodeContents, encodeContents } from './contents.ts';
import type { InferParameters, ModelInferRequest, ModelInferResponse, TensorMessage } from './service.ts';

/** @throws CodedError `BAD_USER_INPUT` */
export function readInferRequest(request: ModelInferRequest): InferenceRequest {
  const { inputs, outputs, raw_input_contents: raw } = request;
  for (const holder of [request, ...inputs, ...outputs]) refuseUnsupported(holder.parameters);
  if (raw.length > 0 && raw.length !== inputs.length) {
    throw badInput(
      `There are ${inputs.length} inputs and ${raw.length} raw_input_contents: expected one for each input, or none.`,
    );
  }
  return {
    model: request.model_name,
    version: request.model_version,
    inputs: inputs.map((input, index) => readTensor(input, raw[index])),
    outputs: outputs.map((output) => output.name),
  };
}

function readTensor({ name, datatype, contents, ...message }: TensorMessage, raw: Uint8Array | undefined): SentTensor {
  const shape = readShape(message.shape, name);
  const count = elementsOf(shape);
  if (raw === undefined) {
    return { name, datatype, shape, read: (type, what) => decodeContents(type, contents, count, what) };
  }
  if (contents !== null) {
    throw badInput(`The input ${quote(name)} has both contents and raw_input_contents: expected one of them.`);
  }
  return { name, datatype, shape, read: (type, what) => decodeRaw(type, raw, count, what) };
}

function readShape(shape: readonly bigint[], name: string): readonly number[] {
  const sizes = shape.map(Number);
  if (sizes.every((size) => size >= 0 && Number.isSafeInteger(size))) return sizes;
  throw badInput(`The input ${quote(name)} has the shape [${shape.join(', ')}]: expected sizes of 0 and more.`);
}

/**
 * Writes an answer in the form of its request: raw to one that was raw, as Triton does.
 * @throws TypeError for a value that is no element of its output.
 */
export function writeInferResponse(answer: InferenceAnswer, request: ModelInferRequest): ModelInferResponse {
  const raw = request.raw_input_contents.length > 0;
  return {
    model_name: answer.model,
    model_version: answer.version ?? '',
    id: request.id,
    parameters: writeParameters(answer.parameters),
    outputs: answer.outputs.map(({ name, datatype, shape, elements }) => ({
      name,
      datatype,
      shape: shape.map(BigInt),
      parameters: {},
      contents: raw ? null : encodeContents(datatype, elements),
    })),
    raw_output_contents: raw ? answer.outputs.map(({ datatype, elements }) => encodeRaw(datatype, elements)) : [],
  };
}

function writeParameters(parameters: InferenceAnswer['parameters']): InferParameters {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [
      name,
      typeof value === 'boolean' ? { bool_param: value } : { string_param: value },
    ]),
  );
}
