/**
 * Padding one text by this many tokens costs less than a run of its own would (one run costs about as much as 20
 * tokens on top of its tokens), so a batch is never slower than its texts one by one.
 */
const MAX_PADDING = 8;
/** Larger runs gain no speed and the session's arena keeps their memory for ever. */
const MAX_TOKENS = 512;

export interface LengthGroup {
  /** Tokens of the longest member, to which the others are padded. */
  readonly length: number;
  /** Indices into the lengths given. */
  readonly members: readonly number[];
}

/** Splits texts, given by their lengths in tokens, into groups that are worth running padded to one length. */
export function groupByLength(lengths: readonly number[]): readonly LengthGroup[] {
  const longestFirst = lengths.map((length, index) => ({ length, index })).sort((a, b) => b.length - a.length);
  const groups: { length: number; members: number[] }[] = [];
  for (const { length, index } of longestFirst) {
    const group = groups.at(-1);
    const fits =
      group !== undefined &&
      group.length - length <= MAX_PADDING &&
      group.length * (group.members.length + 1) <= MAX_TOKENS;
    if (fits) group.members.push(index);
    else groups.push({ length, members: [index] });
  }
  return groups;
}
