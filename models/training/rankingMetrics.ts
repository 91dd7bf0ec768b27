/** What a model said of an item that it did not learn from. Only the order of scores counts here. */
export interface Ranked {
  readonly score: number;
  readonly positive: boolean;
}

/** Area under the ROC curve: how often a positive item is ranked above a negative one, ties by half; NaN without both. */
export function areaUnderCurve(ranked: readonly Ranked[]): number {
  const sorted = [...ranked].sort((a, b) => a.score - b.score);
  let [rankSum, positives] = [0, 0];
  for (let start = 0; start < sorted.length; ) {
    let end = start;
    while (end < sorted.length && sorted[end]?.score === sorted[start]?.score) end++;
    const tied = sorted.slice(start, end).filter(({ positive }) => positive).length;
    // Ranks from 1: tied items share the mean of theirs.
    rankSum += (tied * (start + 1 + end)) / 2;
    positives += tied;
    start = end;
  }
  const pairs = positives * (sorted.length - positives);
  return (rankSum - (positives * (positives + 1)) / 2) / pairs;
}
