import type { ModelHandle } from '../../../kit/model/handle.ts';
import { forManyListeners } from '../../../kit/requestContext.ts';
import type { ReadText } from '../encoder.ts';
import type { ArticleTables, Passage } from './articleTables.ts';

/** So many are under way at once, of the 1,000 that may wait for a model; nobody waits for them. */
const TOGETHER = 32;

export type Encoder = Pick<ModelHandle<ReadText, Float32Array>, 'predict' | 'manifest'>;

/** Embeds passages in time that nobody who waits needs, and stores them as they come: who begins anew has fewer to do. */
export async function embedPassages(
  passages: readonly Passage[],
  indexNumber: number,
  {
    encoder,
    version,
    tables,
    signal,
    onProgress = () => {},
  }: {
    readonly encoder: Encoder;
    readonly version: string;
    readonly tables: ArticleTables;
    readonly signal: AbortSignal;
    readonly onProgress?: (done: number) => void;
  },
): Promise<ReadonlyMap<string, Float32Array>> {
  const all = new Map<string, Float32Array>();
  for (let start = 0; start < passages.length; start += TOGETHER) {
    const embedded = await Promise.all(
      passages.slice(start, start + TOGETHER).map(async (passage) => {
        const { text, language } = passage;
        const options = { signal: forManyListeners(signal), priority: 'batch', version } as const;
        const { output } = await encoder.predict({ text, language, as: 'passage' }, options);
        return [passage, output] as const;
      }),
    );
    await tables.addEmbeddings(indexNumber, embedded);
    for (const [{ key }, vector] of embedded) all.set(key.toString('hex'), vector);
    onProgress(all.size);
  }
  return all;
}
