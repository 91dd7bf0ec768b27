import './silentTelemetry.ts';
import { type SupergraphManager, UplinkSupergraphManager } from '@apollo/gateway';
import type { Logger } from '../../kit/log.ts';

export interface UplinkOptions {
  readonly apiKey: string;
  /** Graph and variant: `archipelago@current`. */
  readonly graphRef: string;
  /** Apollo's own when undefined. */
  readonly endpoint?: string | undefined;
  readonly log: Logger;
}

/** A supergraph source: what Uplink delivers, polled as often as it says. */
export function createUplinkSource({ apiKey, graphRef, endpoint, log }: UplinkOptions): SupergraphManager {
  return new UplinkSupergraphManager({
    apiKey,
    graphRef,
    logger: log,
    ...(endpoint !== undefined && { uplinkEndpoints: [endpoint] }),
  });
}
