import { createHash } from 'node:crypto';
import type { ModelHandle } from '../../../kit/model/handle.ts';
import { forManyListeners } from '../../../kit/requestContext.ts';
import type { Encoded, ReadText } from '../encoder.ts';
import { embeddedText, type IndexedProduct } from '../retrieval/product.ts';
import { type Quantised, quantise } from '../retrieval/quantised.ts';
import type { ProductTables } from './productTables.ts';

/** So many are under way at once, of the 1,000 that may wait for a model; nobody waits for them. */
const TOGETHER = 32;

export type Encoder = Pick<ModelHandle<ReadText, Encoded>, 'predict' | 'manifest'>;

/** What of a product has an embedding, or is to have one. */
export interface Content {
  readonly productId: string;
  /** Of the model's version and the text, in hexadecimal. */
  readonly key: string;
  readonly text: string;
}

export function contentOf(product: IndexedProduct, { name, version }: Encoder['manifest']): Content {
  const text = embeddedText(product);
  const key = createHash('sha256')
    .update(JSON.stringify([name, version, text]))
    .digest('hex');
  return { productId: product.id, key, text };
}

/** Embeds contents in time that nobody who waits needs, and stores them as they come: who begins anew has fewer to do. */
export async function embedProducts(
  contents: readonly Content[],
  indexNumber: number,
  {
    encoder,
    version,
    tables,
    signal,
    onEmbedded,
  }: {
    readonly encoder: Encoder;
    readonly version: string;
    readonly tables: ProductTables;
    readonly signal: AbortSignal;
    readonly onEmbedded: (embedded: readonly (readonly [Content, Quantised])[]) => Promise<void> | void;
  },
): Promise<void> {
  for (let start = 0; start < contents.length; start += TOGETHER) {
    const embedded = await Promise.all(
      contents.slice(start, start + TOGETHER).map(async (content) => {
        const options = { signal: forManyListeners(signal), priority: 'batch', version } as const;
        const { output } = await encoder.predict({ text: content.text, as: 'product' }, options);
        if (output.vector === null) throw new TypeError('The model that embeds products gave no vector.');
        return [content, quantise(output.vector)] as const;
      }),
    );
    await tables.addEmbeddings(
      indexNumber,
      embedded.map(([{ key }, vector]) => [key, vector]),
    );
    await onEmbedded(embedded);
  }
}
