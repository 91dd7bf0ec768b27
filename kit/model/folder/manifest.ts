import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { CodedError } from '../../errors.ts';
import { baselineSchema } from '../quality/baseline.ts';
import { SOURCE_PATTERN } from './modelFile.ts';

/** What a version looks like. */
export const VERSION_PATTERN = /^\d+\.\d+\.\d+$/;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'expected a sha256 as 64 lower-case hexadecimal digits');

/** The tensors of an ONNX file by name: element type, then each dimension's size or the name of a free one. */
const tensors = z.record(
  z.string(),
  z.strictObject({ type: z.string(), shape: z.array(z.union([z.number().int(), z.string()])) }),
);

const schema = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]*$/, 'expected lower-case letters, digits and hyphens'),
  /** Goes up whenever any prediction may change. */
  version: z.string().regex(VERSION_PATTERN, 'expected a version such as 1.0.0'),
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
  /**
   * False where an item's result depends on what else is in its batch by more than 1e-5, as with activations
   * that are quantised together: then items go one by one.
   */
  batchInvariant: z.boolean().optional(),
  /** The Open Inference Protocol server that runs it; then `signature` has one entry, named as the model is there. */
  remote: z
    .strictObject({
      /** `http(s)://` speaks REST, `grpc(s)://` gRPC. */
      url: z
        .string()
        .regex(/^(https?|grpcs?):\/\/[^/\s]+/, 'expected a URL that starts with http, https, grpc or grpcs'),
      model: z.string().min(1),
      version: z.string().min(1).optional(),
      /** Environment variable that holds the key the server asks for. */
      keyVariable: z
        .string()
        .regex(/^[A-Z][A-Z0-9_]*$/)
        .optional(),
    })
    .optional(),
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
  /** What the model noticed on data that it is known to be good on; production is compared with it. */
  baseline: baselineSchema.optional(),
});

/** What a model folder says of itself, in its manifest.json. */
export type Manifest = z.infer<typeof schema>;
export type Signature = Manifest['signature'][string];

/** A manifest and the sha256 of its file: as the manifest has that of every other file, it stands for the whole folder. */
export interface ReadManifest {
  readonly manifest: Manifest;
  readonly digest: string;
}

/**
 * Reads the manifest.json of a model folder.
 * @throws CodedError `MODEL_UNAVAILABLE` when it is missing or says something it may not.
 */
export async function readManifest(folder: URL): Promise<ReadManifest> {
  const file = new URL('manifest.json', folder);
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new CodedError('MODEL_UNAVAILABLE', `The model folder ${folder.pathname} has no readable manifest.json.`, {
      cause,
    });
  });
  const result = schema.safeParse(parse(text, file));
  if (result.success) return { manifest: result.data, digest: createHash('sha256').update(text).digest('hex') };
  throw new CodedError('MODEL_UNAVAILABLE', `${file.pathname} is not a manifest:\n${z.prettifyError(result.error)}`);
}

function parse(text: string, file: URL): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new CodedError('MODEL_UNAVAILABLE', `${file.pathname} is not JSON.`, { cause });
  }
}
