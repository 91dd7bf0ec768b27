import { collectDefaultMetrics, Registry } from 'prom-client';

/** This process's metrics; not prom-client's global registry, which every library would share. */
export const metrics = new Registry();

let collecting = false;

/** The Prometheus text that /metrics answers with: the process's own figures (CPU, memory, event loop, GC) and ours. */
export async function readMetrics(): Promise<{ contentType: string; body: string }> {
  if (!collecting) {
    collecting = true;
    collectDefaultMetrics({ register: metrics });
  }
  return { contentType: metrics.contentType, body: await metrics.metrics() };
}
