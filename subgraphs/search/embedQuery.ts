import { CodedError } from '../../kit/errors.ts';
import type { ModelHandle, Predicted, PredictOptions } from '../../kit/model/handle.ts';
import type { Encoded, ReadText } from './encoder.ts';
import { type Quantised, quantise } from './retrieval/quantised.ts';

export interface EmbeddedQuery {
  readonly predicted: Predicted<Encoded>;
  /** Null where words alone can be compared. */
  readonly vector: Quantised | null;
}

/** @param version by which the products are embedded: vectors of two models have nothing in common. */
export async function embedQuery(
  english: string,
  version: string,
  encoder: Pick<ModelHandle<ReadText, Encoded>, 'predict'>,
  options: PredictOptions,
): Promise<EmbeddedQuery> {
  const item = { text: english, as: 'query' } as const;
  try {
    const predicted = await encoder.predict(item, { ...options, version });
    const { vector } = predicted.output;
    return { predicted, vector: vector && quantise(vector) };
  } catch (error) {
    // That version is not served any more, and the products are not embedded by the next one yet.
    if (!(error instanceof CodedError) || error.code !== 'NOT_FOUND') throw error;
    const predicted = await encoder.predict(item, options);
    return { predicted: { ...predicted, degraded: true }, vector: null };
  }
}
