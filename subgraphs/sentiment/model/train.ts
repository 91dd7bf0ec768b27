import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import type { ModelFolder } from '../../../kit/model/defineModel.ts';
import type { Manifest } from '../../../kit/model/manifest.ts';
import { readModelFile } from '../../../kit/model/modelFile.ts';
import { openOnnxSession, signatureOf } from '../../../kit/model/onnxSession.ts';
import { loadTextEncoder } from '../../../kit/model/textEncoder.ts';
import { minilm } from '../../../models/minilm/minilm.ts';
import { createReviews } from '../../../world/reviews.ts';
import { MAX_TOKENS } from '../model.ts';
import { readDataset } from './dataset.ts';
import { type Example, evaluate } from './evaluate.ts';
import { type Head, judge, WIDTH } from './head.ts';

/** Goes up whenever head.json changes. */
const VERSION = '1.0.0';
/** Finer digits are noise of the processor's float32 arithmetic, which differs from one make to the next. */
const DIGITS = 2;

const folder = new URL('./', import.meta.url);
const demoReviews = createReviews();

/** Trains the head, measures it on held-out domains, prints the figures and writes head.json and manifest.json. */
export async function train(): Promise<void> {
  const draft = draftManifest();
  const files: ModelFolder = {
    manifest: draft,
    read: (name) => readModelFile(folder, name, draft.files[name] ?? { source: `file:${name}`, sha256: '' }),
  };
  const sentences = await readDataset();
  const encode = await loadTextEncoder(files, { output: 'blocks', maxTokens: MAX_TOKENS });
  console.log(`Embedding ${sentences.length} sentences…`);
  const vectors = await encode(sentences.map(({ text }) => text));
  const examples = sentences.map((sentence, index): Example => {
    return { ...sentence, pooled: vectors[index] ?? new Float32Array() };
  });

  const { model, choice, temperature, quality } = evaluate(examples, console.log);
  const head: Head = {
    blocks: [...choice.blocks],
    temperature: rounded(temperature),
    bias: rounded(model.bias),
    weights: choice.blocks.map((_, row) => [...model.weights.slice(row * WIDTH, (row + 1) * WIDTH)].map(rounded)),
  };
  // One row a block, so that a change shows as such in version control.
  const headJson = `${JSON.stringify(head).replaceAll('],[', '],\n[')}\n`;
  const manifest: Manifest = {
    ...draft,
    files: { ...draft.files, 'head.json': { source: 'file:head.json', sha256: sha256(headJson) } },
    signature: { 'encoder.onnx': signatureOf(await openOnnxSession(files, 'encoder.onnx')) },
    training: { ...draft.training, items: sentences.length },
    quality,
  };
  await writeFile(new URL('head.json', folder), headJson);
  await writeFile(new URL('manifest.json', folder), `${JSON.stringify(manifest, null, 2)}\n`);
  printAgreementWithStars(head, await encode(demoReviews.map(({ body }) => body)));
  console.log(`Wrote head.json and manifest.json of ${manifest.name} ${manifest.version}.`);
}

/**
 * How the head does on the demo world's reviews, whose stars we made up: printed, not put into the manifest, because it
 * says as much of the demo as of the model.
 */
function printAgreementWithStars(head: Head, pooled: readonly Float32Array[]): void {
  for (const stars of [1, 2, 3, 4, 5]) {
    const own = pooled.filter((_, index) => demoReviews[index]?.rating === stars);
    const positive = own.filter((vector) => judge(head, vector).label === 'POSITIVE').length;
    console.log(`  demo reviews with ${stars} stars: ${positive} of ${own.length} are called POSITIVE`);
  }
}

function draftManifest(): Manifest {
  const encoderFiles = Object.entries(minilm.files).map(([name, digest]) => [
    name,
    { source: `built:${minilm.name}@${minilm.version}/${name}`, sha256: digest },
  ]);
  return {
    name: 'sentiment-minilm',
    version: VERSION,
    description:
      'Whether an English text speaks well or ill of something: all-MiniLM-L6-v2 with a logistic regression.',
    license: 'MIT (head), Apache-2.0 (encoder)',
    files: Object.fromEntries(encoderFiles),
    signature: {},
    labels: ['NEGATIVE', 'POSITIVE'],
    languages: ['en'],
    maxBatch: 32,
    training: {
      data: [
        {
          name: 'Sentiment Labelled Sentences (UCI Machine Learning Repository): amazon.com, imdb.com, yelp.com',
          source: 'npm:sentiment@5.0.2/test/fixtures/{amazon,imdb,yelp}.json',
          license: 'CC BY 4.0',
          citation:
            'Kotzias, D., Denil, M., de Freitas, N., Smyth, P.: From Group to Individual Labels using Deep Features. KDD 2015. https://doi.org/10.24432/C57604',
        },
      ],
      items: 0,
      command: 'npm run train -- sentiment',
    },
    quality: [],
  };
}

function rounded(value: number): number {
  return Number(value.toFixed(DIGITS));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
