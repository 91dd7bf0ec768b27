import type { DefinitionOf } from '../../kit/model/defineModel.ts';
import type detectorModel from './detector.ts';
import type kindsModel from './model.ts';
import type recogniserModel from './recogniser.ts';
import type wordModel from './words.ts';

/** A picture of a line so wide weighs as much as a token of a text. */
const PIXELS_PER_TOKEN = 16;

export const detector: DefinitionOf<typeof detectorModel> = {
  folder: new URL('detector/', import.meta.url),
  code: new URL('detector.ts', import.meta.url),
};

export const recogniser: DefinitionOf<typeof recogniserModel> = {
  folder: new URL('recogniser/', import.meta.url),
  code: new URL('recogniser.ts', import.meta.url),
  sizeOf: ({ width }) => Math.ceil(width / PIXELS_PER_TOKEN),
};

/** Answers when the usual model cannot. */
const words: DefinitionOf<typeof wordModel> = {
  folder: new URL('words/', import.meta.url),
  code: new URL('words.ts', import.meta.url),
};

export const kinds: DefinitionOf<typeof kindsModel> = {
  folder: new URL('model/', import.meta.url),
  code: new URL('model.ts', import.meta.url),
  fallback: words,
};
