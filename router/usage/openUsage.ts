import type { Config } from '../../kit/config.ts';
import type { Logger } from '../../kit/log.ts';
import type { UsageReporter } from './usageReporter.ts';

/**
 * Reports to the registry of REGISTRY_URL, or without one to Apollo Studio, when APOLLO_KEY and APOLLO_GRAPH_REF say as
 * what; undefined where they do not.
 */
export async function openUsage(
  { APOLLO_KEY: apiKey, APOLLO_GRAPH_REF: graphRef, REGISTRY_URL }: Config,
  log: Logger,
): Promise<UsageReporter | undefined> {
  if (apiKey === undefined || graphRef === undefined) return undefined;
  // Only who reports loads what it takes.
  const [{ UsageReporter: Reporter }, { APOLLO_USAGE_URL, createUsageSink }] = await Promise.all([
    import('./usageReporter.ts'),
    import('./usageSink.ts'),
  ]);
  const sink = createUsageSink({ url: REGISTRY_URL ?? APOLLO_USAGE_URL, apiKey, graphRef });
  return new Reporter({ sink, log });
}
