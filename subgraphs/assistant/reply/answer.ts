import type { Article } from '../retrieval/article.ts';

/** An answer before it is written out: sentences, each of one or more articles. */
export interface Sentence {
  readonly text: string;
  /** The articles that say it. */
  readonly articles: readonly Article[];
}

export interface WrittenAnswer {
  readonly text: string;
  /** In the order of their numbers in the text. */
  readonly citations: readonly Article[];
}

/** Numbers the articles in the order in which they are first cited; what one article says in a row is numbered once. */
export function writeAnswer(sentences: readonly Sentence[]): WrittenAnswer {
  const citations: Article[] = [];
  const numbers = (articles: readonly Article[]): string =>
    articles
      .map((article) => {
        if (!citations.some(({ id }) => id === article.id)) citations.push(article);
        return `[${citations.findIndex(({ id }) => id === article.id) + 1}]`;
      })
      .join('');
  const written = sentences.map(({ text, articles }, place) => {
    const own = numbers(articles);
    const next = sentences[place + 1];
    const goesOn = next !== undefined && idsOf(next.articles) === idsOf(articles);
    return goesOn ? text : `${text} ${own}`;
  });
  return { text: written.join(' '), citations };
}

function idsOf(articles: readonly Article[]): string {
  return articles.map(({ id }) => id).join(' ');
}
