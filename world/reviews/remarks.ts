/** A sentence or more by what it is about, so that a review never says two things of one aspect. */
export type ByAspect = Readonly<Record<string, string | readonly string[]>>;

/**
 * What customers say of a thing. Slots in the sentences: `{thing}` what they call it, `{who}` somebody close to the writer, `{town}` where the writer
 * lives, `{time}` how long it was in use, `{soon}` a short time after which it failed.
 */
export interface Remarks {
  /** What pleases. */
  readonly likes: ByAspect;
  /** What bothers without spoiling it. */
  readonly niggles: ByAspect;
  /** What makes a buyer regret it. */
  readonly faults: ByAspect;
}

/** How a thing is used, which decides what may be said of the buying and the using. */
export type Use = 'device' | 'thing' | 'worn' | 'applied' | 'eaten' | 'supply';

/** What may be said of any product of one kind. */
export interface KindRemarks extends Remarks {
  readonly use: Use;
}
