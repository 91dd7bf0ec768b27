import type { Found } from '../findArticles.ts';
import type { Article } from '../retrieval/article.ts';
import type { Match } from '../retrieval/languageIndex.ts';
import { sentencesOf } from '../retrieval/sentencesOf.ts';
import type { Sentence } from './answer.ts';

/** Enough to tell what to do, and short enough to be read. */
const SENTENCES = 4;
/** A second article is quoted too when it is at least so likely. */
const ALSO_LIKELY = 0.25;
const SENTENCES_OF_SECOND = 2;

/** What of the likeliest articles is told: of each what it begins with, and the sentences in a row that fit the message best. */
export function quote({ hits }: Pick<Found, 'hits'>): readonly Sentence[] {
  return hits
    .slice(0, 2)
    .filter(({ probability }, place) => place === 0 || probability >= ALSO_LIKELY)
    .flatMap(({ match: { article, sentences } }, place) =>
      tell(sentences, place === 0 ? SENTENCES : SENTENCES_OF_SECOND).map(({ text }) => ({
        text,
        articles: [article],
      })),
    );
}

/** Words by which a sentence leans on the one before it. */
const LEANING =
  /^(?:then|otherwise|after that|instead|also|but|so|and|it|they|this|that|these|those|both|either|kemudian|lalu|setelah itu|selain itu|namun|tetapi|jika tidak|kalau tidak|itu|ini|keduanya)\b/iu;

/** An article says first what it is about: without that, a condition or an exception is told as if it were the answer. */
function tell([first, ...others]: Match['sentences'], length: number): Match['sentences'] {
  return first === undefined ? [] : [first, ...bestInARow(others, length - 1)];
}

/** Sentences that follow each other. A row that begins with "Then one of…" would leave out its beginning. */
function bestInARow(sentences: Match['sentences'], length: number): Match['sentences'] {
  const rows = sentences
    .slice(0, Math.max(1, sentences.length - length + 1))
    .map((_, start) => sentences.slice(start, start + length))
    .filter((row, start) => start === 0 || !LEANING.test(row[0]?.text ?? ''));
  const fitOf = (row: Match['sentences']): number => row.reduce((sum, { fit }) => sum + fit, 0);
  return rows.reduce((best, row) => (fitOf(row) > fitOf(best) ? row : best), rows[0] ?? []);
}

/** @throws TypeError for a sentence that its article does not have, word for word: such a reply must not be sent. */
export function checkQuoted(sentences: readonly Sentence[]): readonly Sentence[] {
  const says = (article: Article, text: string): boolean => sentencesOf(article.body).includes(text);
  for (const { text, articles } of sentences) {
    if (articles.length > 0 && articles.every((article) => says(article, text))) continue;
    throw new TypeError('A reply has a sentence that none of its citations has.');
  }
  return sentences;
}
