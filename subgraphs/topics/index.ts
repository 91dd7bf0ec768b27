import type { DefinitionOf } from '../../kit/model/defineModel.ts';
import { defineSubgraph } from '../../kit/subgraph.ts';
import type topicsModel from './model.ts';
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

const topics: DefinitionOf<typeof topicsModel> = {
  folder: new URL('model/', import.meta.url),
  code: new URL('model.ts', import.meta.url),
  sizeOf: ({ text }) => Math.ceil(text.length / CHARACTERS_PER_TOKEN),
  fallback: words,
  tensors,
};

export default defineSubgraph({
  name: 'topics',
  schema: new URL('schema.graphql', import.meta.url),
  resolvers,
  models: { topics },
  context: createContext,
});
