import { CodedError } from '../../kit/errors.ts';
import type { ModelHandle, Predicted, PredictOptions } from '../../kit/model/handle.ts';
import { leaveTimeToFallBack, mayFallBack } from '../../kit/model/prediction/fallBack.ts';
import type { ArticleIndex, ArticleIndexes } from './articles/articleIndexes.ts';
import type { ReadText } from './encoder.ts';
import type { RankerItem, Ranking } from './ranking.ts';
import type { Match } from './retrieval/languageIndex.ts';
import { guessLanguage, isLanguage, LANGUAGES, type Language } from './text/language.ts';

/** What follows is not read: a message that has not said by then what it wants is for a person. */
const MAX_READ = 2_000;

export interface Finding {
  readonly indexes: ArticleIndexes;
  readonly encoder: Pick<ModelHandle<ReadText, Float32Array>, 'predict'>;
  /** Ranks by words and meaning, its fallback by words alone where there is no meaning to compare. */
  readonly ranker: Pick<ModelHandle<RankerItem, Ranking>, 'predict'>;
}

export interface Asked {
  readonly text: string;
  /** Null when it could not be told. */
  readonly language: string | null;
  readonly topic: string | null;
}

export interface Found {
  readonly language: Language;
  /** Whether the language was guessed, or meaning could not be compared. */
  readonly degraded: boolean;
  readonly predicted: Predicted<Ranking>;
  /** The likeliest first. */
  readonly hits: readonly { readonly match: Match; readonly probability: number }[];
}

/**
 * Finds the articles that may answer.
 * @throws CodedError `UNSUPPORTED_LANGUAGE`
 */
export async function findArticles(
  { text, language: told, topic }: Asked,
  { indexes, encoder, ranker }: Finding,
  options: PredictOptions,
): Promise<Found> {
  const language = readLanguage(text, told);
  const question = { text: text.slice(0, MAX_READ), topic };
  const index = await indexes.current();
  const articles = index.languages[language];
  const vector = articles.embedded ? await embed(question.text, language, index, encoder, options) : null;
  const matches = articles.match(question, vector);
  const item = {
    language,
    topicKnown: topic !== null,
    articles: matches.map((match) => [...match.words, ...(match.meaning ?? [])]),
  };
  const predicted = await ranker.predict(item, { ...options, dataVersion: index.dataVersion });
  const hits = predicted.output.best.flatMap(({ article, probability }) => {
    const match = matches[article];
    return match === undefined ? [] : [{ match, probability }];
  });
  return { language, degraded: told === null || predicted.degraded, predicted, hits };
}

function readLanguage(text: string, told: string | null): Language {
  const language = told ?? guessLanguage(text);
  if (language !== null && isLanguage(language)) return language;
  throw new CodedError(
    'UNSUPPORTED_LANGUAGE',
    `Expected a message in one of the languages ${LANGUAGES.join(', ')}; got ${told === null ? 'one in another script' : JSON.stringify(told)}. A person has to answer it.`,
  );
}

/** Null where the encoder cannot answer in time: words are compared then. */
async function embed(
  text: string,
  language: Language,
  { encoderVersion }: ArticleIndex,
  encoder: Finding['encoder'],
  options: PredictOptions,
): Promise<Float32Array | null> {
  try {
    const item = { text, language, as: 'question' } as const;
    const { output } = await encoder.predict(item, { ...leaveTimeToFallBack(options), version: encoderVersion });
    return output;
  } catch (error) {
    // NOT_FOUND: that version is not served any more, and the next index is not there yet.
    const known = mayFallBack(error) || (error instanceof CodedError && error.code === 'NOT_FOUND');
    if (options.signal?.aborted || !known) throw error;
    return null;
  }
}
