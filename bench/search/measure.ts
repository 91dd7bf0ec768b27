/** What a number of calls took, one after another. */
export interface Latency {
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Processor time of each, of all threads of the process: the same on a machine that has other things to do. */
  readonly cpuMs: number;
}

export async function latencyOf<Item>(items: readonly Item[], call: (item: Item) => unknown): Promise<Latency> {
  const times: number[] = [];
  const before = process.cpuUsage();
  for (const item of items) {
    const startedAt = performance.now();
    await call(item);
    times.push(performance.now() - startedAt);
  }
  const { user, system } = process.cpuUsage(before);
  times.sort((one, other) => one - other);
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0;
  return { p50Ms: at(0.5), p99Ms: at(0.99), cpuMs: (user + system) / 1_000 / items.length };
}

/** The nearest by scores, the nearest first. */
export function best(scores: Float32Array, count: number): readonly number[] {
  const top: number[] = [];
  for (const [row, score] of scores.entries()) {
    if (top.length === count && score <= (scores[top[count - 1] ?? 0] ?? 0)) continue;
    const place = top.findIndex((other) => (scores[other] ?? 0) < score);
    top.splice(place < 0 ? top.length : place, 0, row);
    if (top.length > count) top.pop();
  }
  return top;
}

/** Of what is truly among the nearest, the share that was found, over all queries. */
export function recall(truth: readonly (readonly number[])[], found: readonly (readonly number[])[]): number {
  const shares = truth.map((rows, at) => rows.filter((row) => found[at]?.includes(row)).length / rows.length);
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}
