import { z } from 'zod';
import { badInput } from '../../errors.ts';
import type { SentTensor } from '../inference/readItems.ts';
import { refuseUnsupported } from '../inference/unsupportedParameters.ts';
import { elementsOf } from '../tensors/datatypes.ts';
import { decodeJson } from '../tensors/jsonData.ts';
import { decodeRaw } from '../tensors/rawData.ts';
import { parseExactJson } from './exactJson.ts';

/** Of Triton's binary tensor data extension: how many bytes of the body are JSON; tensors follow it raw. */
export const JSON_LENGTH_HEADER = 'inference-header-content-length';

const parameters = z.looseObject({ binary_data_size: z.number().int().nonnegative().optional() }).default({});
const schema = z.object({
  id: z.string().max(1_000).optional(),
  parameters: z.looseObject({ binary_data_output: z.boolean().default(false) }).default({ binary_data_output: false }),
  inputs: z.array(
    z.object({
      name: z.string(),
      datatype: z.string(),
      shape: z.array(z.number().int().nonnegative()),
      parameters,
      data: z.unknown().optional(),
    }),
  ),
  outputs: z
    .array(
      z.object({ name: z.string(), parameters: z.looseObject({ binary_data: z.boolean().optional() }).default({}) }),
    )
    .default([]),
});
type SentInput = z.infer<typeof schema>['inputs'][number];

export interface InferenceBody {
  readonly id: string | undefined;
  readonly inputs: readonly SentTensor[];
  readonly outputs: readonly string[];
  /** Whether an output is answered raw, after the JSON. */
  isBinary(output: string): boolean;
}

/**
 * Reads the body of an inference request: JSON, and after it the tensors that are given raw.
 * @param jsonLength the header `inference-header-content-length`, if it came.
 * @throws CodedError `BAD_USER_INPUT`
 */
export function readInferenceBody(body: Buffer, jsonLength: string | undefined): InferenceBody {
  const length = readJsonLength(jsonLength, body.length);
  const result = schema.safeParse(parse(body.subarray(0, length)), { reportInput: false });
  if (!result.success) throw badInput(`The body is no inference request: ${describe(result.error)}.`);
  const { id, parameters, inputs, outputs } = result.data;
  for (const holder of [{ parameters }, ...inputs, ...outputs]) refuseUnsupported(holder.parameters);
  return {
    id,
    inputs: readTensors(inputs, body.subarray(length)),
    outputs: outputs.map((output) => output.name),
    isBinary: (name) =>
      outputs.find((output) => output.name === name)?.parameters.binary_data ?? parameters.binary_data_output,
  };
}

function readJsonLength(header: string | undefined, size: number): number {
  if (header === undefined) return size;
  if (/^[1-9]\d{0,9}$/.test(header) && Number(header) <= size) return Number(header);
  throw badInput(
    `The header ${JSON_LENGTH_HEADER} is the length of the JSON in bytes, from 1 to the ${size} of the body; got ${JSON.stringify(header)}.`,
  );
}

function parse(json: Buffer): unknown {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(json);
  } catch {
    throw badInput('The JSON of the request is not UTF-8.');
  }
  try {
    return parseExactJson(text);
  } catch {
    throw badInput('The request is not JSON, which has no NaN or Infinity and no comma after the last element.');
  }
}

function describe(error: z.ZodError): string {
  const issues = error.issues.slice(0, 3).map(({ path, message }) => {
    const where = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
    return where === '' ? message : `${where.slice(1)}: ${message}`;
  });
  return issues.join('; ');
}

function readTensors(inputs: readonly SentInput[], raw: Buffer): readonly SentTensor[] {
  let offset = 0;
  const tensors = inputs.map((input): SentTensor => {
    const { name, datatype, shape, parameters, data } = input;
    const size = parameters.binary_data_size;
    if (size === undefined) {
      return { name, datatype, shape, read: (type, what) => decodeJson(type, data, shape, what) };
    }
    if (data !== undefined) throw badInput(`The input ${JSON.stringify(name)} has both data and a binary_data_size.`);
    const bytes = raw.subarray(offset, offset + size);
    offset += size;
    return { name, datatype, shape, read: (type, what) => decodeRaw(type, bytes, elementsOf(shape), what) };
  });
  if (offset === raw.length) return tensors;
  throw badInput(
    `${raw.length} bytes follow the JSON, whose length is the header ${JSON_LENGTH_HEADER}; its inputs have a binary_data_size of ${offset} in all.`,
  );
}
