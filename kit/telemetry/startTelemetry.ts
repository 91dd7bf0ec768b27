import type { Telemetry, TelemetryOptions } from './telemetry.ts';

/** Starts tracing, if the endpoint is given. Call it once a process, before its first request. */
export async function startTelemetry({ endpoint, service, log }: TelemetryOptions): Promise<Telemetry> {
  if (endpoint === undefined) return { close: async () => {} };
  const { startTracing } = await import('./tracing.ts');
  return startTracing({ endpoint, service, log });
}
