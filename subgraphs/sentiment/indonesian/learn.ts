import { trainLogisticRegression } from '../../../models/training/logisticRegression.ts';
import type { SparseVector } from '../../../models/training/vector.ts';
import { toGramWeights } from '../grams/gramWeights.ts';
import type { Sentence } from '../model/dataset.ts';
import { labelled, learnWords, type WordChoice, wordSpace } from '../words/learn.ts';
import type { Lexicon } from '../words/lexicon.ts';
import { GRAMS, type IndonesianModel, type IndonesianText } from './indonesianModel.ts';

export interface IndonesianExample extends Sentence, IndonesianText {}

export interface IndonesianKnowledge {
  readonly lexicons: readonly Lexicon[];
  /** Plain questions, which have no mood. */
  readonly questions: readonly IndonesianText[];
}

/** Words and grams, each weight learned beside the others. The temperature is 1. */
export function learnIndonesian(
  examples: readonly IndonesianExample[],
  choice: WordChoice,
  { lexicons, questions }: IndonesianKnowledge,
): IndonesianModel {
  const space = wordSpace(examples, choice, lexicons);
  const size = space.size + GRAMS.places;
  const vectorOf = ({ words, grams }: IndonesianText) => joined(space.vectorOf(words), grams, space.size);
  const known = examples.map((example) => ({ vector: vectorOf(example), label: example.label }));
  const { weights, bias } = trainLogisticRegression(labelled(known, questions.map(vectorOf), size), choice.prior);
  return {
    words: { ...space.modelOf(weights.subarray(0, space.size), bias), temperature: 1 },
    grams: toGramWeights(weights.subarray(space.size)),
  };
}

/** Words alone. */
export function learnIndonesianWords(
  examples: readonly IndonesianExample[],
  choice: WordChoice,
  { lexicons, questions }: IndonesianKnowledge,
): IndonesianModel {
  const words = learnWords(examples, choice, { lexicons, questions: questions.map((question) => question.words) });
  return { words: { ...words, temperature: 1 }, grams: toGramWeights(new Float64Array(GRAMS.places)) };
}

function joined(first: SparseVector, second: SparseVector, offset: number): SparseVector {
  const indices = new Uint32Array(first.indices.length + second.indices.length);
  indices.set(first.indices);
  indices.set(
    second.indices.map((index) => index + offset),
    first.indices.length,
  );
  const values = new Float32Array(indices.length);
  values.set(first.values);
  values.set(second.values, first.values.length);
  return { indices, values };
}
