import type { ModelFolder } from '../../../kit/model/defineModel.ts';
import type { Manifest } from '../../../kit/model/folder/manifest.ts';
import { readModelFile } from '../../../kit/model/folder/modelFile.ts';
import { openOnnxSession, signatureOf } from '../../../kit/model/onnx/onnxSession.ts';
import { mobilenet } from '../../../models/mobilenet/mobilenet.ts';
import { writeModelFolder } from '../../../models/training/writeModelFolder.ts';
import { judge, parseHead } from '../head.ts';
import { openNetwork } from '../network.ts';
import { lookAt } from '../picture/lookAt.ts';
import { readPicture } from '../picture/readPicture.ts';
import { NO_TAG, TAG_LABELS } from '../tagLabels.ts';
import { learn } from './learn.ts';
import { measure } from './measure.ts';
import { readFeatures } from './readFeatures.ts';
import { PICTURES_SOURCE, readTrainingPictures } from './trainingPictures.ts';

const folder = new URL('./', import.meta.url);

/** Trains the head, measures it on the held-out test sets, prints the figures and writes the model's folder. */
export async function train(): Promise<void> {
  const model: ModelFolder = {
    manifest: draft,
    read: (name) => readModelFile(folder, name, draft.files[name] ?? { source: `file:${name}`, sha256: '' }),
    onUnload: () => {},
  };
  const signature = { 'mobilenet.onnx': signatureOf(await openOnnxSession(model, 'mobilenet.onnx')) };
  const network = await openNetwork(model);
  const pictures = await readTrainingPictures();
  const seen = await readFeatures(pictures, network, (done) => {
    if (done % 100 === 0) console.log(`  seen ${done} of ${pictures.length} pictures`);
  });
  const { headJson, baseline } = learn(seen);
  const head = parseHead(headJson);
  const quality = await measure({ ...draft, weights: headJson }, async (bytes) => {
    const picture = await readPicture(bytes);
    return { ...lookAt(picture), ...judge(head, await network(picture.view)) };
  });
  for (const { metric, on, value, n, interval } of quality) {
    const range = interval ? ` [${interval.map((bound) => bound.toFixed(4)).join(', ')}]` : '';
    console.log(`  ${metric}, ${on}: ${value.toFixed(4)}${range}, n = ${n}`);
  }
  const training = { ...draft.training, items: pictures.length };
  await writeModelFolder(folder, { ...draft, signature, training, quality, baseline }, { 'head.json': headJson });
}

const [network] = Object.entries(mobilenet.files);

/** In the order in which a manifest is read; what is empty is filled in. */
const draft: Manifest = {
  name: 'vision-mobilenet',
  version: '1.0.0',
  description:
    'What a picture shows of 26 kinds of things, whether a person should look at it first, and what it is like: MobileNetV2 of nsfwjs with a linear head of ours.',
  license: 'MIT (network and head)',
  files: Object.fromEntries(
    network === undefined
      ? []
      : [[network[0], { source: `built:${mobilenet.name}@${mobilenet.version}/${network[0]}`, sha256: network[1] }]],
  ),
  signature: {},
  labels: [...TAG_LABELS, NO_TAG],
  languages: [],
  maxBatch: 1,
  training: { data: [PICTURES_SOURCE], items: 0, command: 'npm run train -- vision' },
  quality: [],
};
