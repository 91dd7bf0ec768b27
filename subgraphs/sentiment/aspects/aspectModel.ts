import { z } from 'zod';
import { characterGrams, type TextVector } from '../../../kit/model/text/characterGrams.ts';
import { ASPECTS, type Aspect } from '../aspects.ts';
import { type GramWeights, gramWeightsSchema, weighGrams, writeGramWeights } from '../grams/gramWeights.ts';
import type { Judgement } from '../judgement.ts';
import { LANGUAGES, type Language } from '../languages.ts';
import { standardWords } from '../words/indonesian.ts';
import { readWords } from '../words/terms.ts';
import { partsOf } from './parts.ts';

export const GRAMS = { from: 3, to: 6, places: 8_192, maxCharacters: 1_200 };

/** A logistic regression that tells whether a part of a text is about an aspect. */
export interface AspectDetector {
  readonly bias: number;
  readonly grams: GramWeights;
  /** An aspect is told where the probability that it is meant, times that of the label, is at least this. */
  readonly threshold: number;
}

export type AspectDetectors = Readonly<Record<Language, Readonly<Record<Aspect, AspectDetector>>>>;

/** What a text may judge: the part that is likeliest about it. */
export interface Detection {
  readonly aspect: Aspect;
  readonly probability: number;
  readonly part: string;
  readonly threshold: number;
}

/** What a text judges, and how. */
export interface AspectJudgement {
  readonly aspect: Aspect;
  readonly label: Judgement['label'];
  /** That the text judges the aspect so, 0 to 1. */
  readonly confidence: number;
}

export function gramsOf(text: string, language: Language): TextVector {
  const words = readWords(text);
  return characterGrams((language === 'id' ? standardWords(words) : words).join(' '), GRAMS);
}

/** Each aspect that may reach its threshold, with the part that is likeliest about it. */
export function detectAspects(
  detectors: Readonly<Record<Aspect, AspectDetector>>,
  text: string,
  language: Language,
): readonly Detection[] {
  const parts = partsOf(text).map((part) => ({ part, grams: gramsOf(part, language) }));
  return ASPECTS.flatMap((aspect) => {
    const { bias, grams, threshold } = detectors[aspect];
    const found = parts.map((each) => ({
      part: each.part,
      probability: sigmoid(bias + weighGrams(grams, each.grams)),
    }));
    const [best] = found.sort((a, b) => b.probability - a.probability);
    return best && best.probability >= threshold ? [{ aspect, threshold, ...best }] : [];
  });
}

/**
 * How a text judges what was detected.
 * @param whole score of the text
 * @param scores of the parts: the label is that of part and text together, since a part alone may be too short to tell.
 */
export function judgeAspects(
  detections: readonly Detection[],
  whole: number,
  scores: ReadonlyMap<string, number>,
): readonly AspectJudgement[] {
  return detections.flatMap(({ aspect, probability, part, threshold }) => {
    const positive = sigmoid((logOdds(whole) + logOdds(scores.get(part) ?? whole)) / 2);
    const confidence = probability * Math.max(positive, 1 - positive);
    return confidence >= threshold ? [{ aspect, label: positive >= 0.5 ? 'POSITIVE' : 'NEGATIVE', confidence }] : [];
  });
}

/** Beyond it scores are too near to 1 to be told apart. */
const LARGEST = 1 - 1e-9;

function logOdds(score: number): number {
  return 2 * Math.atanh(Math.max(-LARGEST, Math.min(LARGEST, score)));
}

function sigmoid(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}

const detector = z.strictObject({ bias: z.number(), threshold: z.number().min(0), grams: gramWeightsSchema });
const byAspect = z.strictObject({ PRICE: detector, DELIVERY: detector, QUALITY: detector, SERVICE: detector });
const weightsSchema = z.strictObject({ en: byAspect, id: byAspect });

/** told.json: the aspects that held-out figures allow to tell. */
export const toldSchema = z.strictObject({ en: z.array(z.enum(ASPECTS)), id: z.array(z.enum(ASPECTS)) });
export type Told = z.infer<typeof toldSchema>;

/** @throws ZodError when the text is not what `formatDetectors` makes. */
export function parseDetectors(json: string): AspectDetectors {
  return weightsSchema.parse(JSON.parse(json));
}

/** One line a detector, so that a change shows as such in version control. */
export function formatDetectors(detectors: AspectDetectors): string {
  const languages = LANGUAGES.map((language) => {
    const lines = ASPECTS.map((aspect) => {
      const { grams, ...rest } = detectors[language][aspect];
      return `${JSON.stringify(aspect)}:${JSON.stringify({ ...rest, grams: writeGramWeights(grams) })}`;
    });
    return `${JSON.stringify(language)}:{\n${lines.join(',\n')}}`;
  });
  return `{${languages.join(',\n')}}\n`;
}
