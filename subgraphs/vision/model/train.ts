import type { ModelFolder } from '../../../kit/model/defineModel.ts';
import type { Manifest } from '../../../kit/model/folder/manifest.ts';
import { readModelFile } from '../../../kit/model/folder/modelFile.ts';
import { openOnnxSession, signatureOf } from '../../../kit/model/onnx/onnxSession.ts';
import { mobilenet } from '../../../models/mobilenet/mobilenet.ts';
import { writeModelFolder } from '../../../models/training/writeModelFolder.ts';
import { judge, parseHead } from '../head.ts';
import { type Network, openNetwork } from '../network.ts';
import { lookAt } from '../picture/lookAt.ts';
import { readPicture } from '../picture/readPicture.ts';
import { NO_TAG, TAG_LABELS } from '../tagLabels.ts';
import { type Learned, learn } from './learn.ts';
import { measure } from './measure.ts';
import { readFeatures } from './readFeatures.ts';
import { PICTURES_SOURCE, readTrainingPictures } from './trainingPictures.ts';

const folder = new URL('./', import.meta.url);

/** Trains the head, measures it on the held-out test sets, prints the figures and writes the model's folder. */
export async function train(): Promise<void> {
  const network = await openNetwork(model);
  const pictures = await readTrainingPictures();
  const seen = await readFeatures(pictures, network, (done) => {
    if (done % 100 === 0) console.log(`  seen ${done} of ${pictures.length} pictures`);
  });
  await write(learn(seen), pictures.length, network);
}

/** Measures a head that was learned from so many pictures, and writes the model's folder. */
export async function write({ headJson, baseline }: Learned, items: number, network: Network): Promise<void> {
  const head = parseHead(headJson);
  const quality = await measure({ ...draft, weights: headJson }, async (bytes) => {
    const picture = await readPicture(bytes);
    return { ...lookAt(picture), ...judge(head, await network(picture.view)) };
  });
  for (const { metric, on, value, n, interval } of quality) {
    const range = interval ? ` [${interval.map((bound) => bound.toFixed(4)).join(', ')}]` : '';
    console.log(`  ${metric}, ${on}: ${value.toFixed(4)}${range}, n = ${n}`);
  }
  const signature = { 'mobilenet.onnx': signatureOf(await openOnnxSession(model, 'mobilenet.onnx')) };
  const training = { ...draft.training, items };
  await writeModelFolder(folder, { ...draft, signature, training, quality, baseline }, { 'head.json': headJson });
}

/** In the order in which a manifest is read; what is empty is filled in. */
const draft: Manifest = {
  name: 'vision-mobilenet',
  version: '1.0.0',
  description:
    'What a picture shows of 26 kinds of things, whether a person should look at it first, and what it is like: MobileNetV2 of nsfwjs with a linear head of ours.',
  license: 'MIT (network and head)',
  files: Object.fromEntries(
    Object.entries(mobilenet.files).map(([name, sha256]) => [
      name,
      { source: `built:${mobilenet.name}@${mobilenet.version}/${name}`, sha256 },
    ]),
  ),
  signature: {},
  labels: [...TAG_LABELS, NO_TAG],
  languages: [],
  maxBatch: 1,
  training: { data: [PICTURES_SOURCE], items: 0, command: 'npm run train -- vision' },
  quality: [],
};

const model: ModelFolder = {
  manifest: draft,
  read: (name) => readModelFile(folder, name, draft.files[name] ?? { source: `file:${name}`, sha256: '' }),
  onUnload: () => {},
};
