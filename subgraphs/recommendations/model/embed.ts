import { readFile } from 'node:fs/promises';
import type { ModelFolder } from '../../../kit/model/defineModel.ts';
import type { Manifest } from '../../../kit/model/folder/manifest.ts';
import { readModelFile } from '../../../kit/model/folder/modelFile.ts';
import { openOnnxSession, signatureOf } from '../../../kit/model/onnx/onnxSession.ts';
import { loadTextEncoder } from '../../../kit/model/onnx/textEncoder.ts';
import { minilm } from '../../../models/minilm/minilm.ts';
import { products } from '../../../world/products.ts';
import { MAX_TOKENS } from '../encoder.ts';
import { type ReadProduct, textOf } from '../shelf/likeness.ts';

/** MiniLM's files, as a manifest names them. */
const files: Manifest['files'] = Object.fromEntries(
  Object.entries(minilm.files).map(([name, sha256]) => [
    name,
    { source: `built:${minilm.name}@${minilm.version}/${name}`, sha256 },
  ]),
);

const draft: Manifest = {
  name: 'recommendations-encoder',
  version: '1.0.0',
  description: "What a product's text means, as a vector: all-MiniLM-L6-v2.",
  license: 'Apache-2.0',
  files,
  signature: {},
  labels: [],
  languages: ['en'],
  maxBatch: 32,
  training: { data: [], items: 0, command: 'npm run models' },
  quality: [],
};

const folder = new URL('../encoder/', import.meta.url);
const model: ModelFolder = {
  manifest: draft,
  read: (name) => {
    const entry = files[name];
    return entry ? readModelFile(folder, name, entry) : readFile(new URL(name, folder));
  },
  onUnload: () => {},
};

/** The encoder's manifest, with what its graph takes and gives. */
export async function encoderManifest(quality: Manifest['quality']): Promise<Manifest> {
  return {
    ...draft,
    signature: { 'encoder.onnx': signatureOf(await openOnnxSession(model, 'encoder.onnx')) },
    quality,
  };
}

/** The world's products with their texts as vectors, as the island's encoder makes them. */
export async function readProducts(): Promise<readonly ReadProduct[]> {
  const encode = await loadTextEncoder(model, { output: 'embedding', maxTokens: MAX_TOKENS });
  const encodings = await encode(products.map(textOf));
  return products.map(({ id, price }, place) => ({
    product: id,
    currency: price.currency,
    vector: encodings[place]?.vector ?? new Float32Array(),
  }));
}
