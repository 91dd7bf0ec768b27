import type { ModelFolder } from '../../../kit/model/defineModel.ts';
import type { Manifest } from '../../../kit/model/folder/manifest.ts';
import { readModelFile } from '../../../kit/model/folder/modelFile.ts';
import { openOnnxSession, signatureOf } from '../../../kit/model/onnx/onnxSession.ts';
import { type Encoding, loadTextEncoder } from '../../../kit/model/onnx/textEncoder.ts';
import { minilm } from '../../../models/minilm/minilm.ts';
import { MAX_TOKENS } from '../encoder.ts';

const CHUNK = 64;

/** MiniLM's files, as a manifest names them. */
export const encoderFiles: Manifest['files'] = Object.fromEntries(
  Object.entries(minilm.files).map(([name, sha256]) => [
    name,
    { source: `built:${minilm.name}@${minilm.version}/${name}`, sha256 },
  ]),
);

export function readEncoderFile(name: string): Promise<Buffer> {
  const entry = encoderFiles[name];
  if (entry === undefined) throw new TypeError(`The encoder has no file ${name}.`);
  return readModelFile(new URL('./', import.meta.url), name, entry);
}

/** The encoder as a folder of its own. @param manifest of the model that has it */
function folderOf(manifest: Manifest): ModelFolder {
  return { manifest, read: readEncoderFile, onUnload: () => {} };
}

export async function readSignature(manifest: Manifest): Promise<Manifest['signature']> {
  return { 'encoder.onnx': signatureOf(await openOnnxSession(folderOf(manifest), 'encoder.onnx')) };
}

export type Embed = (texts: readonly string[]) => Promise<readonly Encoding[]>;

/** Embeds as the island's model does; a text that comes again is not embedded again. */
export async function loadEmbed(manifest: Manifest): Promise<Embed> {
  const encode = await loadTextEncoder(folderOf(manifest), { output: 'embedding', maxTokens: MAX_TOKENS });
  const known = new Map<string, Encoding>();
  return async (texts) => {
    const missing = [...new Set(texts)].filter((text) => !known.has(text));
    for (let start = 0; start < missing.length; start += CHUNK) {
      const chunk = missing.slice(start, start + CHUNK);
      for (const [place, encoding] of (await encode(chunk)).entries()) known.set(chunk[place] ?? '', encoding);
    }
    return texts.map((text) => {
      const encoding = known.get(text);
      if (encoding === undefined) throw new TypeError('The encoder left out a text.');
      return encoding;
    });
  };
}
