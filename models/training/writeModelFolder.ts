import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import type { Manifest } from '../../kit/model/folder/manifest.ts';

/** Writes trained files into a model folder, and its manifest.json with their sha256 beside the files it already names. */
export async function writeModelFolder(
  folder: URL,
  manifest: Manifest,
  trained: Readonly<Record<string, string | Uint8Array>>,
): Promise<void> {
  const files = { ...manifest.files };
  for (const [name, content] of Object.entries(trained)) {
    await writeFile(new URL(name, folder), content);
    files[name] = { source: `file:${name}`, sha256: createHash('sha256').update(content).digest('hex') };
  }
  await writeFile(new URL('manifest.json', folder), `${JSON.stringify({ ...manifest, files }, null, 2)}\n`);
  console.log(`Wrote ${Object.keys(trained).join(', ')} and manifest.json of ${manifest.name} ${manifest.version}.`);
}
