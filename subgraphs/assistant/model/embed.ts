import type { ModelFolder } from '../../../kit/model/defineModel.ts';
import type { Manifest } from '../../../kit/model/folder/manifest.ts';
import { readModelFile } from '../../../kit/model/folder/modelFile.ts';
import { openOnnxSession, signatureOf } from '../../../kit/model/onnx/onnxSession.ts';
import { loadTextEncoder } from '../../../kit/model/onnx/textEncoder.ts';
import { minilm } from '../../../models/minilm/minilm.ts';
import { MAX_TOKENS } from '../encoder.ts';
import { inEnglish } from '../text/inEnglish.ts';
import type { Language } from '../text/language.ts';

const CHUNK = 64;

/** MiniLM's files, as a manifest names them. */
export const encoderFiles: Manifest['files'] = Object.fromEntries(
  Object.entries(minilm.files).map(([name, sha256]) => [
    name,
    { source: `built:${minilm.name}@${minilm.version}/${name}`, sha256 },
  ]),
);

const folder: ModelFolder = {
  manifest: {
    name: 'encoder',
    version: minilm.version,
    description: 'The encoder alone.',
    license: 'Apache-2.0',
    files: encoderFiles,
    signature: {},
    labels: [],
    languages: ['en'],
    maxBatch: CHUNK,
    training: { data: [], items: 0, command: 'none' },
    quality: [],
  },
  read: (name) => {
    const entry = encoderFiles[name];
    if (entry === undefined) throw new TypeError(`The encoder has no file ${name}.`);
    return readModelFile(new URL('./', import.meta.url), name, entry);
  },
  onUnload: () => {},
};

export async function readEncoderSignature(): Promise<Manifest['signature']> {
  return { 'encoder.onnx': signatureOf(await openOnnxSession(folder, 'encoder.onnx')) };
}

export type Embed = (texts: readonly string[], language: Language) => Promise<readonly Float32Array[]>;

/** As the island's encoder does before it turns questions. */
export async function loadEmbed(): Promise<Embed> {
  const encode = await loadTextEncoder(folder, { output: 'embedding', maxTokens: MAX_TOKENS });
  return async (texts, language) => {
    const vectors: Float32Array[] = [];
    for (let start = 0; start < texts.length; start += CHUNK) {
      const chunk = texts.slice(start, start + CHUNK).map((text) => inEnglish(text, language) || text);
      for (const { vector } of await encode(chunk)) vectors.push(vector);
    }
    return vectors;
  };
}
