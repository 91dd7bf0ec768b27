import type { ModelHandle, Predicted, PredictOptions } from '../../kit/model/handle.ts';
import type { AspectInput } from './aspectDetection.ts';
import { type AspectJudgement, type Detection, judgeAspects } from './aspects/aspectModel.ts';
import type { GivenLanguage } from './guessLanguage.ts';
import type { Judgement } from './judgement.ts';
import type { Language } from './languages.ts';

export interface SentimentModels {
  /** English. */
  readonly sentiment: ModelHandle<string, Judgement>;
  readonly indonesian: ModelHandle<string, Judgement>;
  readonly aspects: ModelHandle<AspectInput, readonly Detection[]>;
}

interface JudgingContext extends PredictOptions {
  readonly models: SentimentModels;
}

/** A text, and how it speaks. */
export interface JudgedText extends GivenLanguage {
  readonly text: string;
  readonly predicted: Predicted<Judgement>;
}

/** Judges a text by the model of its language. */
export async function judgeIn(given: GivenLanguage, text: string, context: JudgingContext): Promise<JudgedText> {
  return { ...given, text, predicted: await modelOf(given.language, context.models).predict(text, context) };
}

/** What a text judges, and how: its parts are judged as texts of their own, which are often known already. */
export async function judgeAspectsOf(
  { text, language, predicted }: JudgedText,
  context: JudgingContext,
): Promise<readonly AspectJudgement[]> {
  const { output: detections } = await context.models.aspects.predict({ text, language }, context);
  const parts = [...new Set(detections.map(({ part }) => part))].filter((part) => part !== text);
  const model = modelOf(language, context.models);
  const scores = await Promise.all(
    parts.map(async (part) => [part, (await model.predict(part, context)).output.score] as const),
  );
  return judgeAspects(detections, predicted.output.score, new Map(scores));
}

function modelOf(language: Language, { sentiment, indonesian }: SentimentModels): ModelHandle<string, Judgement> {
  return language === 'en' ? sentiment : indonesian;
}
