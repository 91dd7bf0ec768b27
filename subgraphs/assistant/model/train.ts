import type { Manifest } from '../../../kit/model/folder/manifest.ts';
import { createBaseline } from '../../../kit/model/quality/baseline.ts';
import { writeModelFolder } from '../../../models/training/writeModelFolder.ts';
import { LABELS, type Ranker } from '../ranking.ts';
import { LANGUAGES } from '../text/language.ts';
import { encoderFiles, loadEmbed, readEncoderSignature } from './embed.ts';
import { type LearnedLanguage, type LearnedRanker, learnLanguage } from './learnLanguage.ts';
import { measureEncoder, measureRanker } from './measure.ts';
import { QUESTIONS_SOURCE, readQuestions } from './questions.ts';

/** Goes up whenever any of the three changes what it answers: then it is measured anew. */
const VERSION = '1.0.0';

/**
 * Trains the encoder's adapter and both rankers, and writes their folders. With DEV_ONLY=1 it prints what it finds on our
 * own questions, opens no test set and writes nothing.
 */
export async function train(): Promise<void> {
  const embed = await loadEmbed();
  const learned: LearnedLanguage[] = [];
  let items = 0;
  for (const language of LANGUAGES) {
    const questions = await readQuestions(language);
    items += questions.length;
    learned.push(await learnLanguage(language, questions, embed, console.log));
  }
  if (process.env.DEV_ONLY) return;

  const training = { data: [QUESTIONS_SOURCE], items, command: 'npm run train -- assistant' };
  const adapters = json(byLanguage(learned, ({ adapter }) => adapter));
  const encoder = { name: 'assistant-encoder', version: VERSION };
  await writeModelFolder(
    new URL('../encoder/', import.meta.url),
    {
      ...encoder,
      description:
        'What a question or a passage means, as a vector: all-MiniLM-L6-v2, with a matrix that turns questions towards their answers.',
      license: 'MIT (adapter, glossary), Apache-2.0 (encoder)',
      files: encoderFiles,
      signature: await readEncoderSignature(),
      labels: [],
      languages: [...LANGUAGES],
      maxBatch: 32,
      training,
      quality: print(encoder.name, await measureEncoder({ ...encoder, weights: adapters }, { learned, embed })),
    },
    { 'adapter.json': adapters },
  );
  for (const { name, folder, description, features, of } of RANKERS) {
    const ranker: Ranker = byLanguage(learned, (one) => of(one).weights);
    const weights = json(ranker);
    const measured = { ranker, features, learned, embed };
    const quality = print(name, await measureRanker({ name, version: VERSION, weights }, measured));
    const manifest: Manifest = {
      name,
      version: VERSION,
      description,
      license: 'MIT',
      files: {},
      signature: {},
      labels: [...LABELS],
      languages: [...LANGUAGES],
      maxBatch: 32,
      training,
      quality,
      baseline: createBaseline(
        'our own questions that an article answers, each judged by a ranker that had not seen it',
        learned.flatMap((one) => of(one).signals),
      ),
    };
    await writeModelFolder(new URL(folder, import.meta.url), manifest, { 'ranker.json': weights });
  }
}

const RANKERS = [
  {
    name: 'assistant-hybrid',
    folder: './',
    description:
      'Which article answers a question, and whether any does: by its words, its characters and its meaning.',
    features: 'words and meaning',
    of: ({ hybrid }: LearnedLanguage): LearnedRanker => hybrid,
  },
  {
    name: 'assistant-words',
    folder: '../words/',
    description: 'Which article answers a question, and whether any does: by its words and its characters.',
    features: 'words',
    of: ({ words }: LearnedLanguage): LearnedRanker => words,
  },
] as const;

function byLanguage<Value>(
  learned: readonly LearnedLanguage[],
  of: (one: LearnedLanguage) => Value,
): Record<LearnedLanguage['language'], Value> {
  const [en, id] = LANGUAGES.map((language) => learned.find((one) => one.language === language));
  if (en === undefined || id === undefined) throw new TypeError('A language was not learned.');
  return { en: of(en), id: of(id) };
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function print(name: string, quality: Manifest['quality']): Manifest['quality'] {
  for (const { metric, on, value, n, interval } of quality) {
    console.log(
      `${name}: ${metric}, ${on}: ${value.toFixed(4)} [${interval?.map((bound) => bound.toFixed(4)).join(', ')}], n = ${n}`,
    );
  }
  return quality;
}
