import { type Manifest, readManifest } from '../folder/manifest.ts';
import { readModelFile } from '../folder/modelFile.ts';

/**
 * Checks every byte of a version's folder, before anything is sent to it: a process that starts with nothing but a
 * version that is not whole does not start.
 * @throws CodedError `MODEL_UNAVAILABLE`
 */
export async function checkVersion(folder: URL): Promise<Manifest> {
  const { manifest } = await readManifest(folder);
  for (const [name, entry] of Object.entries(manifest.files)) await readModelFile(folder, name, entry);
  return manifest;
}
