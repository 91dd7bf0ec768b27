import type { Article } from './article.ts';
import { sentencesOf } from './sentencesOf.ts';

/** What of an article is embedded: its title, then each of its sentences, which says little without the title before it. */
export function passagesOf({ title, body }: Pick<Article, 'title' | 'body'>): readonly string[] {
  return [title, ...sentencesOf(body).map((sentence) => `${title}. ${sentence}`)];
}
