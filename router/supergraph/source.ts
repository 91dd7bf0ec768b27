import { fileURLToPath } from 'node:url';
import type { SupergraphManager } from '@apollo/gateway';
import type { Config } from '../../kit/config.ts';
import type { Logger } from '../../kit/log.ts';
import { createRegistrySource } from './registrySource.ts';
import { watchSupergraphFile } from './watchedFile.ts';

const DEFAULT_FILE = fileURLToPath(new URL('../../supergraph/supergraph.graphql', import.meta.url));

/**
 * Where a process takes its supergraph from: the registry of REGISTRY_URL when REGISTRY_PUBLIC_KEY is set, else Uplink
 * when APOLLO_KEY and APOLLO_GRAPH_REF are, else a file.
 */
export async function readSource(config: Config, log: Logger, file = DEFAULT_FILE): Promise<SupergraphManager> {
  const { APOLLO_KEY: apiKey, APOLLO_GRAPH_REF: graphRef, APOLLO_SCHEMA_CONFIG_DELIVERY_ENDPOINT: endpoint } = config;
  const { REGISTRY_URL: url, REGISTRY_PUBLIC_KEY: publicKey } = config;
  if (apiKey !== undefined && graphRef !== undefined) {
    if (url !== undefined && publicKey !== undefined) {
      return createRegistrySource({ url, apiKey, graphRef, publicKey, log });
    }
    // @apollo/gateway adds some 55 MB to the process: only who needs it loads it.
    const { createUplinkSource } = await import('./uplink.ts');
    return createUplinkSource({ apiKey, graphRef, endpoint, log });
  }
  return watchSupergraphFile(file, log);
}
