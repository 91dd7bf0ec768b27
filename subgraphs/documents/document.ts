import { CodedError } from '../../kit/errors.ts';
import type { ModelHandle, Predicted, PredictOptions } from '../../kit/model/handle.ts';
import type { Judgement, Kind, Language } from './kinds.ts';
import type { Reading } from './reading.ts';
import { guessLanguage, isOtherScript } from './text/guessLanguage.ts';

/** What stands in a document, and what it therefore is. */
export interface Document extends Reading {
  readonly language: Language | null;
  readonly predicted: Predicted<Judgement>;
}

export async function toDocument(
  reading: Reading,
  kinds: ModelHandle<string, Judgement>,
  options: PredictOptions,
): Promise<Document> {
  return { ...reading, language: guessLanguage(reading.text), predicted: await kinds.predict(reading.text, options) };
}

/**
 * The kind that may be told.
 * @throws CodedError `UNSUPPORTED_LANGUAGE` for a text in another script than the model's languages.
 */
export function kindOf({ text, predicted }: Document): Kind | null {
  if (!isOtherScript(text)) return predicted.output.kind;
  throw new CodedError(
    'UNSUPPORTED_LANGUAGE',
    'The kind of a document is told in English and Indonesian; most of this one is in another script.',
  );
}
