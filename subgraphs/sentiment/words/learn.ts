import { type LabelledVectors, trainLogisticRegression } from '../../../models/training/logisticRegression.ts';
import type { SparseVector, Vector } from '../../../models/training/vector.ts';
import type { Sentence } from '../model/dataset.ts';
import type { Recipe } from '../model/evaluate.ts';
import type { Lexicon } from './lexicon.ts';
import { type Terms, visitTerms } from './terms.ts';
import { type WordModel, weigh } from './wordModel.ts';

export interface WordExample extends Sentence {
  readonly words: readonly string[];
}

/** What is chosen by measuring. */
export interface WordChoice extends Terms {
  /** Whether the valences of each lexicon are a feature, with a weight that is learned. */
  readonly lexicon: boolean;
  /** Strength of the prior that keeps weights small. */
  readonly prior: number;
}

/** A term of fewer sentences tells nothing that lasts, and pairs fill the file. */
const MIN_SENTENCES = { word: 2, pair: 5 };

/** Fewer than version 1.0.0 was chosen among, where the lexicon won each time: each costs a fit for each fold. */
const CHOICES: readonly WordChoice[] = [2, 3].flatMap((reach) =>
  [0.1, 0.3, 1].map((prior) => ({ lexicon: true, pairs: true, reach, prior })),
);

/** What words are weighed by beside the examples. */
export interface WordKnowledge {
  readonly lexicons: readonly Lexicon[];
  /** The words of plain questions, which have no mood. */
  readonly questions: readonly (readonly string[])[];
}

export function wordRecipe(knowledge: WordKnowledge): Recipe<WordExample, WordChoice> {
  return {
    choices: CHOICES,
    describe: ({ lexicon, pairs, reach, prior }) =>
      `${lexicon ? 'with' : 'without'} lexicon, ${pairs ? 'words and pairs' : 'words'}, negation reaches ${reach}, prior ${prior}`,
    learn: (examples, choice) => {
      const model = learnWords(examples, choice, knowledge);
      return ({ words }) => weigh(model, words).logOdds;
    },
  };
}

/** Where each term and each lexicon has its place in a vector. */
export interface WordSpace {
  readonly size: number;
  vectorOf(words: readonly string[]): SparseVector;
  /** A lexicon's weight becomes part of its words' weights. */
  modelOf(weights: Float64Array, bias: number): WordModel;
}

/** Learns a weight for each term and one for each lexicon. */
export function learnWords(
  examples: readonly WordExample[],
  choice: WordChoice,
  { lexicons, questions }: WordKnowledge,
): WordModel {
  const { size, vectorOf, modelOf } = wordSpace(examples, choice, lexicons);
  const known = examples.map(({ words, label }) => ({ vector: vectorOf(words), label }));
  const { weights, bias } = trainLogisticRegression(labelled(known, questions.map(vectorOf), size), choice.prior);
  return modelOf(weights, bias);
}

/** A question is learned as praise and as a complaint, so that it comes out near 0.5. */
export function labelled(
  known: readonly { readonly vector: Vector; readonly label: 0 | 1 }[],
  questions: readonly Vector[],
  size: number,
): LabelledVectors {
  return {
    vectors: [...known.map(({ vector }) => vector), ...questions, ...questions],
    labels: [
      ...known.map(({ label }) => label),
      ...questions.map(() => 0 as const),
      ...questions.map(() => 1 as const),
    ],
    size,
  };
}

export function wordSpace(
  examples: readonly WordExample[],
  { pairs, reach, lexicon }: WordChoice,
  given: readonly Lexicon[],
): WordSpace {
  const places = vocabularyOf(examples, { pairs, reach });
  const lexicons = lexicon ? given : [];
  return {
    size: places.size + lexicons.length,
    vectorOf: (words) => {
      const counts = new Map<number, number>();
      const add = (place: number, amount: number) => counts.set(place, (counts.get(place) ?? 0) + amount);
      visitTerms(words, { pairs, reach }, (term, sign) => {
        const place = places.get(term);
        if (place !== undefined) add(place, sign);
        for (const [index, valences] of lexicons.entries()) {
          const valence = valences.get(term);
          if (valence !== undefined) add(places.size + index, sign * valence);
        }
      });
      const root = Math.sqrt(Math.max(1, words.length));
      return {
        indices: Uint32Array.from(counts.keys()),
        values: Float32Array.from(counts.values(), (count) => count / root),
      };
    },
    modelOf: (weights, bias) => {
      const learned = new Map([...places].map(([term, place]) => [term, weights[place] ?? 0]));
      for (const [index, valences] of lexicons.entries()) {
        const weight = weights[places.size + index] ?? 0;
        for (const [term, valence] of valences) {
          if (pairs || !isPair(term)) learned.set(term, (learned.get(term) ?? 0) + valence * weight);
        }
      }
      return { pairs, reach, bias, weights: learned };
    },
  };
}

/** The place of each term that enough sentences have. */
function vocabularyOf(examples: readonly WordExample[], terms: Terms): ReadonlyMap<string, number> {
  const sentences = new Map<string, number>();
  for (const { words } of examples) {
    const own = new Set<string>();
    visitTerms(words, terms, (term) => own.add(term));
    for (const term of own) sentences.set(term, (sentences.get(term) ?? 0) + 1);
  }
  const common = [...sentences].filter(
    ([term, count]) => count >= (isPair(term) ? MIN_SENTENCES.pair : MIN_SENTENCES.word),
  );
  return new Map(common.map(([term], place) => [term, place]));
}

function isPair(term: string): boolean {
  return term.includes('_');
}
