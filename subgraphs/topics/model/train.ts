import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { ModelFolder } from '../../../kit/model/defineModel.ts';
import type { Manifest } from '../../../kit/model/folder/manifest.ts';
import { readModelFile } from '../../../kit/model/folder/modelFile.ts';
import { openOnnxSession, signatureOf } from '../../../kit/model/onnx/onnxSession.ts';
import { loadTextEncoder } from '../../../kit/model/onnx/textEncoder.ts';
import { minilm } from '../../../models/minilm/minilm.ts';
import { MAX_TOKENS } from '../model.ts';
import { asEnglish, gramsOf, withBlocks } from '../text/features.ts';
import { parseLexicon, wordsOf } from '../text/gloss.ts';
import { LANGUAGES, NO_TOPIC, TOPIC_LABELS } from '../topics.ts';
import { learn, type Read } from './learn.ts';
import { MESSAGES_SOURCE, readMessages } from './messages.ts';

/** Goes up whenever a head.json or the lexicon changes. */
const VERSION = '1.0.1';
/** Of the norms that the baseline is counted over; finer ones differ from one processor to the next. */
const NORM_DIGITS = 3;

const folder = new URL('./', import.meta.url);
const wordsFolder = new URL('../words/', import.meta.url);

/** Trains both models of the island, measures them on the held-out test sets, prints the figures and writes their folders. */
export async function train(): Promise<void> {
  const lexiconText = await readFile(new URL('lexicon.txt', wordsFolder), 'utf8');
  const lexicon = parseLexicon(lexiconText);
  const sha256 = createHash('sha256').update(lexiconText).digest('hex');
  const messages = await readMessages();

  await learn(
    {
      folder: wordsFolder,
      draft: {
        ...common,
        name: 'topics-words',
        description:
          'What a message to a shop is about, in English and Indonesian, by its character grams: for when MiniLM cannot answer.',
        license: 'MIT',
        files: { 'lexicon.txt': { source: 'file:lexicon.txt', sha256 } },
      },
      read: async (given) =>
        given.map(
          (message): Read => ({
            features: gramsOf(message, lexicon),
            signals: { length: Math.max(1, wordsOf(message.text.slice(0, 1_000)).length) },
          }),
        ),
    },
    messages,
  );

  const files = { ...encoderFiles, 'lexicon.txt': { source: 'file:../words/lexicon.txt', sha256 } };
  const draft: Manifest = {
    ...common,
    name: 'topics-minilm',
    description:
      'What a message to a shop is about, in English and Indonesian: all-MiniLM-L6-v2, which reads Indonesian word for word in English, and character grams, with a ridge regression.',
    license: 'MIT (head, lexicon), Apache-2.0 (encoder)',
    files,
  };
  const model: ModelFolder = {
    manifest: draft,
    read: (name) => readModelFile(folder, name, draft.files[name] ?? { source: `file:${name}`, sha256: '' }),
    onUnload: () => {},
  };
  const signature = { 'encoder.onnx': signatureOf(await openOnnxSession(model, 'encoder.onnx')) };
  const encode = await loadTextEncoder(model, { output: 'blocks', maxTokens: MAX_TOKENS });
  await learn(
    {
      folder,
      draft: { ...draft, signature },
      read: async (given) => {
        const encodings = await encode(given.map((message) => asEnglish(message, lexicon) || message.text));
        return given.map((message, index): Read => {
          const { vector = new Float32Array(), tokens = 1, unknownTokens = 0, norm = 0 } = encodings[index] ?? {};
          return {
            features: withBlocks(gramsOf(message, lexicon), vector),
            signals: { length: tokens, unknownTokens, embeddingNorm: Number(norm.toFixed(NORM_DIGITS)) },
          };
        });
      },
    },
    messages,
  );
}

const encoderFiles: Manifest['files'] = Object.fromEntries(
  Object.entries(minilm.files).map(([name, sha256]) => [
    name,
    { source: `built:${minilm.name}@${minilm.version}/${name}`, sha256 },
  ]),
);

/** In the order in which a manifest is read; what is empty is filled in. */
const common: Manifest = {
  name: 'topics',
  version: VERSION,
  description: '',
  license: '',
  files: {},
  signature: {},
  labels: [...TOPIC_LABELS, NO_TOPIC],
  languages: [...LANGUAGES],
  maxBatch: 32,
  training: { data: [MESSAGES_SOURCE], items: 0, command: 'npm run train -- topics' },
  quality: [],
};
