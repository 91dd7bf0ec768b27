import { z } from 'zod';
import { CodedError } from '../../../kit/errors.ts';
import type { Manifest } from '../../../kit/model/folder/manifest.ts';
import { readPackageFile } from '../../../models/packages.ts';
import { normalized } from '../../../models/training/normalized.ts';
import { type Message, readMessages } from '../messages/readMessages.ts';

export const DOMAINS = ['amazon', 'imdb', 'yelp'] as const;
export type Domain = (typeof DOMAINS)[number];

export interface Sentence {
  readonly text: string;
  /** 1 is positive. */
  readonly label: 0 | 1;
  /** The site it was written on, or `messages` for one that we wrote. */
  readonly domain: Domain | 'messages';
}

/** What a manifest says of these sentences. */
export const SENTENCES_SOURCE: Manifest['training']['data'][number] = {
  name: 'Sentiment Labelled Sentences (UCI Machine Learning Repository): amazon.com, imdb.com, yelp.com',
  source: 'npm:sentiment@5.0.2/test/fixtures/{amazon,imdb,yelp}.json',
  license: 'CC BY 4.0',
  citation:
    'Kotzias, D., Denil, M., de Freitas, N., Smyth, P.: From Group to Individual Labels using Deep Features. KDD 2015. https://doi.org/10.24432/C57604',
};

/** An image for production is such a place. */
const MISSING =
  'The sentences to learn from are not here: the npm package sentiment is not in models/node_modules, as in an image for production. Install it with `npm ci --ignore-scripts --prefix models`, where the training is to run.';

/** The fixtures end with an entry that is not a sentence. */
const fixture = z.array(
  z.object({ text: z.string().nullable(), class: z.union([z.literal(0), z.literal(1)]).nullable() }),
);

/** What the English models learn from. */
export interface TrainingData {
  readonly sentences: readonly Sentence[];
  /** Plain questions, which have no mood: a model should not be sure of any. */
  readonly questions: readonly string[];
}

/** @throws CodedError `MODEL_UNAVAILABLE` where the package that has the public sentences is not installed. */
export async function readTrainingData(): Promise<TrainingData> {
  const messages = await readMessages('en');
  return { sentences: [...(await readDataset()), ...messages.flatMap(toSentence)], questions: questionsOf(messages) };
}

export function questionsOf(messages: readonly Message[]): readonly string[] {
  return messages.filter(({ label }) => label === null).map(({ text }) => text);
}

/** None for a plain question. */
export function toSentence({ text, label }: Message): readonly Sentence[] {
  return label === null ? [] : [{ text, label: label === 'POSITIVE' ? 1 : 0, domain: 'messages' }];
}

/**
 * The labelled sentences of the three sites, without duplicates: a sentence that stands twice could be in the
 * training and the held-out part at once.
 * @throws CodedError `MODEL_UNAVAILABLE` where the package that has them is not installed.
 */
export async function readDataset(): Promise<readonly Sentence[]> {
  const sentences = new Map<string, Sentence>();
  for (const domain of DOMAINS) {
    const json = await readPackageFile(`sentiment/test/fixtures/${domain}.json`).catch((cause: unknown) => {
      throw new CodedError('MODEL_UNAVAILABLE', MISSING, { cause });
    });
    for (const { text, class: label } of fixture.parse(JSON.parse(json.toString('utf8')))) {
      const trimmed = text?.trim();
      if (!trimmed || label === null) continue;
      const key = normalized(trimmed);
      if (!sentences.has(key)) sentences.set(key, { text: trimmed, label, domain });
    }
  }
  return [...sentences.values()];
}
