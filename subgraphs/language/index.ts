import type { DefinitionOf } from '../../kit/model/defineModel.ts';
import { defineSubgraph } from '../../kit/subgraph.ts';
import type cueModel from './cues.ts';
import type gramModel from './model.ts';
import { createContext, resolvers } from './resolvers.ts';
import { tensors } from './tensors.ts';

/** Answers when the model of grams cannot. */
const cues: DefinitionOf<typeof cueModel> = {
  folder: new URL('cues/', import.meta.url),
  code: new URL('cues.ts', import.meta.url),
};

const language: DefinitionOf<typeof gramModel> = {
  folder: new URL('model/', import.meta.url),
  code: new URL('model.ts', import.meta.url),
  fallback: cues,
  tensors,
};

export default defineSubgraph({
  name: 'language',
  schema: new URL('schema.graphql', import.meta.url),
  resolvers,
  models: { language },
  context: createContext,
});
