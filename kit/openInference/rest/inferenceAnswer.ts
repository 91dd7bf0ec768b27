import type { InferenceAnswer } from '../inference/infer.ts';
import { encodeJson } from '../tensors/jsonData.ts';
import { encodeRaw } from '../tensors/rawData.ts';
import { writeExactJson } from './exactJson.ts';
import type { InferenceBody } from './inferenceBody.ts';

const REMEDY = 'ask for the output with "binary_data": true, or over gRPC';

export interface WrittenAnswer {
  readonly body: Buffer;
  /** How many bytes of it are JSON, when tensors follow raw. */
  readonly jsonLength: number | undefined;
}

/**
 * Writes an answer as JSON, and after it the outputs that were asked for raw.
 * @throws CodedError `BAD_USER_INPUT` for an output that JSON cannot carry.
 */
export function writeInferenceAnswer(
  { model, version, parameters, outputs }: InferenceAnswer,
  { id, isBinary }: Pick<InferenceBody, 'id' | 'isBinary'>,
): WrittenAnswer {
  const raw: Buffer[] = [];
  const tensors = outputs.map(({ name, datatype, shape, elements }) => {
    if (!isBinary(name))
      return { name, datatype, shape, data: encodeJson(datatype, elements, `output "${name}"`, REMEDY) };
    const bytes = encodeRaw(datatype, elements);
    raw.push(bytes);
    return { name, datatype, shape, parameters: { binary_data_size: bytes.length } };
  });
  const json = writeExactJson({
    model_name: model,
    model_version: version,
    id,
    ...(Object.keys(parameters).length > 0 && { parameters }),
    outputs: tensors,
  });
  const head = Buffer.from(json);
  return raw.length === 0
    ? { body: head, jsonLength: undefined }
    : { body: Buffer.concat([head, ...raw]), jsonLength: head.length };
}
