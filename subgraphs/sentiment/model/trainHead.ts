import { readFile } from 'node:fs/promises';
import type { ModelFolder } from '../../../kit/model/defineModel.ts';
import type { Manifest } from '../../../kit/model/folder/manifest.ts';
import { readModelFile } from '../../../kit/model/folder/modelFile.ts';
import { openOnnxSession, signatureOf } from '../../../kit/model/onnx/onnxSession.ts';
import { loadTextEncoder, type TextEncoder } from '../../../kit/model/onnx/textEncoder.ts';
import { createBaseline } from '../../../kit/model/quality/baseline.ts';
import { minilm } from '../../../models/minilm/minilm.ts';
import { writeModelFolder } from '../../../models/training/writeModelFolder.ts';
import type { Judgement } from '../judgement.ts';
import { messagesSource } from '../messages/readMessages.ts';
import { MAX_TOKENS } from '../model.ts';
import type { Lexicon } from '../words/lexicon.ts';
import { parseValences } from '../words/valences.ts';
import { crossValidate, FOLDS } from './crossValidate.ts';
import { SENTENCES_SOURCE, type TrainingData } from './dataset.ts';
import { evaluate, fitsOf } from './evaluate.ts';
import { judgeText, type ReadText, readText } from './head.ts';
import { CHOICES, type HeadExample, headRecipe, learnHead } from './learnHead.ts';

/** Of the norms that the baseline is counted over; finer ones differ from one processor to the next. */
const NORM_DIGITS = 3;
/** Sentences that are embedded before progress is told, and before whoever waits for this thread has a turn. */
const CHUNK = 64;

export interface HeadTraining extends TrainingData {
  /** Goes up whenever the head changes. */
  readonly version: string;
  /** By which it can be trained again; told in the manifest. */
  readonly command: string;
  readonly print?: (line: string) => void;
  /** Called after each step; steps differ in what they cost. */
  readonly progress?: (done: number, total: number, stage: string) => void;
}

export interface TrainedHead {
  readonly manifest: Manifest;
  /** By the names of the files that they become. */
  readonly files: Readonly<Record<'head.json' | 'valences.txt', string>>;
  judge(texts: readonly string[]): Promise<readonly Judgement[]>;
}

/** Trains the head on all sentences, and measures it on domains that were held out. */
export async function trainHead({
  sentences,
  questions,
  version,
  command,
  print = () => {},
  progress = () => {},
}: HeadTraining): Promise<TrainedHead> {
  const chunks = Math.ceil(sentences.length / CHUNK) + Math.ceil(questions.length / CHUNK);
  const total = chunks + fitsOf({ choices: CHOICES }) + FOLDS + 1;
  let done = 0;
  const step = (stage: string): void => progress(++done, total, stage);
  const signature = { 'encoder.onnx': signatureOf(await openOnnxSession(files, 'encoder.onnx')) };
  const encode = await loadTextEncoder(files, { output: 'blocks', maxTokens: MAX_TOKENS });
  print(`sentiment-minilm: embedding ${sentences.length} sentences…`);
  const valences = await readFile(new URL('valences.txt', import.meta.url), 'utf8');
  const lexicon = parseValences(valences);
  const embedded = () => step('embedding the sentences');
  const read = await readAll(
    sentences.map(({ text }) => text),
    { encode, lexicon, onChunk: embedded },
  );
  const examples = sentences.flatMap((sentence, index): HeadExample[] => {
    const own = read[index];
    return own ? [{ ...sentence, ...own }] : [];
  });
  const asked = await readAll(questions, { encode, lexicon, onChunk: embedded });
  const { learn, ...rest } = headRecipe(asked);
  const recipe = {
    ...rest,
    learn: (...given: Parameters<typeof learn>) => {
      const judge = learn(...given);
      step('measuring on held-out sentences');
      return judge;
    },
  };
  const { choice, temperature, quality } = evaluate(examples, recipe, print);
  const signals = crossValidate(examples, (seen) => {
    const head = learnHead(seen, asked, choice, temperature);
    step('counting what it notices of good data');
    return ({ encoding, valence }) => {
      const norm = Number(encoding.norm.toFixed(NORM_DIGITS));
      return judgeText(head, { encoding: { ...encoding, norm }, valence }).signals;
    };
  });
  const head = learnHead(examples, asked, choice, temperature);
  step('training on all sentences');
  return {
    // One row a block, so that a change shows as such in version control.
    files: { 'head.json': `${JSON.stringify(head).replaceAll('],[', '],\n[')}\n`, 'valences.txt': valences },
    judge: async (texts) => {
      const ready = await readAll(texts, { encode, lexicon, onChunk: () => {} });
      return ready.map((text) => judgeText(head, text).output);
    },
    manifest: {
      ...draft,
      version,
      signature,
      training: { ...draft.training, items: sentences.length + questions.length, command },
      quality,
      baseline: createBaseline('the training sentences, each judged by a head that had not seen it', signals),
    },
  };
}

/** Writes head.json, valences.txt and manifest.json. */
export async function writeHead(
  folder: URL,
  { manifest, files }: Pick<TrainedHead, 'manifest' | 'files'>,
): Promise<void> {
  await writeModelFolder(folder, manifest, files);
}

interface Reader {
  readonly encode: TextEncoder;
  readonly lexicon: Lexicon;
  onChunk(): void;
}

async function readAll(texts: readonly string[], { encode, lexicon, onChunk }: Reader): Promise<readonly ReadText[]> {
  const read: ReadText[] = [];
  for (let start = 0; start < texts.length; start += CHUNK) {
    const chunk = texts.slice(start, start + CHUNK);
    const encodings = await encode(chunk);
    read.push(...encodings.map((encoding, index) => readText(chunk[index] ?? '', encoding, lexicon)));
    onChunk();
  }
  return read;
}

/** In the order in which a manifest is read; what is empty is filled in. */
const draft: Manifest = {
  name: 'sentiment-minilm',
  version: '0.0.0',
  description:
    'Whether an English text speaks well or ill of something: all-MiniLM-L6-v2 and a list of words with a logistic regression.',
  license: 'MIT (head), Apache-2.0 (encoder)',
  files: Object.fromEntries(
    Object.entries(minilm.files).map(([name, sha256]) => [
      name,
      { source: `built:${minilm.name}@${minilm.version}/${name}`, sha256 },
    ]),
  ),
  signature: {},
  labels: ['NEGATIVE', 'POSITIVE'],
  languages: ['en'],
  maxBatch: 32,
  training: { data: [SENTENCES_SOURCE, messagesSource('en')], items: 0, command: '' },
  quality: [],
};

/** What is trained on top of: the same for every version. */
const files: ModelFolder = {
  manifest: draft,
  read: (name) => {
    const entry = draft.files[name];
    if (entry === undefined) throw new TypeError(`The head is trained on top of no file ${name}.`);
    return readModelFile(new URL('./', import.meta.url), name, entry);
  },
  onUnload: () => {},
};
