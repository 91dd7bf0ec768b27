/**
 * Measured on 160 product reviews of 8 to 86 tokens with MiniLM: padding by at most 4 or 8 tokens takes 8% less time
 * than running each alone, by 16 it gains nothing, and padding all to the longest takes twice the time.
 */
const MAX_PADDING = 4;
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
