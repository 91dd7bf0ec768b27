import { type LinearModel, logit, trainLogisticRegression } from '../../../models/training/logisticRegression.ts';
import { labelled } from '../words/learn.ts';
import type { Sentence } from './dataset.ts';
import type { Recipe } from './evaluate.ts';
import { features, type Head, type ReadText, WIDTH } from './head.ts';

export interface HeadExample extends Sentence, ReadText {}

/** What is chosen by measuring. */
export interface HeadChoice {
  readonly blocks: readonly number[];
  /** Strength of the prior that keeps weights small. */
  readonly prior: number;
}

/** Finer digits are noise of the processor's float32 arithmetic, which differs from one make to the next. */
const DIGITS = 2;

/** Fewer than version 1.0.0 was chosen among: each costs a fit for each fold. */
export const CHOICES: readonly HeadChoice[] = [0.3, 1, 3].map((prior) => ({ blocks: [3, 4, 5, 6], prior }));

/** @param questions that have no mood */
export function headRecipe(questions: readonly ReadText[]): Recipe<HeadExample, HeadChoice> {
  return {
    choices: CHOICES,
    describe: ({ blocks, prior }) => `blocks ${blocks.join(',')}, prior ${prior}`,
    learn: (examples, choice) => {
      const model = learn(examples, questions, choice);
      return (example) => logit(model, features(example, choice.blocks));
    },
  };
}

/** Learns the head as it is stored, with its weights rounded. */
export function learnHead(
  examples: readonly HeadExample[],
  questions: readonly ReadText[],
  choice: HeadChoice,
  temperature: number,
): Head {
  const { weights, bias } = learn(examples, questions, choice);
  return {
    blocks: [...choice.blocks],
    temperature: rounded(temperature),
    bias: rounded(bias),
    valence: rounded(weights[choice.blocks.length * WIDTH] ?? 0),
    weights: choice.blocks.map((_, row) => [...weights.slice(row * WIDTH, (row + 1) * WIDTH)].map(rounded)),
  };
}

function learn(
  examples: readonly HeadExample[],
  questions: readonly ReadText[],
  { blocks, prior }: HeadChoice,
): LinearModel {
  const known = examples.map((example) => ({ vector: features(example, blocks), label: example.label }));
  const asked = questions.map((question) => features(question, blocks));
  return trainLogisticRegression(labelled(known, asked, blocks.length * WIDTH + 1), prior);
}

function rounded(value: number): number {
  return Number(value.toFixed(DIGITS));
}
