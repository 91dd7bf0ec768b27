/**
 * The items in batches of `size`, the last of which may be smaller.
 * Rejects as soon as the signal aborts, also when the source does not heed it.
 */
export async function* inBatches<Item>(
  source: AsyncIterable<Item>,
  size: number,
  signal: AbortSignal,
): AsyncGenerator<Item[]> {
  signal.throwIfAborted();
  const iterator = source[Symbol.asyncIterator]();
  let onAbort = (): void => {};
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
  });
  // Told by whoever races with it.
  aborted.catch(() => {});
  let batch: Item[] = [];
  let ended = false;
  try {
    for (;;) {
      const next = await Promise.race([iterator.next(), aborted]);
      ended = next.done === true;
      if (next.done) break;
      batch.push(next.value);
      if (batch.length < size) continue;
      yield batch;
      batch = [];
    }
    if (batch.length > 0) yield batch;
  } finally {
    signal.removeEventListener('abort', onAbort);
    // Not awaited: one that hangs in its next item does not come to its end either.
    if (!ended) void Promise.resolve(iterator.return?.()).catch(() => {});
  }
}
