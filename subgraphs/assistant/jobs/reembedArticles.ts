import { z } from 'zod';
import type { Database } from '../../../kit/database/database.ts';
import { defineJob } from '../../../kit/jobs/defineJob.ts';
import { ArticleTables, passagesToEmbed, serveIndex } from '../articles/articleTables.ts';
import { type Encoder, embedPassages } from '../articles/embedPassages.ts';

/** Whoever has it may have models trained, and articles embedded anew. */
export const TRAIN_SCOPE = 'models:train';

/** What is stored of a job and read again. */
export const articleEmbedding = z.strictObject({
  indexVersion: z.number().int(),
  previous: z.number().int(),
  articles: z.number().int(),
  passages: z.number().int(),
  model: z.strictObject({ name: z.string(), version: z.string() }),
});
export type ArticleEmbedding = z.infer<typeof articleEmbedding>;

interface Services {
  readonly database: Database;
  readonly models: { readonly encoder: Encoder };
}

/**
 * Embeds all articles into an index of its own, and has it searched instead of the one before in the step that ends the job.
 * Another attempt goes on with what is there. What changes meanwhile is embedded by whoever searches next.
 */
export const reembedArticles = defineJob<null, ArticleEmbedding, Services>({
  kind: 'assistant.reembedArticles',
  input: z.null(),
  handler: async (_, { id, services, signal, progress, commit }) => {
    const tables = new ArticleTables(services.database);
    const { encoder } = services.models;
    const { name, version } = encoder.manifest;
    const indexNumber = await tables.indexOf(id);
    const articles = await tables.articles();
    const there = await tables.embeddings(indexNumber);
    const passages = articles.flatMap((article) => passagesToEmbed(article, `${name} ${version}`));
    const missing = passages.filter(({ key }) => !there.has(key.toString('hex')));
    const before = passages.length - missing.length;
    progress(before, passages.length);
    const onProgress = (done: number): void => progress(before + done, passages.length);
    await embedPassages(missing, indexNumber, { encoder, version, tables, signal, onProgress });
    return commit(async (transaction) => ({
      indexVersion: indexNumber,
      previous: await serveIndex(transaction, indexNumber),
      articles: articles.length,
      passages: passages.length,
      model: { name, version },
    }));
  },
});
