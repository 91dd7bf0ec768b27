import './silentTelemetry.ts';
import { type SupergraphManager, UplinkSupergraphManager } from '@apollo/gateway';
import { CodedError } from '../../kit/errors.ts';
import type { Logger } from '../../kit/log.ts';

export interface UplinkOptions {
  readonly apiKey: string;
  /** Graph and variant: `archipelago@current`. */
  readonly graphRef: string;
  /** Apollo's own when undefined. */
  readonly endpoint?: string | undefined;
  readonly log: Logger;
}

/**
 * A supergraph source: what Uplink delivers, polled as often as it says.
 * It rejects with CodedError `SUPERGRAPH_INVALID` when Uplink delivers none to begin with.
 */
export function createUplinkSource({ apiKey, graphRef, endpoint, log }: UplinkOptions): SupergraphManager {
  const manager = new UplinkSupergraphManager({
    apiKey,
    graphRef,
    logger: log,
    ...(endpoint !== undefined && { uplinkEndpoints: [endpoint] }),
  });
  return {
    initialize: async (hooks) => {
      try {
        return await manager.initialize(hooks);
      } catch (error) {
        throw new CodedError(
          'SUPERGRAPH_INVALID',
          `Expected Uplink (${manager.uplinkEndpoints.join(', ')}) to deliver the supergraph of ${graphRef}; it did not: ${String(error)}. Check APOLLO_KEY, APOLLO_GRAPH_REF and APOLLO_SCHEMA_CONFIG_DELIVERY_ENDPOINT.`,
          { cause: error },
        );
      }
    },
  };
}
