import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BuiltModel } from '../../models/builtModel.ts';
import { encoderFolder } from '../../models/minilm/encoderFolder.ts';

/** A form of the encoder by itself as a folder that the runtime can load. */
export async function writeEncoderFolder(form: BuiltModel): Promise<URL> {
  const { name, version } = form;
  const files = Object.fromEntries(
    Object.entries(form.files).map(([file, sha256]) => [file, { source: `built:${name}@${version}/${file}`, sha256 }]),
  );
  const folder = await mkdtemp(join(tmpdir(), `${name}-`));
  await writeFile(join(folder, 'manifest.json'), JSON.stringify({ ...encoderFolder(form).manifest, files }));
  return pathToFileURL(`${folder}/`);
}
