import type { DefinitionOf } from '../../kit/model/defineModel.ts';
import { defineSubgraph } from '../../kit/subgraph.ts';
import type aspectModel from './aspectDetection.ts';
import type indonesianModel from './indonesian.ts';
import type indonesianWordModel from './indonesianWords.ts';
import { analyzeReviews } from './jobs/analyzeReviews.ts';
import { rebuildHead } from './jobs/rebuildHead.ts';
import type sentimentModel from './model.ts';
import { createContext, resolvers } from './resolvers.ts';
import { tensors } from './tensors.ts';
import type wordModel from './words.ts';

/** Of English, about. */
const CHARACTERS_PER_TOKEN = 4.5;

/** Answers when MiniLM cannot. */
const words: DefinitionOf<typeof wordModel> = {
  folder: new URL('words/', import.meta.url),
  code: new URL('words.ts', import.meta.url),
};

const sentiment: DefinitionOf<typeof sentimentModel> = {
  folder: new URL('model/', import.meta.url),
  code: new URL('model.ts', import.meta.url),
  sizeOf: (text) => Math.ceil(text.length / CHARACTERS_PER_TOKEN),
  fallback: words,
  tensors,
};

/** Answers when the usual Indonesian one cannot. */
const indonesianWords: DefinitionOf<typeof indonesianWordModel> = {
  folder: new URL('indonesianWords/', import.meta.url),
  code: new URL('indonesianWords.ts', import.meta.url),
};

const indonesian: DefinitionOf<typeof indonesianModel> = {
  folder: new URL('indonesian/', import.meta.url),
  code: new URL('indonesian.ts', import.meta.url),
  fallback: indonesianWords,
  tensors,
};

const aspects: DefinitionOf<typeof aspectModel> = {
  folder: new URL('aspects/', import.meta.url),
  code: new URL('aspectDetection.ts', import.meta.url),
};

export default defineSubgraph({
  name: 'sentiment',
  schema: new URL('schema.graphql', import.meta.url),
  resolvers,
  models: { sentiment, indonesian, aspects },
  jobs: [analyzeReviews, rebuildHead],
  context: createContext,
});
