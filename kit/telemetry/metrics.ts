import { collectDefaultMetrics, Registry } from 'prom-client';

/** This process's metrics; not prom-client's global registry, which every library in the process would share. */
export const metrics = new Registry();

let collecting = false;

/** Called before each scrape, to set what is known only by asking. */
const refreshes = new Set<() => Promise<void>>();

/** @returns what stops it. */
export function beforeScrape(refresh: () => Promise<void>): () => void {
  refreshes.add(refresh);
  return () => void refreshes.delete(refresh);
}

/**
 * The Prometheus text that /metrics answers with: ours and the process's own (CPU, memory, event loop, GC).
 * The latter are collected from the first call on, so that a process nobody scrapes does not measure itself.
 */
export async function readMetrics(): Promise<{ contentType: string; body: string }> {
  if (!collecting) {
    collecting = true;
    collectDefaultMetrics({ register: metrics });
  }
  await Promise.all([...refreshes].map((refresh) => refresh()));
  return { contentType: metrics.contentType, body: await metrics.metrics() };
}
