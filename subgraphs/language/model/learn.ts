import { CODES } from '../codes.ts';
import { readable } from '../readable.ts';
import { type Example, type LinearWeights, trainByAdaGrad } from './adaGrad.ts';
import { type LabelledText, withoutMarks } from './dataset.ts';
import { FEATURES, featuresOf } from './features.ts';

/** Chosen by cross-validation over the messages; more and fewer were no better. */
const OPTIONS = { classes: CODES.length, features: FEATURES, epochs: 8, rate: 0.3, decay: 1e-5 };

/** Learns from texts; Vietnamese ones also as many type them, without marks. What has nothing to read teaches nothing. */
export function learn(texts: readonly LabelledText[]): LinearWeights {
  const examples = texts.flatMap(({ text, code }): Example[] => {
    const forms = code === 'vi' ? [text, withoutMarks(text)] : [text];
    return forms.flatMap((form) => {
      const words = readable(form);
      return words === null ? [] : [{ vector: featuresOf(words), label: CODES.indexOf(code) }];
    });
  });
  return trainByAdaGrad(examples, OPTIONS);
}
