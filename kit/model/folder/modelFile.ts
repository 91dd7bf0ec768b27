import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { CodedError } from '../../errors.ts';
import { download } from './download.ts';

/** Where the repository keeps packages with weights, built files and downloads. */
const models = new URL('../../../models/', import.meta.url);

export const SOURCE_PATTERN =
  /^(?:file:(?<file>[^/].*)|npm:(?<package>(?:@[\w.-]+\/)?[\w.-]+)@(?<packageVersion>[\w.+-]+)\/(?<packagePath>.+)|built:(?<model>[a-z0-9-]+)@(?<modelVersion>[\w.-]+)\/(?<modelFile>[\w.-]+)|https:\/\/.+)$/;

export interface ModelFileEntry {
  /**
   * - `file:<path>`: relative to the model folder.
   * - `npm:<package>@<version>/<path>`: in models/node_modules.
   * - `built:<name>@<version>/<file>`: made by `npm run models`.
   * - `https://…`: fetched once and kept under models/built/downloads.
   */
  readonly source: string;
  readonly sha256: string;
}

/**
 * Reads a file that a manifest names and checks every byte of it.
 * @throws CodedError `MODEL_UNAVAILABLE` naming the file, the expected and the actual sha256, and what to do.
 */
export async function readModelFile(folder: URL, name: string, { source, sha256 }: ModelFileEntry): Promise<Buffer> {
  const parts = SOURCE_PATTERN.exec(source)?.groups;
  if (parts === undefined) {
    throw new CodedError('MODEL_UNAVAILABLE', `The model file ${name} has a source of no known kind: ${source}.`);
  }
  if (source.startsWith('https:')) return download(source, sha256, new URL('built/downloads/', models));
  if (parts.package !== undefined) await checkPackage(name, parts.package, parts.packageVersion ?? '');
  const url = locate(folder, parts);
  const remedy =
    parts.file === undefined
      ? `Run \`npm run models\`${parts.package === undefined ? '' : ' after adding the package to models/package.json'}.`
      : 'Restore it, or train the model again (`npm run train -- <subgraph>`).';
  const bytes = await readFile(url).catch((cause: unknown) => {
    throw new CodedError(
      'MODEL_UNAVAILABLE',
      `The model file ${name} (${source}) is missing: expected ${fileURLToPath(url)} with sha256 ${sha256}. ${remedy}`,
      { cause },
    );
  });
  const actual = createHash('sha256').update(bytes).digest('hex');
  if (actual === sha256) return bytes;
  throw new CodedError(
    'MODEL_UNAVAILABLE',
    `The model file ${name} (${source}) is corrupt: expected sha256 ${sha256}, but ${fileURLToPath(url)} has ${actual}. ${remedy}`,
  );
}

function locate(folder: URL, parts: Readonly<Record<string, string | undefined>>): URL {
  if (parts.file !== undefined) return new URL(parts.file, folder);
  if (parts.package !== undefined) return new URL(`node_modules/${parts.package}/${parts.packagePath}`, models);
  return new URL(`built/${parts.model}/${parts.modelVersion}/${parts.modelFile}`, models);
}

async function checkPackage(name: string, packageName: string, expected: string): Promise<void> {
  const url = new URL(`node_modules/${packageName}/package.json`, models);
  const text = await readFile(url, 'utf8').catch(() => null);
  const found: unknown = text === null ? null : Reflect.get(JSON.parse(text), 'version');
  if (found === expected) return;
  throw new CodedError(
    'MODEL_UNAVAILABLE',
    `The model file ${name} comes from ${packageName}@${expected}, but models/node_modules has ${found ?? 'no such package'}. ` +
      'Pin that version in models/package.json and run `npm ci` in models/.',
  );
}
