import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { CodedError } from '../../errors.ts';
import { VERSION_PATTERN } from '../folder/manifest.ts';

const weights = z
  .record(z.string().regex(VERSION_PATTERN, 'expected a version such as 1.0.0'), z.number().min(0))
  .refine((given) => Object.values(given).some((weight) => weight > 0), {
    error: 'expected at least one version with a weight above 0',
  });

const schema = z.strictObject({
  /** Each version's share is its weight among all; one of weight 0 is loaded and gets nothing, so as to be there at once. */
  weights,
  /** What `weights` was before, for going back. */
  previous: weights.optional(),
});

/** Which versions of a model are served, and what share of the predictions each gets. */
export type Traffic = z.infer<typeof schema>;

/** The file that says it. It lies in the folder of the versions that come while a process runs, which may be a mounted volume. */
export function trafficFile(modelFolder: URL): URL {
  return new URL('versions/traffic.json', modelFolder);
}

/** The folder of a version: the model's own for the one that its manifest.json has, else one of its own under versions/. */
export function versionFolder(modelFolder: URL, ownVersion: string, version: string): URL {
  return version === ownVersion ? modelFolder : new URL(`versions/${version}/`, modelFolder);
}

/**
 * Reads a model's traffic; null when there is no such file.
 * @throws CodedError `MODEL_UNAVAILABLE` when it says something it may not.
 */
export async function readTraffic(modelFolder: URL): Promise<Traffic | null> {
  const file = trafficFile(modelFolder);
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw unusable(file, 'it cannot be read', error);
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw unusable(file, 'it is not JSON', error);
  }
  return check(json, file);
}

/**
 * Replaces the file as a whole: nobody reads a half-written one.
 * @throws CodedError `MODEL_UNAVAILABLE` for weights that nothing can be served by.
 */
export async function writeTraffic(modelFolder: URL, traffic: Traffic): Promise<void> {
  const file = trafficFile(modelFolder);
  const unfinished = new URL(`traffic.json.${randomUUID()}.unfinished`, file);
  await mkdir(new URL('./', file), { recursive: true });
  await writeFile(unfinished, `${JSON.stringify(check(traffic, file), null, 2)}\n`);
  await rename(unfinished, file);
}

function check(json: unknown, file: URL): Traffic {
  const result = schema.safeParse(json);
  if (result.success) return result.data;
  throw unusable(file, `\n${z.prettifyError(result.error)}\n`, result.error);
}

function unusable(file: URL, why: string, cause: unknown): CodedError {
  return new CodedError(
    'MODEL_UNAVAILABLE',
    `${fileURLToPath(file)} does not say which versions to serve: ${why}. Expected {"weights":{"1.0.0":95,"1.1.0":5}}.`,
    { cause },
  );
}
