import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { CodedError } from '../errors.ts';
import { SOURCE_PATTERN } from './modelFile.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'expected a sha256 as 64 lower-case hexadecimal digits');

/** The tensors of an ONNX file by name: element type, then each dimension's size or the name of a free one. */
const tensors = z.record(
  z.string(),
  z.strictObject({ type: z.string(), shape: z.array(z.union([z.number().int(), z.string()])) }),
);

const schema = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]*$/, 'expected lower-case letters, digits and hyphens'),
  /** Goes up whenever any prediction may change. */
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'expected a version such as 1.0.0'),
  description: z.string().min(1),
  license: z.string().min(1),
  /** What the model's code reads, by the name it asks for. */
  files: z.record(
    z.string(),
    z.strictObject({
      source: z
        .string()
        .regex(
          SOURCE_PATTERN,
          'expected file:<path>, npm:<package>@<version>/<path>, built:<name>@<version>/<file> or https://…',
        ),
      sha256,
    }),
  ),
  /** What the ONNX files take and give, by file name; checked against the file when it is loaded. */
  signature: z.record(z.string(), z.strictObject({ inputs: tensors, outputs: tensors })).default({}),
  labels: z.array(z.string()).default([]),
  /** ISO 639-1 codes of the languages it may answer for: those with a figure in `quality`. */
  languages: z.array(z.string().regex(/^[a-z]{2}$/)),
  /** At most this many items go to the model at once. */
  maxBatch: z.number().int().min(1),
  training: z.strictObject({
    data: z.array(
      z.strictObject({ name: z.string(), source: z.string(), license: z.string(), citation: z.string().optional() }),
    ),
    items: z.number().int(),
    command: z.string(),
  }),
  /** Measured on data the model did not learn from, the headline first. */
  quality: z.array(
    z.strictObject({
      metric: z.string(),
      on: z.string(),
      value: z.number(),
      n: z.number().int(),
      /** 95% interval. */
      interval: z.tuple([z.number(), z.number()]).optional(),
    }),
  ),
});

/** What a model folder says of itself, in its manifest.json. */
export type Manifest = z.infer<typeof schema>;
export type Signature = Manifest['signature'][string];

/**
 * Reads the manifest.json of a model folder.
 * @throws CodedError `MODEL_UNAVAILABLE` when it is missing or says something it may not.
 */
export async function readManifest(folder: URL): Promise<Manifest> {
  const file = new URL('manifest.json', folder);
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new CodedError('MODEL_UNAVAILABLE', `The model folder ${folder.pathname} has no readable manifest.json.`, {
      cause,
    });
  });
  const result = schema.safeParse(parse(text, file));
  if (result.success) return result.data;
  throw new CodedError('MODEL_UNAVAILABLE', `${file.pathname} is not a manifest:\n${z.prettifyError(result.error)}`);
}

function parse(text: string, file: URL): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new CodedError('MODEL_UNAVAILABLE', `${file.pathname} is not JSON.`, { cause });
  }
}
