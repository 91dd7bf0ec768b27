import { z } from 'zod';
import type { Database } from '../../../kit/database/database.ts';
import { defineJob } from '../../../kit/jobs/defineJob.ts';
import type { Jobs } from '../../../kit/jobs/jobs.ts';
import { contentOf, type Encoder, embedProducts } from '../products/embedProducts.ts';
import { productProjection } from '../products/productProjection.ts';
import { ProductTables, serveIndex } from '../products/productTables.ts';

/** Whoever has it may have models trained, and products embedded anew. */
export const TRAIN_SCOPE = 'models:train';

const PAGE = 1_000;
/** One core embeds 100,000 products in about half an hour. */
const TIMEOUT_MS = 6 * 3_600_000;

/** What is stored of a job and read again. */
export const searchReindex = z.strictObject({
  indexVersion: z.number().int(),
  previous: z.number().int(),
  products: z.number().int(),
  model: z.strictObject({ name: z.string(), version: z.string() }),
});
export type SearchReindex = z.infer<typeof searchReindex>;

interface Services {
  readonly database: Database;
  readonly models: { readonly encoder: Encoder };
  jobs(): Promise<Pick<Jobs, 'changes'>>;
}

/**
 * Reads all products of catalog anew, embeds them into a set of its own, and has that searched instead of the one before in
 * the step that ends the job. Another attempt goes on with what is embedded. What changes meanwhile is embedded by whoever
 * searches next.
 */
export const reindexSearch = defineJob<null, SearchReindex, Services>({
  kind: 'search.reindex',
  input: z.null(),
  timeoutMs: TIMEOUT_MS,
  handler: async (_, { id, services, signal, progress, commit }) => {
    const tables = new ProductTables(services.database);
    const { encoder } = services.models;
    const { name, version } = encoder.manifest;
    const indexNumber = await tables.indexOf(id);
    progress(0, null, 'reading the products of catalog');
    const { changes } = await services.jobs();
    await unlessAborted(signal, changes.rebuild(productProjection));
    const total = await tables.countProducts();
    let done = 0;
    for (let after = ''; ; ) {
      signal.throwIfAborted();
      const products = await tables.productsAfter(after, PAGE);
      const contents = products.map((product) => contentOf(product, encoder.manifest));
      const there = await tables.embeddings(
        indexNumber,
        contents.map(({ key }) => key),
      );
      const missing = contents.filter(({ key }) => !there.has(key));
      done += contents.length - missing.length;
      const onEmbedded = (embedded: readonly unknown[]): void => {
        done += embedded.length;
        progress(done, Math.max(total, done), 'embedding');
      };
      await embedProducts(missing, indexNumber, { encoder, version, tables, signal, onEmbedded });
      const last = products.at(-1);
      if (last === undefined || products.length < PAGE) break;
      after = last.id;
    }
    return commit(async (transaction) => ({
      indexVersion: indexNumber,
      previous: await serveIndex(transaction, indexNumber),
      products: done,
      model: { name, version },
    }));
  },
});

/** A rebuild goes on by itself, for as long as it takes; a job that is not wanted any more does not wait for it. */
async function unlessAborted(signal: AbortSignal, work: Promise<void>): Promise<void> {
  let stop = (): void => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
