import { ensureModels, ensurePackages } from '../models/ensureModels.ts';
import { progressBar } from '../models/progressBar.ts';

/** Before the tests of a clean clone: the real models, and the texts that they were trained on. */
export default async function setup(): Promise<void> {
  const onProgress = progressBar(process.stderr);
  await ensureModels({ onProgress });
  await ensurePackages({ onProgress });
}
