import type { Encoding } from '../../kit/model/onnx/textEncoder.ts';
import { minilm } from '../../models/minilm/minilm.ts';
import { minilmInt8 } from '../../models/minilm/minilmInt8.ts';
import { DOMAINS, readDataset, type Sentence } from '../../subgraphs/sentiment/model/dataset.ts';
import { type Evaluation, evaluate } from '../../subgraphs/sentiment/model/evaluate.ts';
import { type HeadChoice, type HeadExample, headRecipe } from '../../subgraphs/sentiment/model/learnHead.ts';
import { encode } from './nearest.ts';
import { bootstrapMean, type Estimate } from './statistics.ts';

export interface SentimentFigures {
  readonly sentences: number;
  /** Measured as the sentiment model's own figures are: choices and temperature made without the domain judged. */
  readonly fp32: Evaluation<HeadChoice>['quality'];
  readonly int8: Evaluation<HeadChoice>['quality'];
  /**
   * Difference in accuracy on unseen domains, sentence by sentence, with one choice for all: that of float32.
   * `relearned` learns and judges on int8 features, `swapped` gives them to a head that learned on float32 ones.
   */
  readonly minusFp32: { readonly relearned: Estimate; readonly swapped: Estimate };
  /** Share of sentences of unseen domains whose label changes when int8 features are swapped in. */
  readonly swappedLabels: number;
}

/** Whether the sentiment head may read what integers give. */
export async function measureSentiment(print: (line: string) => void): Promise<SentimentFigures> {
  const sentences = await readDataset();
  const texts = sentences.map(({ text }) => text);
  const fp32 = examplesOf(sentences, await encode(minilm, texts, 'blocks'));
  const int8 = examplesOf(sentences, await encode(minilmInt8, texts, 'blocks'));
  // What the encoders give is compared: no questions, and every valence 0.
  const recipe = headRecipe([]);
  print('sentiment on fp32 features');
  const exact = evaluate(fp32, recipe, print);
  print('sentiment on int8 features');
  const integer = evaluate(int8, recipe, print);

  const verdicts = DOMAINS.flatMap((domain) => {
    const others = (examples: readonly HeadExample[]) => examples.filter((example) => example.domain !== domain);
    const fromFp32 = recipe.learn(others(fp32), exact.choice);
    const fromInt8 = recipe.learn(others(int8), exact.choice);
    return fp32.flatMap((example, index) => {
      const same = int8[index];
      if (example.domain !== domain || same === undefined) return [];
      const praise = { exact: fromFp32(example) > 0, relearned: fromInt8(same) > 0, swapped: fromFp32(same) > 0 };
      return [{ praise, right: example.label === 1 }];
    });
  });
  const minusFp32 = (way: 'relearned' | 'swapped') =>
    bootstrapMean(verdicts.map(({ praise, right }) => Number(praise[way] === right) - Number(praise.exact === right)));
  return {
    sentences: sentences.length,
    fp32: exact.quality,
    int8: integer.quality,
    minusFp32: { relearned: minusFp32('relearned'), swapped: minusFp32('swapped') },
    swappedLabels: verdicts.filter(({ praise }) => praise.swapped !== praise.exact).length / verdicts.length,
  };
}

function examplesOf(sentences: readonly Sentence[], encodings: readonly Encoding[]): readonly HeadExample[] {
  return sentences.flatMap((sentence, index): HeadExample[] => {
    const encoding = encodings[index];
    return encoding ? [{ ...sentence, encoding, valence: 0 }] : [];
  });
}
