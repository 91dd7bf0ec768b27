import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const schema = z.array(
  z.strictObject({
    id: z.string(),
    query: z.string().min(1),
    /** Products that answer it, by id. */
    relevant: z.array(z.string()).min(1),
    /** Choices are made on `dev`; `test` is for the figures that are told. */
    split: z.enum(['dev', 'test']),
  }),
);

export type Query = z.infer<typeof schema>[number];
export type Split = Query['split'];

/**
 * The queries, written by hand before any encoder was judged by them.
 * @throws when one names a product that is not sold.
 */
export async function readQueries(sold: ReadonlySet<string>): Promise<readonly Query[]> {
  const queries = schema.parse(JSON.parse(await readFile(new URL('./queries.json', import.meta.url), 'utf8')));
  for (const { id, relevant } of queries) {
    const unknown = relevant.find((product) => !sold.has(product));
    if (unknown !== undefined) throw new Error(`The query ${id} wants ${unknown}, which is not sold.`);
  }
  return queries;
}
