import type { Database } from '../../kit/database/database.ts';
import { articles } from '../../world/articles.ts';
import { articleProjection } from './articles/articleProjection.ts';
import type { Article } from './retrieval/article.ts';

/** Articles of the demo world, few enough for a test to embed. */
export function worldArticles(...names: readonly string[]): readonly Article[] {
  return articles.filter(({ id, language }) => names.some((name) => id === `article-${name}-${language}`));
}

/** As if their owner had told of them. */
export async function keep(database: Database, kept: readonly Article[], version = 1): Promise<void> {
  await database.transaction(async (transaction) => {
    for (const { id, ...payload } of kept) await articleProjection.apply(transaction, { id, version, payload });
  });
}
