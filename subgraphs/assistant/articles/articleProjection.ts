import { z } from 'zod';
import { defineProjection } from '../../../kit/changes/defineProjection.ts';
import type { Transaction } from '../../../kit/database/database.ts';

const MAX_TITLE = 1_000;
const MAX_BODY = 100_000;

const payload = z.object({
  title: z.string().max(MAX_TITLE, { error: `a title of at most ${MAX_TITLE} characters` }),
  body: z.string().max(MAX_BODY, { error: `a body of at most ${MAX_BODY} characters` }),
  language: z.string().regex(/^[a-z]{2,3}$/, { error: 'the code of a language, such as en' }),
  topic: z.string().nullish().default(null),
});

interface ArticlePage {
  readonly articles: {
    readonly nodes: readonly (z.input<typeof payload> & { readonly id: string; readonly version: number })[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

const PAGE = `query ArticlesToAnswerFrom($after: String) {
  articles(first: 50, after: $after) {
    nodes { id version title body language topic }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** The knowledge base of support, as far as answers are made from it. */
export const articleProjection = defineProjection({
  consumer: 'assistant',
  entity: 'Article',
  payload,
  identity: { subject: 'assistant', tenant: null, scopes: [] },
  apply: async (transaction, { id, version, payload: article }) => {
    if (article === null) await transaction.query('delete from assistant.articles where id = $1', [id]);
    else {
      await transaction.query(
        `insert into assistant.articles (id, language, title, body, topic, version) values ($1, $2, $3, $4, $5, $6)
         on conflict (id) do update set language = $2, title = $3, body = $4, topic = $5, version = $6`,
        [id, article.language, article.title, article.body, article.topic, version],
      );
    }
    await bumpRevision(transaction);
  },
  clear: async (transaction) => {
    await transaction.query('delete from assistant.articles');
    await bumpRevision(transaction);
  },
  async *rebuild(ask) {
    for (let after: string | null = null; ; ) {
      const { articles }: ArticlePage = await ask(PAGE, { after });
      for (const { id, version, ...article } of articles.nodes) yield { id, version, payload: article };
      if (!articles.pageInfo.hasNextPage) return;
      after = articles.pageInfo.endCursor;
    }
  },
});

/** Processes that hold the articles in memory read them anew. */
async function bumpRevision(transaction: Transaction): Promise<void> {
  await transaction.query('update assistant.served set revision = revision + 1');
}
