import type { DefinitionOf } from '../../kit/model/defineModel.ts';
import { defineSubgraph } from '../../kit/subgraph.ts';
import type sentimentModel from './model.ts';
import { createContext, resolvers } from './resolvers.ts';

/** Of English, about. */
const CHARACTERS_PER_TOKEN = 4.5;

const sentiment: DefinitionOf<typeof sentimentModel> = {
  folder: new URL('model/', import.meta.url),
  code: new URL('model.ts', import.meta.url),
  sizeOf: (text) => Math.ceil(text.length / CHARACTERS_PER_TOKEN),
};

export default defineSubgraph({
  name: 'sentiment',
  schema: new URL('schema.graphql', import.meta.url),
  resolvers,
  models: { sentiment },
  context: (request, { models }) => createContext(request, models),
});
