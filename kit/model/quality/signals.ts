/**
 * What a model noticed about one item, beside its answer: what monitoring lives on. A model tells those it has; all are
 * plain numbers, so that counting them takes the same short time whatever the item.
 */
export interface Signals {
  /** The class it chose, one of the manifest's `labels`. */
  readonly label?: string;
  /** Calibrated probability that the answer is right, 0 to 1. */
  readonly confidence?: number;
  /** Probability of the chosen class minus that of the next, 0 to 1. */
  readonly margin?: number;
  /** How long the input is, in tokens or another unit of the model's; at least 1. */
  readonly length?: number;
  /** Share of the input's tokens that the model's vocabulary does not have, 0 to 1. */
  readonly unknownTokens?: number;
  /** Euclidean length of the input's embedding, before it is set to 1. */
  readonly embeddingNorm?: number;
}
