import { CodedError } from '../../kit/errors.ts';
import type { Predicted, PredictOptions } from '../../kit/model/handle.ts';
import { embedQuery } from './embedQuery.ts';
import type { Encoded } from './encoder.ts';
import { isLatin } from './input.ts';
import { NO_FILTERS } from './retrieval/filters.ts';
import type { Hit } from './retrieval/searchIndex.ts';
import type { Searching } from './searchProducts.ts';

/** What follows is not read: a message that has not named a product by then hardly will. */
const MAX_READ = 1_000;

/** Those that there is a figure for. */
const LANGUAGES = ['en', 'id'] as const;
type Language = (typeof LANGUAGES)[number];

export interface RelatedProducts {
  readonly hits: readonly Hit[];
  readonly degraded: boolean;
  readonly predicted: Predicted<Encoded>;
}

/**
 * The products that a message is about, or that would serve.
 * @param code of its language; null when nobody could tell
 * @throws CodedError `UNSUPPORTED_LANGUAGE`
 */
export async function relateProducts(
  { message, code, first }: { readonly message: string; readonly code: string | null; readonly first: number },
  { index, encoder }: Searching,
  options: PredictOptions,
): Promise<RelatedProducts> {
  const text = message.slice(0, MAX_READ);
  const language = readLanguage(text, code);
  const { thread, modelVersion } = await index.served();
  const reading = await thread.ask('read', { text, asking: { as: 'message', language } });
  const { predicted, vector } = await embedQuery(reading.english || text, modelVersion, encoder, options);
  const { fusion } = predicted.output;
  const found = await thread.ask('search', {
    ...{
      terms: reading.terms,
      vector,
      fusion,
      threshold: fusion.inquiryThreshold,
      filters: NO_FILTERS,
      after: null,
      first,
    },
  });
  return {
    // Of a message without a word that may be of a product nothing is known.
    hits: reading.english === '' ? [] : found.hits,
    degraded: predicted.degraded || !found.whole || language === null,
    predicted,
  };
}

function readLanguage(text: string, code: string | null): Language | null {
  const known = LANGUAGES.find((language) => language === code);
  if (known !== undefined) return known;
  if (code === null && isLatin(text)) return null;
  throw new CodedError(
    'UNSUPPORTED_LANGUAGE',
    `Products are found for messages in the languages ${LANGUAGES.join(', ')}; this one is in ${code === null ? 'another script' : JSON.stringify(code.slice(0, 20))}.`,
  );
}
