import { trainLogisticRegression } from '../../../models/training/logisticRegression.ts';
import { ASPECTS, type Aspect } from '../aspects.ts';
import { toGramWeights } from '../grams/gramWeights.ts';
import type { Language } from '../languages.ts';
import type { Message } from '../messages/readMessages.ts';
import { type AspectDetector, GRAMS, gramsOf } from './aspectModel.ts';

/** Strength of the prior that keeps weights small. */
const PRIOR = 0.1;
const DIGITS = 3;

/** Learns from the parts of messages, as we marked them, and from whole messages of several parts. */
export function learnDetectors(
  messages: readonly Message[],
  language: Language,
): Readonly<Record<Aspect, AspectDetector>> {
  const pieces = messages.flatMap(({ text, parts }) => {
    const whole = { text, aspects: parts.flatMap(({ aspects }) => aspects) };
    return parts.length === 1 ? parts : [...parts, whole];
  });
  const vectors = pieces.map(({ text }) => gramsOf(text, language));
  const learn = (aspect: Aspect): AspectDetector => {
    const labels = pieces.map(({ aspects }) => (aspects.some((one) => one.aspect === aspect) ? 1 : 0));
    const { weights, bias } = trainLogisticRegression({ vectors, labels, size: GRAMS.places }, PRIOR);
    return { bias: Number(bias.toFixed(DIGITS)), threshold: 0, grams: toGramWeights(weights) };
  };
  const [PRICE, DELIVERY, QUALITY, SERVICE] = ASPECTS.map(learn);
  if (!PRICE || !DELIVERY || !QUALITY || !SERVICE) throw new TypeError('An aspect was not learned.');
  return { PRICE, DELIVERY, QUALITY, SERVICE };
}
