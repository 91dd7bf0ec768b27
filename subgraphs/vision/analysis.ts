import type { Look } from './picture/lookAt.ts';
import type { ImageTagLabel } from './schema.generated.ts';

/** The classes of the network, in its order. */
export const MODERATION_LABELS = ['DRAWING', 'HENTAI', 'NEUTRAL', 'PORN', 'SEXY'] as const;

export interface Tag {
  readonly label: ImageTagLabel;
  readonly confidence: number;
}

export interface Moderation {
  readonly decision: 'CLEAR' | 'REVIEW';
  /** In the order of `MODERATION_LABELS`. */
  readonly scores: readonly number[];
}

/** What a model of the island makes of a picture; what only the network can tell is empty or null of another. */
export interface Analysis extends Look {
  /** The surest first. */
  readonly tags: readonly Tag[];
  readonly moderation: Moderation | null;
  /** Of length 1: pictures of like things have vectors of like directions. */
  readonly embedding: Float32Array | null;
}
